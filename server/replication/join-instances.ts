import { caches } from '@/lib/caching/process-caches';
import { env } from '@/lib/env';
import { InstanceLine } from './instance-bus';
import { awaitEverybody } from '@/server/cache/pending-invalidations';

/** On PostgreSQL several instances may serve one site: a line to the others for this one; null where there are none. */
export async function joinInstances(around: {
  drop: (tags: readonly string[]) => Promise<void>;
  grant: (until: bigint) => void;
}): Promise<InstanceLine | null> {
  if (env().database !== 'postgresql') return null;
  caches.reachesAll = true;
  const line = new InstanceLine({ connectionString: env().databaseUrl, ...around });
  await line.join();
  return line;
}

/** The same for an instance that is one process. */
export async function joinAlone() {
  const line = await joinInstances({
    drop: async (tags) => caches.clock.invalidate(tags),
    grant: (until) => caches.lease.extendTo(until),
  });
  if (!line) return null;
  caches.invalidate = (tags) => {
    caches.clock.invalidate(tags);
    return awaitEverybody(line.announce(tags));
  };
  return line;
}
