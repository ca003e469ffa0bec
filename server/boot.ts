import { followAnnouncements } from '@/lib/caching/announcements';
import { migrate } from '@/lib/database/migrations';
import { declareInUse } from '@/lib/database/site-in-use';
import { makeDataFolder } from '@/lib/database/sqlite-file';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { startOutbox } from '@/lib/outbox/worker';
import { startHousekeeping } from '@/lib/people/housekeeping';
import { writeLetter } from '@/lib/people/letters';
import { followPosts } from '@/lib/posts/following';
import { startRerendering } from '@/lib/posts/rerendering';
import { followChanges } from '@/lib/search/indexing';
import { secrets } from '@/lib/secrets';
import { announceSetUp } from '@/lib/setup/first-start';
import { shipSlots } from '@/lib/slots/shipping';
import { hangWelcomeCover, plantWelcomeSite } from '@/lib/welcome/planting';

/** Ends some work that goes on beside the requests. */
export type Stop = () => void | Promise<void>;

/**
 * Done once per start, before anything is served, by whichever process starts the site: the data folder, its secrets,
 * the schema. Answers with the lines that tell the operator what was done.
 */
export async function prepareSite(): Promise<string[]> {
  makeDataFolder();
  declareInUse();
  secrets();
  const began = performance.now();
  const applied = await migrate();
  await shipSlots();
  const isWelcomed = await plantWelcomeSite();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const migrated = `Bringing the database up to date (${applied.length} migrations) … done in ${seconds} s`;
  const welcomed = 'Added a small welcome site: throw it away whenever you like.';
  return [...(applied.length > 0 ? [migrated] : []), ...(isWelcomed ? [welcomed] : []), ...(await announceSetUp())];
}

/** Done once per start, after the site is served: what works on beside the requests (queues, timers). */
export async function startBackgroundWork(): Promise<Stop> {
  // Whatever cuts this short, the next start does it again.
  hangWelcomeCover().catch((error: unknown) => log.warn({ event: 'welcome_cover_failed', error }, 'no welcome cover'));
  const stops: Stop[] = [
    startOutbox({ letter: writeLetter }),
    startRerendering(),
    startHousekeeping(),
    followChanges(),
  ];
  return async () => {
    for (const stop of stops) await stop();
  };
}

/** Done by every process that serves pages: what its own memory needs. */
export async function prepareProcess(): Promise<Stop> {
  process.env.NEXTAUTH_URL = env().siteUrl;
  process.env.NEXTAUTH_SECRET = secrets().auth;
  const stops = [await followAnnouncements(), followPosts()];
  return () => stops.forEach((stop) => stop());
}
