/** Languages written from right to left, for engines without Intl.Locale's text info. */
const rightToLeft = /^(ar|arc|ckb|dv|fa|ha-arab|he|iw|khw|ks|ku-arab|ps|sd|ug|ur|yi)\b/i;

/** The direction in which this language (BCP 47) is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.test(language) ? 'rtl' : 'ltr';
}

/**
 * Whether this is valid as the language of a page. "english" has the form of a tag, but no language subtag has more
 * than three letters.
 */
export function isLanguageTag(value: string) {
  try {
    return Intl.getCanonicalLocales(value).length === 1 && /^[a-z]{2,3}(?:-|$)/i.test(value);
  } catch {
    return false;
  }
}
