import type { OptionValues } from '@/lib/import/importer';
import { wordpress } from '@/lib/import/importers/wordpress/importer';
import { legacyAddresses } from '@/lib/import/importers/legacy-addresses';
import { runImport } from '@/lib/import/pipeline';
import type { ImportActor, ImportInput, Progress } from '@/lib/import/pipeline/run';
import * as redirects from '@/lib/redirects/queries';

type Input = ImportInput & {
  /** Custom types to import as posts or pages. */
  types?: ReadonlyMap<string, 'post' | 'page'>;
  /** URL bases of categories and tags of the old site; "" for none. */
  bases?: { category?: string; tag?: string };
};

/** Imports a WordPress export as the command does. */
export function importWordPress(actor: ImportActor, { types, bases, ...input }: Input, onProgress?: Progress) {
  const options: OptionValues = {
    types: types && [...types].map(([type, as]) => `${type}=${as}`).join(','),
    categoryBase: bases?.category === '' ? '.' : bases?.category,
    tagBase: bases?.tag === '' ? '.' : bases?.tag,
  };
  return runImport(actor, wordpress, { ...input, options }, onProgress);
}

/** The redirect of an old address, as on the site. */
export function findRedirect(from: string) {
  return redirects.findRedirect(from, legacyAddresses);
}
