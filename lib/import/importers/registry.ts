import type { Importer } from '../importer';
import { wordpress } from './wordpress/importer';

/** Everything that can be imported from; the first is the one that examples name. */
export const importers: readonly [Importer, ...Importer[]] = [wordpress];

/** The systems, as people know them: "Ghost, Blogger and Disqus". */
export const importLabels = new Intl.ListFormat('en-GB').format(importers.map(({ label }) => label));
