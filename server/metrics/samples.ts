import type { Sample } from '@/lib/health/recent-metrics';

type Metric = { name: string; values?: { value: number; metricName?: string }[] };

export type Snapshot = { at: number; totals: Record<string, number> };

const MEGABYTE = 1024 * 1024;

export function nextSample(metrics: Metric[], before: Snapshot | null, at = Date.now()): [Sample | null, Snapshot] {
  const totals: Record<string, number> = {};
  for (const { name, values = [] } of metrics) {
    for (const { value, metricName = name } of values) totals[metricName] = (totals[metricName] ?? 0) + value;
  }
  const now = { at, totals };
  if (!before) return [null, now];
  const seconds = Math.max(0.001, (at - before.at) / 1_000);
  const level = (name: string) => totals[`masthead_${name}`] ?? 0;
  // A worker that died took its counts with it.
  const grown = (name: string) => Math.max(0, level(name) - (before.totals[`masthead_${name}`] ?? 0));
  const mean = (name: string) => (grown(`${name}_sum`) / Math.max(1, grown(`${name}_count`))) * 1_000;
  const queues = ['pages', 'personal', 'storage', 'forms', 'writes'];
  const [hits, misses] = [grown('page_cache_hits_total'), grown('page_cache_misses_total')];
  const sample = {
    at,
    requestsPerSecond: (hits + grown('http_responses_total')) / seconds,
    fromMemory: hits + misses > 0 ? hits / (hits + misses) : 1,
    renderingsPerSecond: grown('render_seconds_count') / seconds,
    renderingMs: mean('render_seconds'),
    waiting: queues.reduce((sum, queue) => sum + level(`${queue}_queued`), 0),
    refused: queues.reduce((sum, queue) => sum + grown(`${queue}_rejected_total`), 0),
    eventLoopDelayMs: level('event_loop_delay_p99_seconds') * 1_000,
    statementsPerSecond: grown('query_seconds_count') / seconds,
    statementMs: mean('query_seconds'),
    residentMegabytes: level('resident_bytes') / MEGABYTE,
    cachedMegabytes: (level('page_cache_bytes') + level('read_cache_bytes')) / MEGABYTE,
    processes: level('processes'),
  };
  return [sample, now];
}
