import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { openableBy } from '../post-access';
import { withParent } from './page-tree';
import { freeSlug, freeSlugBelow, MAX_SLUG_LENGTH, slugify, slugProblem, slugProblemBelow } from './slugs';

/** Throws if the slug is unusable or taken, with the reason, a free one and what of the other post the actor may read. */
export async function requireUsableSlug(
  actor: Actor,
  { slug: own, postId, parent }: { slug: string; postId: string; parent: string },
) {
  const problem = parent === '' ? slugProblem(own) : slugProblemBelow(parent, own);
  if (problem) throw new AppError('invalid', problem, { fields: { slug: problem } });
  const slug = withParent(parent, own);
  const taken = await readDb.post.findFirst({
    where: { slug, id: { not: postId } },
    select: { id: true, title: true },
  });
  if (!taken) return;
  const free = await findFreeSlug(own, postId, parent);
  const isOpenable = (await readDb.post.count({ where: { id: taken.id, AND: [openableBy(actor)] } })) > 0;
  const owner = isOpenable ? `“${taken.title || 'Untitled'}”` : 'another post';
  const sentence = `"${own}" is already the URL slug of ${owner}. "${free}" is available.`;
  throw new AppError('conflict', sentence, { fields: { slug: sentence } });
}

/** A free slug made from a title or a wanted slug, numbered if necessary; without that of its parent. */
export async function findFreeSlug(title: string, postId: string, parent = '') {
  const wanted = slugify(title) || 'untitled';
  // A number may shorten the base, so all slugs with its beginning are compared.
  const rows = await readDb.post.findMany({
    where: { slug: { startsWith: withParent(parent, wanted.slice(0, MAX_SLUG_LENGTH - 8)) }, id: { not: postId } },
    select: { slug: true },
  });
  const taken = new Set(rows.map(({ slug }) => slug));
  const isTaken = (slug: string) => taken.has(withParent(parent, slug));
  return parent === '' ? freeSlug(wanted, isTaken) : freeSlugBelow(wanted, isTaken);
}
