/** Languages written from right to left, for engines without Intl.Locale's text info. */
const rightToLeft = /^(ar|arc|ckb|dv|fa|ha-arab|he|iw|khw|ks|ku-arab|ps|sd|ug|ur|yi)\b/i;

export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.test(language) ? 'rtl' : 'ltr';
}

/** Whether this is a valid language tag (BCP 47); "english" has the form of one, but no subtag that long exists. */
export function isLanguageTag(value: string) {
  try {
    return Intl.getCanonicalLocales(value).length === 1 && /^[a-z]{2,3}(?:-|$)/i.test(value);
  } catch {
    return false;
  }
}
