import 'server-only';
import { readDb } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import type { AuthorDraft } from '../drafts';

/** Account ids by the keys of the authors that were given one. Throws a sentence for a name or an account that is not there. */
export async function readAuthorMap(given: readonly string[], authors: readonly AuthorDraft[]) {
  const map = new Map<string, string>();
  if (given.length === 0) return map;
  for (const line of given) {
    const [name = '', who = ''] = line.split(/=(?=[^=]*$)/).map((part) => part.trim());
    if (!name || !who)
      throw new AppError('invalid', `“${line.slice(0, 80)}” must look like Ann=ann@example.org. Nothing was imported.`);
    const found = authors.filter((author) => [author.key, author.name].includes(name));
    if (found.length === 0)
      throw new AppError('invalid', `The files have no author “${name.slice(0, 80)}”. Nothing was imported.`);
    const account = await readDb.user.findFirst({
      where: { deletedAt: null, OR: [{ email: who.toLowerCase() }, { slug: who }] },
      select: { id: true },
    });
    if (!account)
      throw new AppError(
        'invalid',
        `There is no account here with the e-mail address or profile address “${who.slice(0, 80)}”. Nothing was imported.`,
      );
    for (const { key } of found) map.set(key, account.id);
  }
  return map;
}
