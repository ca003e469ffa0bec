'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { saveMediaKit } from '@/lib/media-kit/editing';
import { FOR_SALE_FIELD } from '@/lib/media-kit/media-kit';
import { paths } from '@/lib/web/paths';
import { slotRateLimit as rateLimit } from '../content-form';

const typed = z.string().default('');

export const saveMediaKitAction = formAction(
  {
    name: 'media-kit.save',
    who: 'slots.edit',
    schema: z.looseObject({ mediaKit: typed, mediaKitText: typed, mediaKitContact: typed }),
    rateLimit,
  },
  async ({ mediaKit, mediaKitText, mediaKitContact, ...ticked }, { actor }) => {
    const slotIds = Object.keys(ticked).flatMap((name) =>
      name.startsWith(FOR_SALE_FIELD) ? [name.slice(FOR_SALE_FIELD.length)] : [],
    );
    const isOn = mediaKit === 'on';
    const { offered } = await saveMediaKit(actor, { mediaKit: isOn, mediaKitText, mediaKitContact, slotIds });
    if (!isOn) return done(`Saved. There is no page at ${paths.mediaKit()}.`);
    if (offered === 0) return done(`Saved. ${paths.mediaKit()} offers no slot yet.`);
    return done(`Saved. ${paths.mediaKit()} offers ${offered === 1 ? 'one slot' : `${offered} slots`}.`);
  },
);
