'use server';

import { refresh, updateTag } from 'next/cache';
import { z } from 'zod';
import { formAction } from '@/lib/form-action';
import { done } from '@/lib/form-state';
import { deleteMedia, describeMedia, restoreMedia } from '@/lib/media/library';

const often = { name: 'media.write', limit: 300, seconds: 600 };
const text = z.string().max(10_000);

export const describeMediaAction = formAction(
  {
    name: 'media.describe',
    who: 'media.upload',
    rateLimit: often,
    schema: z.object({ id: z.string().max(64), alt: text, caption: text, credit: text }),
  },
  async (input, { actor }) => {
    const { tags } = await describeMedia(actor, input);
    for (const tag of tags) updateTag(tag);
    refresh();
    return done('Saved.');
  },
);

/** Takes a picture out of the library, or brings it back: `act` says which. */
export const shelveMediaAction = formAction(
  {
    name: 'media.shelve',
    who: 'media.upload',
    rateLimit: often,
    schema: z.object({ id: z.string().max(64), act: z.enum(['delete', 'restore']) }),
  },
  async ({ id, act }, { actor }) => {
    if (act === 'restore') {
      await restoreMedia(actor, id);
      refresh();
      return { ...done('The picture is back in the library.'), values: { shelf: 'in' } };
    }
    const { usedIn } = await deleteMedia(actor, id);
    const still =
      usedIn > 0 ? ` ${usedIn === 1 ? 'The post that shows it goes' : 'The posts that show it go'} on showing it.` : '';
    return {
      ...done(`The picture is out of the library.${still}`),
      values: { undo: 'restore', undoIds: id, shelf: 'out' },
    };
  },
);
