/** A phrase for each plural category of a language. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>>;

/** The phrase for a number, in the language of the page. */
export function formFor(forms: PluralForms, count: number) {
  return forms[new Intl.PluralRules(document.documentElement.lang).select(count)] ?? forms.other;
}
