'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { findDashboardLanguage } from '@/lib/actions/form-language';
import { explainDatabaseProblem } from '@/lib/database/problems';
import { done, refused } from '@/lib/forms/form-state';
import { sentenceIn } from '@/lib/i18n/sentences';
import { runMediaBulk } from '@/lib/media/bulk-library';
import { cropMedia, setFocus, uncropMedia } from '@/lib/media/framing';
import { cropFields, focusFields } from '@/lib/media/framing-fields';
import { deleteMedia, describeMedia, restoreMedia } from '@/lib/media/library';
import { shelfBulkForm, shelfForm } from '@/lib/media/shelf-forms';
import { uploadImage } from '@/lib/media/uploading';

/** Maximum images per form. */
const MAX_FILES = 10;

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
    await describeMedia(actor, input);
    refresh();
    return done('Saved.');
  },
);

export const setFocusAction = formAction(
  {
    name: 'media.focus',
    who: 'media.upload',
    rateLimit: often,
    schema: focusFields,
  },
  async ({ id, ...focus }, { actor }) => {
    await setFocus(actor, { id, focus });
    refresh();
    return done('Saved.');
  },
);

/** Shows a part of an image, or the whole again, depending on `intent`. */
export const cropImageAction = formAction(
  {
    name: 'media.crop',
    who: 'media.upload',
    rateLimit: often,
    schema: cropFields,
  },
  async (input, { actor }) => {
    if (input.intent === 'whole') await uncropMedia(actor, input.id);
    else {
      const { id, ratio, left, top, width, height } = input;
      await cropMedia(actor, { id, ratio, crop: { left, top, width, height } });
    }
    refresh();
    return done(input.intent === 'whole' ? 'The whole image is shown again.' : 'The image was cropped.');
  },
);

/** Uploads several images at once, each checked separately; works without JavaScript. */
export const uploadImagesAction = formAction(
  {
    name: 'media.upload',
    who: 'media.upload',
    rateLimit: { name: 'media.upload-form', limit: 60, seconds: 3600 },
    schema: z.object({
      file: z.preprocess(
        (files) => (Array.isArray(files) ? files : [files]).filter((file) => file instanceof File && file.size > 0),
        z
          .array(z.instanceof(File))
          .min(1, 'Choose an image first.')
          .max(MAX_FILES, `At most ${MAX_FILES} images at a time, please.`),
      ),
    }),
  },
  async ({ file: files }, { actor }) => {
    const language = await findDashboardLanguage();
    const refusals: string[] = [];
    for (const file of files) {
      try {
        await uploadImage(actor, { bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name });
      } catch (error) {
        const known = explainDatabaseProblem(error, { isStaff: true });
        if (!known) throw error;
        refusals.push(`${file.name}: ${sentenceIn(language, known.message)}`);
      }
    }
    const savedCount = files.length - refusals.length;
    refresh();
    const sentence = savedCount === 1 ? '1 image was uploaded.' : `${savedCount} images were uploaded.`;
    if (refusals.length === 0) return done(sentence);
    const why = refusals.join(' ');
    return refused(savedCount > 0 ? `${sentenceIn(language, sentence)} ${why}` : why, { file: why }, {});
  },
);

/** Removes an image from the library or restores it, depending on `intent`. */
export const setMediaDeletedAction = formAction(
  {
    name: 'media.shelve',
    who: 'media.upload',
    rateLimit: often,
    schema: shelfForm,
  },
  async ({ id, intent: action }, { actor }) => {
    if (action === 'restore') {
      await restoreMedia(actor, id);
      refresh();
      return { ...done('The image was restored.'), values: { shelf: 'in' } };
    }
    const { usedIn, isOfSite } = await deleteMedia(actor, id);
    return {
      ...done(
        `The image was removed from the library.${stillVisible(usedIn)}${isOfSite ? ' The site’s own pages no longer show it.' : ''}`,
      ),
      values: { undo: 'restore', undoIds: id, shelf: 'out' },
    };
  },
);

/** Removes the selected images from the library, or restores them. */
export const runMediaBulkAction = formAction(
  {
    name: 'media.bulk',
    who: 'media.upload',
    isBulk: true,
    rateLimit: often,
    schema: shelfBulkForm,
  },
  async ({ intent: action, id: ids }, { actor }) => {
    const { done: changed, failed, shown } = await runMediaBulk(actor, { action, ids });
    const [first] = failed;
    if (changed.length === 0 && first) return refused(first, {}, {});
    const sentences = [
      action === 'delete' ? `Images removed: ${changed.length}.` : `Images restored: ${changed.length}.`,
      ...(shown > 0 ? [`Posts go on showing ${shown} of them.`] : []),
      ...(first ? [`Not changed: ${failed.length}. ${first}`] : []),
    ];
    const undo = { undo: action === 'delete' ? 'restore' : 'delete', undoIds: changed.join(',') };
    return { ...done(sentences.join(' ')), values: undo };
  },
);

function stillVisible(usedIn: number) {
  if (usedIn === 0) return '';
  return usedIn === 1 ? ' It stays visible in the post that uses it.' : ' It stays visible in the posts that use it.';
}
