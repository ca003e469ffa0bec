'use server';

import { z } from 'zod';
import { chooseSiteImage, dropSiteImage } from '@/lib/identity/choosing';
import { uploadImage } from '@/lib/media/uploading';
import { siteImageRoles } from '@/lib/settings/site-images';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/platform/errors';
import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { announcementEnd } from '@/lib/settings/identity';
import { getSettings } from '@/lib/settings/queries';
import { announcementForm, applySettings, cardsForm, footerForm } from '@/lib/settings/updating';
import { limits } from '@/lib/users/rate-limits';

export const saveFooterAction = formAction(
  { name: 'identity.footer', who: 'settings.edit', schema: footerForm, rateLimit: limits.staff },
  async (input, { actor }) => {
    const changed = await applySettings(actor, input);
    return done(changed.length > 0 ? 'Settings saved.' : 'There were no changes to save.');
  },
);

export const saveCardsAction = formAction(
  { name: 'identity.cards', who: 'settings.edit', schema: cardsForm, rateLimit: limits.staff },
  async (input, { actor }) => {
    await applySettings(actor, input);
    return done(
      input.drawsCards ? 'Saved. Posts without an image are shared with a card.' : 'Saved. No cards are drawn.',
    );
  },
);

export const saveAnnouncementAction = formAction(
  { name: 'identity.announcement', who: 'settings.edit', schema: announcementForm, rateLimit: limits.staff },
  async (input, { actor }) => {
    await applySettings(actor, input);
    if (!input.announcementOn) return done('Saved. No announcement is shown.');
    const end = announcementEnd(await getSettings());
    return end && end <= new Date()
      ? done('Saved, but its last day is over: no announcement is shown.')
      : done('Saved. The announcement is shown on every page.');
  },
);

/** Uses an uploaded image, or one of the library, for the site; or does without one. */
export const setSiteImageAction = formAction(
  {
    name: 'identity.image',
    who: 'settings.edit',
    schema: z.object({
      role: z.enum(siteImageRoles),
      intent: z.enum(['save', 'remove']).default('save'),
      mediaId: z.string().max(64).default(''),
      file: z.instanceof(File).optional(),
    }),
    rateLimit: { name: 'identity.image', limit: 60, seconds: 3600 },
  },
  async ({ role, intent, ...given }, { actor }) => {
    if (intent === 'remove') {
      await dropSiteImage(actor, role);
      return done('Saved. The site does without this image; the library keeps it.');
    }
    const { isCropped } = await chooseSiteImage(actor, { role, mediaId: await mediaOf(actor, given) });
    return done(
      isCropped
        ? 'Saved. The image is not square: its middle became the icon.'
        : 'Saved. Every page shows it from now on.',
    );
  },
);

async function mediaOf(actor: Actor, { file, mediaId }: { file?: File | undefined; mediaId: string }) {
  if (file && file.size > 0) {
    return (await uploadImage(actor, { bytes: await file.bytes(), fileName: file.name })).id;
  }
  if (mediaId) return mediaId;
  throw new AppError('invalid', 'Choose an image first.', { fields: { file: 'Choose an image first.' } });
}
