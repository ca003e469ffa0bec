import type { Importer } from '../importer';
import { blogger } from './blogger/importer';
import { ghost } from './ghost/importer';
import { wordpress } from './wordpress/importer';

/** All importers; examples use the first. */
export const importers: readonly [Importer, ...Importer[]] = [wordpress, ghost, blogger];

/** The names of the systems: "Ghost, Blogger and Disqus". */
export function importLabelsIn(language: string) {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(importers.map(({ label }) => label));
}
