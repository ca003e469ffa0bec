import { followAnnouncements } from '@/lib/caching/announcements';
import { log } from '@/lib/log';
import { removeOldImports } from '@/lib/import/running/receiving';
import { startOutbox } from '@/lib/outbox/worker';
import { startHousekeeping } from '@/lib/people/housekeeping';
import { writeLetter } from '@/lib/people/letters';
import { followPosts } from '@/lib/posts/following';
import { startRerendering } from '@/lib/upkeep/following-moves';
import { followChanges } from '@/lib/search/indexing';
import { hangWelcomeCover } from '@/lib/welcome/planting';

type Stop = () => void | Promise<void>;

/** In every process that renders: invalidations by the clock, and by processes that only write the log. */
export async function startFollowing(): Promise<Stop> {
  const stops = [await followAnnouncements(), followPosts()];
  return () => stops.forEach((stop) => stop());
}

/** Once per site, after it is served: queues and timers. */
export async function startBackgroundWork(): Promise<Stop> {
  // If this is cut short, the next start does it again.
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
