'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { AppError } from '@/lib/platform/errors';
import { movePublication } from '@/lib/posts/publishing/moving';
import { getSettings } from '@/lib/settings/queries';
import { fromWallClock, shortMoment, toWallClock } from '@/lib/time/site-time';

export const movePublicationAction = formAction(
  {
    name: 'post.move',
    who: 'posts.publish',
    rateLimit: { name: 'post.write', limit: 300, seconds: 600 },
    schema: z.object({
      id: z.string().min(1).max(64),
      version: z.coerce.number().int().positive(),
      publishAt: z.string().max(40).default(''),
    }),
  },
  async ({ id, version, publishAt }, { actor }) => {
    const { timeZone } = await getSettings();
    const { moment } = fromWallClock(publishAt, timeZone);
    if (!moment) {
      const sentence = 'Enter a valid date and time, such as 24 November 2026, 09:00.';
      throw new AppError('invalid', sentence, { fields: { publishAt: sentence } });
    }
    const moved = await movePublication(actor, { id, version, publishAt: moment });
    return {
      ...done(`Moved to ${shortMoment(moment, { timeZone })}.`),
      values: { id, version: String(moved.version), publishAt: toWallClock(moved.former, timeZone) },
    };
  },
);
