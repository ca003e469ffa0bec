export type SentencePattern = {
  /** With the placeholders: "At most {count} are accepted." */
  sentence: string;
  /** What stands for the placeholders in a sentence; null if it is another. */
  valuesIn: (sentence: string) => Record<string, string> | null;
};

/** Recognises what was made of a sentence with placeholders. */
export function patternOf(sentence: string): SentencePattern {
  const names: string[] = [];
  const source = sentence.replace(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replace(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    return '(.+)';
  });
  const pattern = new RegExp(`^${source}$`, 's');
  return {
    sentence,
    valuesIn: (made) => {
      const values = pattern.exec(made)?.slice(1);
      return values ? Object.fromEntries(names.map((name, at) => [name, values[at] ?? ''])) : null;
    },
  };
}

/** Numbers and lengths of time stand in English sentences as English writes them: "10,000", "62.4 %", "2 minutes". */
export function valueIn(language: string, value: string) {
  const [, sign, whole, fraction, rest] = /^([=<]\u00a0)?(\d{1,3}(?:,\d{3})*|\d+)\.(\d+)(\u00a0%)?$/.exec(value) ?? [];
  if (whole !== undefined && fraction !== undefined) {
    const places = { minimumFractionDigits: fraction.length };
    const written = Number(`${whole.replaceAll(',', '')}.${fraction}`).toLocaleString(language, places);
    return `${sign ?? ''}${written}${rest ?? ''}`;
  }
  const [, number, unit] = /^(\d{1,3}(?:,\d{3})*|\d+)(?: (second|minute|hour|day)s?)?$/.exec(value) ?? [];
  if (number === undefined) return value;
  const options = unit ? ({ style: 'unit', unit, unitDisplay: 'long' } as const) : {};
  return new Intl.NumberFormat(language, options).format(Number(number.replaceAll(',', '')));
}
