import 'server-only';
import type { MessageKey } from './catalogue';
import { en } from './catalogues/en';
import { catalogueLanguageOf } from './languages';
import { translatorOf } from './translator';

type Known = { key: MessageKey; pattern: RegExp; names: string[] };

const said = Object.entries(en).filter(([key]) => key.startsWith('said.')) as [MessageKey, string][];
const exact = new Map(said.map(([key, sentence]) => [sentence, key]));
const patterns: Known[] = said.filter(([, sentence]) => sentence.includes('{')).map(patternOf);

/**
 * What a form answers, in a site's language. The rules say it in English, as everything does that staff read as well; one
 * that no catalogue has stays as it is.
 */
export function sentenceIn(language: string, sentence: string): string {
  if ((catalogueLanguageOf(language) ?? 'en') === 'en') return sentence;
  const t = translatorOf(language) as (key: MessageKey, values?: Record<string, string>) => string;
  const key = exact.get(sentence);
  if (key) return t(key);
  for (const { key, pattern, names } of patterns) {
    const values = pattern.exec(sentence)?.slice(1);
    if (values) return t(key, Object.fromEntries(names.map((name, at) => [name, valueIn(language, values[at] ?? '')])));
  }
  return sentence;
}

function patternOf([key, sentence]: [MessageKey, string]): Known {
  const names: string[] = [];
  const source = sentence.replace(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replace(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    return '(.+)';
  });
  return { key, pattern: new RegExp(`^${source}$`, 's'), names };
}

/** Numbers and lengths of time stand in English sentences as English writes them: "10,000", "2 minutes". */
function valueIn(language: string, value: string) {
  const [, number, unit] = /^(\d{1,3}(?:,\d{3})*|\d+)(?: (second|minute|hour|day)s?)?$/.exec(value) ?? [];
  if (number === undefined) return value;
  const options = unit ? ({ style: 'unit', unit, unitDisplay: 'long' } as const) : {};
  return new Intl.NumberFormat(language, options).format(Number(number.replaceAll(',', '')));
}
