import { LRUCache } from 'lru-cache';

/** What was counted of one page view. */
export type SeenView = {
  isCounted: boolean;
  boxes: Map<string, { stage: number; isClicked: boolean }>;
  /** Boxes whose cost was measured. */
  measured: Set<string>;
};

const REMEMBERED_MS = 30 * 60 * 1000;
/** About 30 MB. */
const MAX_VIEWS = 100_000;

/** The page views of the last half hour, so that nothing counts twice or out of order. */
export class SeenViews {
  readonly #views: LRUCache<string, SeenView>;

  constructor(max = MAX_VIEWS) {
    this.#views = new LRUCache({ max, ttl: REMEMBERED_MS, updateAgeOnGet: true });
  }

  has(id: string) {
    return this.#views.has(id);
  }

  get(id: string): SeenView {
    const known = this.#views.get(id);
    if (known) return known;
    const view = { isCounted: false, boxes: new Map(), measured: new Set<string>() };
    this.#views.set(id, view);
    return view;
  }
}
