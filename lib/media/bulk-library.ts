import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { together } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { deleteFile, restoreFile } from './files/library';
import { deleteMedia, restoreMedia } from './library';

export type MediaBulk = { action: 'delete' | 'restore'; ids: readonly string[] };

/** `shown`: how many of them posts go on showing. */
export type MediaBulkResult = { done: string[]; failed: string[]; shown: number };

/** Removes images from the library or restores them, each by itself: a failure does not stop the others. */
export async function runMediaBulk(actor: Actor, bulk: MediaBulk): Promise<MediaBulkResult> {
  requireCapability(actor, 'media.upload');
  return runEach(bulk, {
    restore: (id) => restoreMedia(actor, id),
    remove: (id) => deleteMedia(actor, id),
  });
}

/** The same with files that are no images. */
export async function runFileBulk(actor: Actor, bulk: MediaBulk): Promise<MediaBulkResult> {
  requireCapability(actor, 'media.upload');
  return runEach(bulk, {
    restore: (id) => restoreFile(actor, id),
    remove: (id) => deleteFile(actor, id),
  });
}

type Deeds = { restore: (id: string) => Promise<unknown>; remove: (id: string) => Promise<{ usedIn: number }> };

function runEach({ action, ids }: MediaBulk, { restore, remove }: Deeds): Promise<MediaBulkResult> {
  return together(async () => {
    const result: MediaBulkResult = { done: [], failed: [], shown: 0 };
    for (const id of new Set(ids)) {
      try {
        if (action === 'restore') await restore(id);
        else if ((await remove(id)).usedIn > 0) result.shown += 1;
        result.done.push(id);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        result.failed.push(error.message);
      }
    }
    return result;
  });
}
