import 'server-only';
import { readDb, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { freeSlug, MAX_SLUG_LENGTH, slugify, slugProblem } from './slugs';

/** Throws if the slug is unusable or taken, with the reason and a free one. */
export async function requireUsableSlug(slug: string, postId: string, db: Tx = readDb) {
  const problem = slugProblem(slug);
  if (problem) throw new AppError('invalid', problem, { fields: { slug: problem } });
  const taken = await db.post.findFirst({ where: { slug, id: { not: postId } }, select: { title: true } });
  if (!taken) return;
  const free = await findFreeSlug(slug, postId, db);
  const sentence = `"${slug}" is already the URL slug of “${taken.title || 'Untitled'}”. "${free}" is available.`;
  throw new AppError('conflict', sentence, { fields: { slug: sentence } });
}

/** A free slug made from a title or a wanted slug, numbered if necessary. */
export async function findFreeSlug(title: string, postId: string, db: Tx = readDb) {
  const wanted = slugify(title) || 'untitled';
  // A number may shorten the base, so all slugs with its beginning are compared.
  const rows = await db.post.findMany({
    where: { slug: { startsWith: wanted.slice(0, MAX_SLUG_LENGTH - 8) }, id: { not: postId } },
    select: { slug: true },
  });
  const taken = new Set(rows.map(({ slug }) => slug));
  return freeSlug(wanted, (slug) => taken.has(slug));
}
