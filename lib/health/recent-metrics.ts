/** How this instance did in the ten seconds before a moment; all its processes together. */
export type Sample = {
  /** In ms since the epoch. */
  at: number;
  requestsPerSecond: number;
  /** Of the requests for public pages, from 0 to 1. */
  fromMemory: number;
  renderingsPerSecond: number;
  renderingMs: number;
  waiting: number;
  refused: number;
  eventLoopDelayMs: number;
  statementsPerSecond: number;
  statementMs: number;
  residentMegabytes: number;
  cachedMegabytes: number;
  processes: number;
};

type MetricsSource = { recent: () => Promise<Sample[]> };

// Set by server/, which counts; read by the admin, which Next bundles apart from it.
const store = globalThis as { mastheadMetrics?: MetricsSource };

/** Registers where the metrics come from. */
export function provideMetrics(metrics: MetricsSource) {
  store.mastheadMetrics = metrics;
}

/** The last hour, oldest first; empty where nothing counts (development, tests). */
export async function recentMetrics(): Promise<Sample[]> {
  return (await store.mastheadMetrics?.recent()) ?? [];
}
