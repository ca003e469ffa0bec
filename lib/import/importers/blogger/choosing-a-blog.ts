import { AppError } from '@/lib/platform/errors';
import type { ExportFile } from '../../importer';
import type { BlogFacts, Outline } from './outline';

/** The blog that was asked for, of several. */
export function requireOneBlog({ blogs }: Pick<Outline, 'blogs'>, wanted: string | undefined): BlogFacts {
  const all = [...blogs.values()];
  const names = all.map(({ number, title, folder, entries }) => `${folder || title || number} (${entries} entries)`);
  const list = new Intl.ListFormat('en-GB').format(names.slice(0, 20));
  const asked = wanted?.trim().toLowerCase();
  const found = all.filter((one) => [one.number, one.title, one.folder].some((name) => name.toLowerCase() === asked));
  if (found.length === 1 && found[0]) return found[0];
  throw new AppError(
    'invalid',
    `The files hold several blogs: ${list}. Choose one with --blog, or give its feed.atom alone. Nothing was imported.`,
  );
}

/** The files in the folder of a blog. */
export function chosenFiles(files: readonly ExportFile[], { folder }: BlogFacts) {
  return files.filter(({ name }) => name.split('/').at(-2) === folder);
}
