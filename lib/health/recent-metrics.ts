/** An instance's last ten seconds, all processes together. */
export type Sample = {
  /** In ms since the epoch. */
  at: number;
  requestsPerSecond: number;
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

// Set by server/; Next bundles its reader separately.
const store = globalThis as { mastheadMetrics?: MetricsSource };

export function provideMetrics(metrics: MetricsSource) {
  store.mastheadMetrics = metrics;
}

/** The last hour, oldest first; empty in development and tests. */
export async function recentMetrics(): Promise<Sample[]> {
  return (await store.mastheadMetrics?.recent()) ?? [];
}
