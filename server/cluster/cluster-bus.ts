import type { Worker } from 'node:cluster';
import type { CacheBus } from '@/lib/caching/cache-bus';
import type { InstanceBus } from '@/server/replication/instance-bus';
import type { Workers } from './workers';

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

  async invalidateFrom(origin: Worker | null, tags: readonly string[]) {
    await Promise.all([this.#workers.drop(tags, origin), this.#instances?.broadcast(tags)]);
  }
}
