import { followAnnouncements } from '@/lib/caching/announcements';
import { log } from '@/lib/log';
import { removeOldImports } from '@/lib/import/running/receiving';
import { startOutbox } from '@/lib/outbox/worker';
import { startHousekeeping } from '@/lib/people/housekeeping';
import { writeLetter } from '@/lib/people/letters';
import { followPosts } from '@/lib/posts/following';
import { startRerendering } from '@/lib/posts/rerendering';
import { followChanges } from '@/lib/search/indexing';
import { hangWelcomeCover } from '@/lib/welcome/planting';

/** Ends some work that goes on beside the requests. */
type Stop = () => void | Promise<void>;

/** Done by every process that makes pages: what goes stale in its memory by the clock, or by what others announce. */
export async function startFollowing(): Promise<Stop> {
  const stops = [await followAnnouncements(), followPosts()];
  return () => stops.forEach((stop) => stop());
}

/** Done once per start, after the site is served: what works on beside the requests (queues, timers). */
export async function startBackgroundWork(): Promise<Stop> {
  // Whatever cuts this short, the next start does it again.
  hangWelcomeCover().catch((error: unknown) => log.warn({ event: 'welcome_cover_failed', error }, 'no welcome cover'));
  const stops: Stop[] = [
    startOutbox({ letter: writeLetter }),
    startRerendering(),
    startHousekeeping({ leftovers: removeOldImports }),
    followChanges(),
  ];
  return async () => {
    for (const stop of stops) await stop();
  };
}
