import type { Importer } from '../importer';
import { artalk } from './artalk/importer';
import { blogger } from './blogger/importer';
import { commento } from './commento/importer';
import { disqus } from './disqus/importer';
import { ghost } from './ghost/importer';
import { isso } from './isso/importer';
import { masthead } from './masthead/importer';
import { markdown } from './markdown/importer';
import { remark42 } from './remark42/importer';
import { wordpress } from './wordpress/importer';

/** All importers; examples use the first. */
export const importers: readonly [Importer, ...Importer[]] = [
  wordpress,
  ghost,
  blogger,
  markdown,
  disqus,
  commento,
  remark42,
  artalk,
  isso,
  masthead,
];

/** The names of the systems: "Ghost, Blogger and Disqus". */
export function importLabelsIn(language: string) {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(importers.map(({ label }) => label));
}
