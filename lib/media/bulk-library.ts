import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { together } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { deleteMedia, restoreMedia } from './library';

export type MediaBulk = { action: 'delete' | 'restore'; ids: readonly string[] };

/** `shown`: how many of them posts go on showing. */
export type MediaBulkResult = { done: string[]; failed: string[]; shown: number };

/** Removes images from the library or restores them, each by itself: a failure does not stop the others. */
export async function runMediaBulk(actor: Actor, { action, ids }: MediaBulk): Promise<MediaBulkResult> {
  requireCapability(actor, 'media.upload');
  return together(async () => {
    const result: MediaBulkResult = { done: [], failed: [], shown: 0 };
    for (const id of new Set(ids)) {
      try {
        if (action === 'restore') await restoreMedia(actor, id);
        else if ((await deleteMedia(actor, id)).usedIn > 0) result.shown += 1;
        result.done.push(id);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        result.failed.push(error.message);
      }
    }
    return result;
  });
}
