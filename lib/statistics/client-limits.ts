import { LRUCache } from 'lru-cache';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type Limit = { limit: number; within: number };

/**
 * By what is counted. Clicks as EthicalAds' server limits them; views are looser than there, because whole offices and
 * mobile networks share one address.
 */
const limits = {
  view: [
    { limit: 30, within: MINUTE_MS },
    { limit: 600, within: HOUR_MS },
  ],
  /** For each box: three stages of thirty impressions. */
  slot: [{ limit: 90, within: MINUTE_MS }],
  /** For each box. */
  click: [
    { limit: 1, within: MINUTE_MS },
    { limit: 3, within: 10 * MINUTE_MS },
    { limit: 10, within: HOUR_MS },
    { limit: 25, within: 24 * HOUR_MS },
  ],
  /** For each box: a reader a day, so that who sends often does not outweigh others. */
  cost: [{ limit: 1, within: 24 * HOUR_MS }],
  /** Everything together, so that no client fills the journal. */
  any: [{ limit: 1_200, within: MINUTE_MS }],
} as const satisfies Record<string, readonly Limit[]>;

const MAX_COUNTERS = 100_000;

/** Counts what one client sends, in the memory of one process. */
export class ClientLimits {
  readonly #counters = new LRUCache<string, number>({ max: MAX_COUNTERS });

  /** Whether one more is within the limits, and counts it if so. */
  admits(what: keyof typeof limits, client: string, now: number): boolean {
    const keys = limits[what].map(({ limit, within }) => ({
      limit,
      key: `${what} ${client} ${within} ${Math.floor(now / within)}`,
    }));
    const counts = keys.map(({ key }) => (this.#counters.get(key) ?? 0) + 1);
    if (keys.some(({ limit }, index) => (counts[index] ?? 1) > limit)) return false;
    keys.forEach(({ key }, index) => this.#counters.set(key, counts[index] ?? 1));
    return true;
  }
}
