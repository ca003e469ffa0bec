import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { openableBy } from '../post-access';
import { freeSlug, MAX_SLUG_LENGTH, slugify, slugProblem } from './slugs';

/** Throws if the slug is unusable or taken, with the reason, a free one and what of the other post the actor may read. */
export async function requireUsableSlug(actor: Actor, { slug, postId }: { slug: string; postId: string }) {
  const problem = slugProblem(slug);
  if (problem) throw new AppError('invalid', problem, { fields: { slug: problem } });
  const taken = await readDb.post.findFirst({
    where: { slug, id: { not: postId } },
    select: { id: true, title: true },
  });
  if (!taken) return;
  const free = await findFreeSlug(slug, postId);
  const isOpenable = (await readDb.post.count({ where: { id: taken.id, AND: [openableBy(actor)] } })) > 0;
  const owner = isOpenable ? `“${taken.title || 'Untitled'}”` : 'another post';
  const sentence = `"${slug}" is already the URL slug of ${owner}. "${free}" is available.`;
  throw new AppError('conflict', sentence, { fields: { slug: sentence } });
}

/** A free slug made from a title or a wanted slug, numbered if necessary. */
export async function findFreeSlug(title: string, postId: string) {
  const wanted = slugify(title) || 'untitled';
  // A number may shorten the base, so all slugs with its beginning are compared.
  const rows = await readDb.post.findMany({
    where: { slug: { startsWith: wanted.slice(0, MAX_SLUG_LENGTH - 8) }, id: { not: postId } },
    select: { slug: true },
  });
  const taken = new Set(rows.map(({ slug }) => slug));
  return freeSlug(wanted, (slug) => taken.has(slug));
}
