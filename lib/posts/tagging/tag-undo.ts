import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { slicesOf } from '@/lib/database/slices';
import { deleteUndo, findUndo, storeUndo } from '@/lib/database/undo';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { paths } from '@/lib/web/paths';
import { clearAddress } from '../publishing/address-moves';
import { removedRedirect, removedRedirectColumns } from '../publishing/removed-redirects';
import { findTagNamed } from './tagging';
import { usesOfTag } from './tag-uses';

const kind = 'tag.removal';
/** With more posts than that, an undo is not kept. */
const MAX_POSTS = 20_000;

const placed = z.array(z.tuple([z.string(), z.number()]));
const removal = z.object({
  tag: z.object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    nameKey: z.string().nullable(),
    description: z.string(),
    importBatchId: z.string().nullable(),
    createdAt: z.coerce.date(),
  }),
  /** The tag that it was merged into; null of one that was deleted. */
  intoId: z.string().nullable(),
  /** Posts that had this tag alone of the two, and those that had both, with its place among their tags. */
  moved: placed,
  shared: placed,
  redirects: z.array(removedRedirect),
});

type Removal = z.output<typeof removal>;

/** Keeps for a week what undoes that a tag is deleted or merged, before that is done; null where it is too much. */
export async function keepRemoval(tx: Tx, { id, intoId }: { id: string; intoId: string | null }) {
  const tag = await tx.tag.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      slug: true,
      name: true,
      nameKey: true,
      description: true,
      importBatchId: true,
      createdAt: true,
    },
  });
  const posts = await tx.postTag.findMany({
    where: { tagId: id },
    select: { postId: true, position: true },
    take: MAX_POSTS + 1,
  });
  if (posts.length > MAX_POSTS) return null;
  const both = await haveTag(
    tx,
    intoId,
    posts.map(({ postId }) => postId),
  );
  const redirects = await tx.redirect.findMany({
    where: { OR: [{ tagId: id }, { to: paths.tag(tag.slug) }] },
    select: removedRedirectColumns,
  });
  const rows = posts.map(({ postId, position }) => [postId, position] as const);
  const kept = {
    tag,
    intoId,
    moved: rows.filter(([postId]) => !both.has(postId)),
    shared: rows.filter(([postId]) => both.has(postId)),
    redirects,
  };
  return storeUndo(tx, kind, kept, new Date());
}

/** Restores a tag that was deleted or merged: on the posts that have the other tag still, and at its addresses. */
export async function undoTagRemoval(actor: Actor, undoId: string, now = new Date()): Promise<{ name: string }> {
  requireCapability(actor, 'posts.edit-any');
  return transaction(async (tx) => {
    const kept = await findUndo(tx, { id: undoId, kind, schema: removal, now });
    if (!kept) throw new AppError('not_found', 'This can no longer be undone.');
    await requireFree(tx, kept.tag);
    await clearAddress(tx, paths.tag(kept.tag.slug));
    await tx.tag.create({ data: kept.tag, select: { id: true } });
    await restorePosts(tx, kept);
    await restoreRedirects(tx, kept);
    await deleteUndo(tx, undoId);
    const { id, name, slug } = kept.tag;
    const into =
      kept.intoId && (await tx.tag.findUnique({ where: { id: kept.intoId }, select: { id: true, slug: true } }));
    emit(tx, {
      type: 'tag.restored',
      actorId: actor.id,
      tagId: id,
      name,
      uses: await usesOfTag(tx, { id, slug }),
      into: into ? { id: into.id, uses: await usesOfTag(tx, into) } : null,
    });
    return { name };
  });
}

async function requireFree(tx: Tx, { name, slug }: Removal['tag']) {
  const other =
    (await findTagNamed(tx, name)) ?? (await tx.tag.findUnique({ where: { slug }, select: { name: true } }));
  if (!other) return;
  throw new AppError('conflict', `There is a tag “${other.name}” in its place by now. Rename that one first.`);
}

async function restorePosts(tx: Tx, { tag, intoId, moved, shared }: Removal) {
  if (!intoId) return;
  const tagId = tag.id;
  for (const slice of slicesOf(moved.map(([postId]) => postId))) {
    await tx.postTag.updateMany({ where: { tagId: intoId, postId: { in: slice } }, data: { tagId } });
  }
  const present = await haveTag(
    tx,
    intoId,
    shared.map(([postId]) => postId),
  );
  const rows = shared.filter(([postId]) => present.has(postId));
  for (const slice of slicesOf(rows)) {
    await tx.postTag.createMany({ data: slice.map(([postId, position]) => ({ postId, tagId, position })) });
  }
}

// What was changed by hand since then stays as it is.
async function restoreRedirects(tx: Tx, { tag, intoId, redirects }: Removal) {
  for (const { id, ...redirect } of redirects) {
    const present = await tx.redirect.findFirst({
      where: { OR: [{ id }, { from: redirect.from }] },
      select: { id: true, tagId: true, to: true },
    });
    const { to, tagId } = redirect;
    if (!present) await tx.redirect.create({ data: { id, ...redirect }, select: { id: true } });
    else if (present.id === id && (present.tagId === intoId || present.to !== to)) {
      await tx.redirect.update({ where: { id }, data: { to, tagId: tagId && tag.id }, select: { id: true } });
    }
  }
}

async function haveTag(tx: Tx, tagId: string | null, postIds: readonly string[]) {
  const found = new Set<string>();
  if (!tagId) return found;
  for (const slice of slicesOf(postIds)) {
    const rows = await tx.postTag.findMany({ where: { tagId, postId: { in: slice } }, select: { postId: true } });
    for (const { postId } of rows) found.add(postId);
  }
  return found;
}
