import { LRUCache } from 'lru-cache';

type Wave = { outstanding: Set<string>; since: number; done: () => void };

/** Who has dropped what an announcement made stale, and who is still awaited. */
export class Acknowledgements {
  /** A word may come before anybody waits for it. */
  readonly #heard = new LRUCache<number, Set<string>>({ max: 5_000 });
  readonly #waves = new Map<number, Wave>();

  /** Resolves when each of these instances has said that it dropped what announcement `id` names. */
  wait(id: number, instances: Iterable<string>) {
    const outstanding = new Set(instances);
    for (const instance of this.#heard.get(id) ?? []) outstanding.delete(instance);
    if (outstanding.size === 0) return Promise.resolve();
    return new Promise<void>((done) => this.#waves.set(id, { outstanding, since: performance.now(), done }));
  }

  hear(instance: string, ids: readonly number[]) {
    for (const id of ids) {
      const heard = this.#heard.get(id) ?? new Set();
      this.#heard.set(id, heard.add(instance));
      this.#settle(id, (name) => name === instance);
    }
  }

  /** Stops waiting for whoever is gone: these are all that are left. */
  keepOnly(live: ReadonlySet<string>) {
    for (const id of this.#waves.keys()) this.#settle(id, (name) => !live.has(name));
  }

  /** Who has kept others waiting for so many ms. */
  overdue(ms: number) {
    const late = [...this.#waves.values()].filter(({ since }) => performance.now() - since > ms);
    return [...new Set(late.flatMap(({ outstanding }) => [...outstanding]))];
  }

  /** Words may have been missed: whoever waits asks again, under another number. */
  forgetAll() {
    this.#waves.clear();
  }

  #settle(id: number, isSettled: (instance: string) => boolean) {
    const wave = this.#waves.get(id);
    if (!wave) return;
    for (const name of wave.outstanding) if (isSettled(name)) wave.outstanding.delete(name);
    if (wave.outstanding.size > 0) return;
    this.#waves.delete(id);
    wave.done();
  }
}
