import { z } from 'zod';
import type { ReaderFacts } from '@/lib/slots/choice';
import { fromWallClock, toWallClock } from '@/lib/time/site-time';

const text = z.string().max(200).catch('');

/** The reader who is asked about, from the address of the page; what cannot be read is as if it were empty. */
export const askedReader = z.object({
  path: text,
  width: z.coerce.number().int().min(1).max(10_000).catch(1_280),
  reader: z.enum(['signed-in', 'signed-out']).catch('signed-out'),
  language: text,
  from: text,
  at: text,
  seed: text,
});
export type AskedReader = z.output<typeof askedReader>;

export function factsOf(asked: AskedReader, timeZone: string, now = new Date()): ReaderFacts {
  const moment = fromWallClock(asked.at, timeZone).moment ?? now;
  const local = new Date(`${toWallClock(moment, timeZone)}Z`);
  return {
    now: moment.getTime(),
    width: asked.width,
    isSignedIn: asked.reader === 'signed-in',
    language: asked.language.trim().toLowerCase() || 'en',
    weekday: local.getUTCDay(),
    hour: local.getUTCHours(),
    referrer: asked.from
      .trim()
      .toLowerCase()
      .replace(/^www\./, ''),
    savesData: false,
  };
}
