'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { done, refused } from '@/lib/forms/form-state';
import { runFileBulk } from '@/lib/media/bulk-library';
import { deleteFile, renameFile, restoreFile } from '@/lib/media/files/library';
import { shelfBulkForm, shelfForm } from '@/lib/media/shelf-forms';

const often = { name: 'media.write', limit: 300, seconds: 600 };

export const renameFileAction = formAction(
  {
    name: 'files.rename',
    who: 'media.upload',
    rateLimit: often,
    schema: z.object({ id: z.string().max(64), fileName: z.string().max(10_000) }),
  },
  async (input, { actor }) => {
    await renameFile(actor, input);
    refresh();
    return done('Saved.');
  },
);

/** Removes a file from the library or restores it, depending on `intent`. */
export const setFileDeletedAction = formAction(
  {
    name: 'files.shelve',
    who: 'media.upload',
    rateLimit: often,
    schema: shelfForm,
  },
  async ({ id, intent: action }, { actor }) => {
    if (action === 'restore') {
      await restoreFile(actor, id);
      refresh();
      return { ...done('The file was restored.'), values: { shelf: 'in' } };
    }
    const { usedIn } = await deleteFile(actor, id);
    return {
      ...done(`The file was removed from the library.${stillLinked(usedIn)}`),
      values: { undo: 'restore', undoIds: id, shelf: 'out' },
    };
  },
);

/** Removes the selected files from the library, or restores them. */
export const runFileBulkAction = formAction(
  {
    name: 'files.bulk',
    who: 'media.upload',
    isBulk: true,
    rateLimit: often,
    schema: shelfBulkForm,
  },
  async ({ intent: action, id: ids }, { actor }) => {
    const { done: changed, failed, shown } = await runFileBulk(actor, { action, ids });
    const [first] = failed;
    if (changed.length === 0 && first) return refused(first, {}, {});
    const sentences = [
      action === 'delete' ? `Files removed: ${changed.length}.` : `Files restored: ${changed.length}.`,
      ...(shown > 0 ? [`Posts go on linking to ${shown} of them.`] : []),
      ...(first ? [`Not changed: ${failed.length}. ${first}`] : []),
    ];
    const undo = { undo: action === 'delete' ? 'restore' : 'delete', undoIds: changed.join(',') };
    return { ...done(sentences.join(' ')), values: undo };
  },
);

function stillLinked(usedIn: number) {
  if (usedIn === 0) return '';
  return usedIn === 1 ? ' It stays linked in the post that uses it.' : ' It stays linked in the posts that use it.';
}
