import type { Importer } from '../importer';
import { artalk } from './artalk/importer';
import { blogger } from './blogger/importer';
import { commento } from './commento/importer';
import { disqus } from './disqus/importer';
import { feed } from './feed/importer';
import { ghost } from './ghost/importer';
import { isso } from './isso/importer';
import { markdown } from './markdown/importer';
import { masthead } from './masthead/importer';
import { medium } from './medium/importer';
import { movabletype } from './movabletype/importer';
import { remark42 } from './remark42/importer';
import { substack } from './substack/importer';
import { wordpress } from './wordpress/importer';

/** All importers; examples use the first. */
export const importers: readonly [Importer, ...Importer[]] = [
  wordpress,
  ghost,
  blogger,
  masthead,
  markdown,
  substack,
  medium,
  movabletype,
  disqus,
  commento,
  remark42,
  artalk,
  isso,
  // What other exports are too is recognised last.
  feed,
];

/** The names of the systems: "Ghost, Blogger and Disqus". */
export function importLabelsIn(language: string) {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(importers.map(({ label }) => label));
}
