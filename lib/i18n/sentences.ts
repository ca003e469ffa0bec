import 'server-only';
import { isDashboardLanguage } from './admin/dashboard-language';
import { adminTextOf } from './admin/texts';
import type { MessageKey } from './catalogue';
import { en } from './catalogues/en';
import { catalogueLanguageOf } from './languages';
import { patternOf, valueIn } from './sentence-patterns';
import { translatorOf } from './translator';

const said = Object.entries(en).filter(([key]) => key.startsWith('said.')) as [MessageKey, string][];
const exact = new Map(said.map(([key, sentence]) => [sentence, key]));
const patterns = said
  .filter(([, sentence]) => sentence.includes('{'))
  .map(([key, text]) => ({ key, ...patternOf(text) }));

/**
 * What a form answers, in the language of the site or of the admin. The rules say it in English; what neither the
 * readers' catalogue nor the admin's has stays as it is.
 */
export function sentenceIn(language: string, sentence: string): string {
  const translated = catalogueLanguageOf(language) ?? 'en';
  if (translated === 'en') return sentence;
  const forReaders = saidToReaders(language, sentence);
  if (forReaders !== null) return forReaders;
  return isDashboardLanguage(translated) ? adminTextOf(translated).said(sentence) : sentence;
}

function saidToReaders(language: string, sentence: string) {
  const t = translatorOf(language) as (key: MessageKey, values?: Record<string, string>) => string;
  const key = exact.get(sentence);
  if (key) return t(key);
  for (const { key, valuesIn } of patterns) {
    const values = valuesIn(sentence);
    if (values)
      return t(
        key,
        mapped(values, (value) => valueIn(language, value)),
      );
  }
  return null;
}

function mapped(values: Record<string, string>, change: (value: string) => string) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}
