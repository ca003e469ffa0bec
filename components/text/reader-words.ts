import type { MessageKey } from '@/lib/i18n/catalogue';
import { catalogues, FALLBACK_LANGUAGE, catalogueLanguageOf } from '@/lib/i18n/languages';

/** The words of `ReaderText`: by their English, in the site's language. None for English. */
export function readerWords(language: string): Record<string, string> {
  const translated = catalogueLanguageOf(language) ?? FALLBACK_LANGUAGE;
  if (translated === FALLBACK_LANGUAGE) return {};
  const [english, theirs] = [catalogues[FALLBACK_LANGUAGE]!, catalogues[translated]!];
  const keys = Object.keys(english).filter((key) => key.startsWith('shared.')) as MessageKey[];
  return Object.fromEntries(keys.map((key) => [english[key], theirs[key]]));
}
