import type { Catalogue } from './catalogue';
import { ar } from './catalogues/ar';
import { de } from './catalogues/de';
import { en } from './catalogues/en';
import { es } from './catalogues/es';
import { fr } from './catalogues/fr';
import { ja } from './catalogues/ja';

/** Every language in which readers can be addressed: a new one is its catalogue and its line here. */
export const catalogues: Readonly<Record<string, Catalogue>> = { ar, de, en, es, fr, ja };

export const FALLBACK_LANGUAGE = 'en';

/** The catalogue for a language tag: "de" for "de-AT"; null if it has not been translated. */
export function catalogueLanguageOf(tag: string) {
  const [language = ''] = tag.toLowerCase().split('-');
  return Object.hasOwn(catalogues, language) ? language : null;
}

export const untranslated = 'Choose a language that readers can be addressed in.';

export function isTranslated(tag: string) {
  return catalogueLanguageOf(tag) !== null;
}
