import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { transaction, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { columnsOf, fieldsOfPost, newestFields, requireEditable, type EditablePost } from '../editing/post-record';
import { canTransition, wasEverPublic, type Transition } from '../post';
import { policyPostFields } from '../listing/post-facts';
import { postStateOf } from '../visibility';
import { requireNothingBelow } from './page-tree';
import type { Changed } from './publishing';
import { setAuthors } from '../post-relations';
import { joinSeries } from '../series/joining';
import { findOrCreateTags, setTags } from '../tagging/tagging';
import { retryOnUniqueViolation } from '../unique-violation';

type Target = { id: string };

/** Reverts a post to draft; its date and slug stay, so that publishing restores it unchanged. */
export function unpublishPost(actor: Actor, target: Target): Promise<Changed> {
  return move(actor, target.id, 'unpublish', (tx, post) => unpublishTo(tx, post));
}

/** Moves a post to the trash; its former status is stored for restoring. */
export function trashPost(actor: Actor, target: Target): Promise<Changed> {
  return move(actor, target.id, 'trash', async (tx, post) => {
    await update(tx, post, { status: 'trashed', statusBeforeTrash: post.status });
  });
}

/** Restores a post from the trash with its former status. */
export function restorePost(actor: Actor, target: Target): Promise<Changed> {
  return move(actor, target.id, 'restore', async (tx, post) => {
    await update(tx, post, { status: post.statusBeforeTrash || 'draft', statusBeforeTrash: '' });
  });
}

/** Permanently deletes a post in the trash, with its comments and history. */
export async function deletePost(actor: Actor, { id }: Target): Promise<Changed> {
  return transaction(async (tx) => {
    const post = await requireEditable(actor, id, tx);
    requireTransition(post, 'delete');
    await requireNothingBelow(tx, id);
    const before = await policyPostFields(tx, post);
    await tx.post.delete({ where: { id } });
    emit(tx, { type: 'post.deleted', actorId: actor.id, title: post.title, before });
    return { id, slug: post.slug };
  });
}

const moved = {
  unpublish: 'post.unpublished',
  trash: 'post.trashed',
  restore: 'post.restored',
} as const;

function move(
  actor: Actor,
  id: string,
  move: keyof typeof moved,
  write: (tx: Tx, post: EditablePost) => Promise<void>,
) {
  return retryOnUniqueViolation(() =>
    transaction(async (tx) => {
      const post = await requireEditable(actor, id, tx);
      requireTransition(post, move);
      const before = await policyPostFields(tx, post);
      await write(tx, post);
      const after = await policyPostFields(tx, await requireEditable(actor, id, tx));
      emit(tx, { type: moved[move], actorId: actor.id, title: post.title, before, after });
      return { id, slug: after.slug };
    }),
  );
}

// The pending change becomes the text: there is no published version left to preserve.
async function unpublishTo(tx: Tx, post: EditablePost) {
  const fields = newestFields(post);
  const isChanged = post.pendingRevision !== null;
  await update(tx, post, {
    status: 'draft',
    pendingRevisionId: null,
    ...(isChanged ? { ...columnsOf({ ...fields, slug: post.slug }, post), renderVersion: 0 } : {}),
    ...(wasEverPublic(post, new Date()) ? {} : { publishAt: null, firstPublishedAt: null }),
  });
  if (!isChanged) return;
  await setTags(tx, post.id, await findOrCreateTags(tx, fields.tags));
  await joinSeries(tx, post.id, fields.series);
  await setAuthors(tx, post.id, fields.authorIds.length > 0 ? fields.authorIds : fieldsOfPost(post).authorIds);
}

async function update(tx: Tx, post: EditablePost, data: Prisma.PostUncheckedUpdateInput) {
  await tx.post.update({ where: { id: post.id }, data: { ...data, version: { increment: 1 } } });
}

function requireTransition(post: EditablePost, move: Transition) {
  if (canTransition(postStateOf(post, new Date()), move)) return;
  const sentences: Partial<Record<Transition, string>> = {
    delete: 'Only posts in the trash can be deleted permanently. Move it to trash first.',
    restore: 'This post is not in the trash.',
    trash: 'This post is already in the trash.',
    unpublish: 'This post is not published.',
  };
  throw new AppError('conflict', sentences[move] ?? 'That is not possible in the current status of this post.');
}
