'use server';

import { z } from 'zod';
import { chooseSiteImage, dropSiteImage } from '@/lib/identity/choosing';
import { uploadImage } from '@/lib/media/uploading';
import { siteImageRoles, siteImageSettings } from '@/lib/settings/site-images';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/platform/errors';
import { formAction } from '@/lib/actions/form-action';
import { done, type FormState } from '@/lib/forms/form-state';
import { announcementEnd, announcementOf, footerOf } from '@/lib/settings/identity';
import { getSettings } from '@/lib/settings/queries';
import { changedByForm, imageChangedSince, shownForm, shownValues } from '@/lib/settings/shown-values';
import { announcementForm, applySettings, cardsForm, footerForm } from '@/lib/settings/updating';
import { limits } from '@/lib/users/rate-limits';

export const saveFooterAction = formAction(
  { name: 'identity.footer', who: 'settings.edit', schema: footerForm.and(shownForm), rateLimit: limits.staff },
  async ({ shown, ...input }, { actor }) => {
    const merged = changedByForm(input, { shown, present: footerOf(await getSettings()) });
    const changed = await applySettings(actor, merged);
    const said = done(changed.length > 0 ? 'Settings saved.' : 'There were no changes to save.');
    return { ...said, values: { shown: shownValues(merged) } };
  },
);

export const saveCardsAction = formAction(
  { name: 'identity.cards', who: 'settings.edit', schema: cardsForm.and(shownForm), rateLimit: limits.staff },
  async ({ shown, drawsCards }, { actor }) => {
    const present = { drawsCards: (await getSettings()).drawsCards };
    const merged = changedByForm({ drawsCards }, { shown, present });
    await applySettings(actor, merged);
    const said = done(
      merged.drawsCards ? 'Saved. Posts without an image are shared with a card.' : 'Saved. No cards are drawn.',
    );
    return { ...said, values: { shown: shownValues(merged) } };
  },
);

export const saveAnnouncementAction = formAction(
  {
    name: 'identity.announcement',
    who: 'settings.edit',
    schema: announcementForm.and(shownForm),
    rateLimit: limits.staff,
  },
  async ({ shown, ...input }, { actor }) => {
    const merged = changedByForm(input, { shown, present: announcementOf(await getSettings()) });
    await applySettings(actor, merged);
    return { ...done(await announcementSentence()), values: { shown: shownValues(merged) } };
  },
);

async function announcementSentence() {
  const settings = await getSettings();
  if (!settings.announcementOn) return 'Saved. No announcement is shown.';
  const end = announcementEnd(settings);
  return end && end <= new Date()
    ? 'Saved, but its last day is over: no announcement is shown.'
    : 'Saved. The announcement is shown on every page.';
}

/** Uses an uploaded image, or one of the library, for the site; or does without one. */
export const setSiteImageAction = formAction(
  {
    name: 'identity.image',
    who: 'settings.edit',
    schema: z
      .object({
        role: z.enum(siteImageRoles),
        intent: z.enum(['save', 'remove']).default('save'),
        mediaId: z.string().max(64).default(''),
        file: z.instanceof(File).optional(),
      })
      .and(shownForm),
    rateLimit: { name: 'identity.image', limit: 60, seconds: 3600 },
  },
  async ({ role, intent, shown, ...given }, { actor }) => {
    const present = (await getSettings())[siteImageSettings[role]];
    if (intent === 'remove') {
      changedByForm({ file: '' }, { shown, present: { file: present } });
      await dropSiteImage(actor, role);
      return shownAs('', done('Saved. The site does without this image; the library keeps it.'));
    }
    // Before an upload its id is unknown: it replaces whatever is there.
    const wanted = given.mediaId === present ? present : UPLOADED;
    changedByForm({ file: wanted }, { shown, present: { file: present }, sentence: imageChangedSince });
    const mediaId = await mediaOf(actor, given);
    const { isCropped } = await chooseSiteImage(actor, { role, mediaId });
    const sentence = isCropped
      ? 'Saved. The image is not square: its middle became the icon.'
      : 'Saved. Every page shows it from now on.';
    return shownAs(mediaId, done(sentence));
  },
);

/** What is no id of an image. */
const UPLOADED = ' ';

function shownAs(mediaId: string, state: FormState): FormState {
  return { ...state, values: { shown: shownValues({ file: mediaId }) } };
}

async function mediaOf(actor: Actor, { file, mediaId }: { file?: File | undefined; mediaId: string }) {
  if (file && file.size > 0) {
    return (await uploadImage(actor, { bytes: await file.bytes(), fileName: file.name })).id;
  }
  if (mediaId) return mediaId;
  throw new AppError('invalid', 'Choose an image first.', { fields: { file: 'Choose an image first.' } });
}
