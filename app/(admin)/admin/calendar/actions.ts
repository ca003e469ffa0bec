'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { AppError } from '@/lib/platform/errors';
import { movePublication, moveToDay } from '@/lib/posts/publishing/moving';
import { getSettings } from '@/lib/settings/queries';
import { fromWallClock, shortMoment, toWallClock } from '@/lib/time/site-time';

const clockNotes = {
  skipped: 'The clocks skip its hour that day, so it is an hour later.',
  repeated: 'Its hour occurs twice that day; the first one is used.',
};

/** Moves a post in the calendar, to a moment or to a day. */
export const movePublicationAction = formAction(
  {
    name: 'post.move',
    who: 'posts.publish',
    rateLimit: { name: 'post.write', limit: 300, seconds: 600 },
    schema: z.object({
      id: z.string().min(1).max(64),
      version: z.coerce.number().int().positive(),
      publishAt: z.string().max(40).default(''),
      /** Another day at the same time, instead of another moment. */
      day: z.string().max(10).default(''),
    }),
  },
  async ({ id, version, publishAt, day }, { actor }) => {
    const { timeZone } = await getSettings();
    const moved = day
      ? await moveToDay(actor, { id, version, day, timeZone })
      : await movePublication(actor, { id, version, publishAt: readMoment(publishAt, timeZone) });
    const sentence = `Moved to ${shortMoment(moved.publishAt, { timeZone })}.`;
    return {
      ...done(moved.note === '' ? sentence : `${sentence} ${clockNotes[moved.note]}`),
      values: { id, version: String(moved.version), publishAt: toWallClock(moved.former, timeZone) },
    };
  },
);

function readMoment(typed: string, timeZone: string) {
  const { moment } = fromWallClock(typed, timeZone);
  if (moment) return moment;
  const sentence = 'Enter a valid date and time, such as 24 November 2026, 09:00.';
  throw new AppError('invalid', sentence, { fields: { publishAt: sentence } });
}
