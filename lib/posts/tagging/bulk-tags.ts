import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { together } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { deleteTag, mergeTags } from './tag-changes';
import { undoTagRemoval } from './tag-undo';

export type TagBulk = { action: 'merge' | 'delete' | 'undo'; ids: readonly string[]; into: string };

/** `undo`: what undoes it, for as much of it as can be undone. */
export type TagBulkResult = { done: number; failed: string[]; undo: string[] };

/** Merges or deletes each tag, or undoes that for each removal, independently: a failure does not stop the others. */
export async function runTagBulk(actor: Actor, { action, ids, into }: TagBulk): Promise<TagBulkResult> {
  requireCapability(actor, 'posts.edit-any');
  return together(async () => {
    const result: TagBulkResult = { done: 0, failed: [], undo: [] };
    // An undo goes backwards: a tag may have been merged into one that was merged after it.
    for (const id of new Set(action === 'undo' ? ids.toReversed() : ids)) {
      try {
        const undo = await runOne(actor, { action, id, into });
        result.done += 1;
        if (undo) result.undo.push(undo);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        result.failed.push(error.message);
      }
    }
    return result;
  });
}

async function runOne(actor: Actor, { action, id, into }: { action: TagBulk['action']; id: string; into: string }) {
  if (action === 'merge') return (await mergeTags(actor, { id, into })).undo;
  if (action === 'delete') return (await deleteTag(actor, id)).undo;
  await undoTagRemoval(actor, id);
  return null;
}
