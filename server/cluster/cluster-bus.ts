import type { Worker } from 'node:cluster';
import type { CacheBus } from '@/lib/caching/cache-bus';
import type { InstanceBus } from '@/server/replication/instance-bus';
import type { Workers } from './workers';

/** The bus of the process that watches over several workers: it tells each of them, and every other instance. */
export class ClusterBus implements CacheBus {
  readonly reachesInstances: boolean;
  readonly #workers: Workers;
  readonly #instances: InstanceBus | null;

  constructor(workers: Workers, instances: InstanceBus | null) {
    this.reachesInstances = instances !== null;
    this.#workers = workers;
    this.#instances = instances;
  }

  invalidate(tags: readonly string[]) {
    return this.invalidateFrom(null, tags);
  }

  /** The same for what a worker has dropped already. */
  async invalidateFrom(origin: Worker | null, tags: readonly string[]) {
    await Promise.all([this.#workers.drop(tags, origin), this.#instances?.broadcast(tags)]);
  }
}
