import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { AppError } from '@/lib/errors';
import { requireEditable } from './editable';
import { publishPost, type Changed } from './publishing';
import { deletePost, restorePost, trashPost, unpublishPost } from './taking-down';
import { union } from './stale-tags';

export const bulkActs = ['publish', 'unpublish', 'trash', 'restore', 'delete'] as const;
export type BulkAct = (typeof bulkActs)[number];

const acts: Record<BulkAct, (actor: Actor, id: string) => Promise<Changed>> = {
  publish: async (actor, id) => publishPost(actor, { id, version: (await requireEditable(actor, id)).version }),
  unpublish: (actor, id) => unpublishPost(actor, { id }),
  trash: (actor, id) => trashPost(actor, { id }),
  restore: (actor, id) => restorePost(actor, { id }),
  delete: (actor, id) => deletePost(actor, { id }),
};

/** What takes an act back; removing for good has none. */
const undoing: Record<BulkAct, BulkAct | null> = {
  publish: 'unpublish',
  unpublish: 'publish',
  trash: 'restore',
  restore: 'trash',
  delete: null,
};

export type BulkResult = {
  done: string[];
  failed: { id: string; why: string }[];
  tags: string[];
  /** The act and the posts that take all of this back, or null. */
  undo: { act: BulkAct; ids: string[] } | null;
};

/** Does one thing to many posts, each for itself: what cannot be done to one does not stop the others. */
export async function actOnPosts(
  actor: Actor,
  { act, ids }: { act: BulkAct; ids: readonly string[] },
): Promise<BulkResult> {
  requireCapability(actor, 'posts.write');
  if (ids.length > 500) throw new AppError('invalid', 'Please choose at most 500 at a time.');
  const result: BulkResult = { done: [], failed: [], tags: [], undo: null };
  for (const id of new Set(ids)) {
    try {
      const { tags } = await acts[act](actor, id);
      result.done.push(id);
      result.tags = union(result.tags, tags);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      result.failed.push({ id, why: error.message });
    }
  }
  const undo = undoing[act];
  if (undo && result.done.length > 0) result.undo = { act: undo, ids: result.done };
  return result;
}
