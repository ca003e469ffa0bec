import type { ServerResponse } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { caches } from '@/lib/caching/process-caches';
import { onStatement } from '@/lib/database/query-events';
import { log } from '@/lib/platform/log';
import { ownSegmentOf } from '@/lib/web/own-routes';
import { pageCacheBytes, pageCacheCount } from '@/server/cache/page-cache';
import { queues } from '@/server/http/request-queues';
import { postOfStream } from '@/server/live/addresses';
import { countLiveStreams } from '@/server/live/live-streams';

export const registry = new Registry();

const WINDOW_MS = 10_000;
const NANOSECONDS = 1e9;
/** Cached pages take microseconds, which a timer for each would add to: every sixteenth is timed. */
const SAMPLED_EVERY = 16;
const SLOW_MS = 2_000;
const registers = [registry];
const seconds = [0.0005, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

const answers = new Counter({
  name: 'masthead_http_responses_total',
  help: 'Responses that did not come from the page cache, by route and status.',
  labelNames: ['route', 'status'],
  registers,
});
const durations = new Histogram({
  name: 'masthead_http_response_seconds',
  help: 'Time from the request to the end of the response, by route; every sixteenth of cached pages.',
  labelNames: ['route'],
  buckets: seconds,
  registers,
});
const renderings = new Histogram({
  name: 'masthead_render_seconds',
  help: 'Time to render a public page.',
  buckets: seconds,
  registers,
});
const statements = new Histogram({
  name: 'masthead_query_seconds',
  help: 'Time of a database query, including its wait.',
  buckets: seconds,
  registers,
});

let cacheHits = 0;
let cacheMisses = 0;

count('masthead_page_cache_hits_total', 'Public pages served from the page cache.', () => cacheHits);
count('masthead_page_cache_misses_total', 'Public pages that were not in the page cache.', () => cacheMisses);
for (const [name, queue] of Object.entries(queues)) {
  gauge(`masthead_${name}_running`, `Requests in progress: ${name}.`, () => queue.counts.running);
  gauge(`masthead_${name}_queued`, `Requests queued: ${name}.`, () => queue.counts.waiting);
  count(`masthead_${name}_rejected_total`, `Requests rejected: ${name}.`, () => queue.counts.refused);
}
gauge('masthead_page_cache_bytes', 'Size of the page cache, in bytes.', pageCacheBytes);
gauge('masthead_page_cache_entries', 'Entries in the page cache.', pageCacheCount);
gauge('masthead_read_cache_bytes', 'Size of the read cache, in bytes.', () => caches.reads.calculatedSize);
gauge('masthead_resident_bytes', 'Resident memory of all serving processes, in bytes.', () =>
  process.memoryUsage.rss(),
);
gauge('masthead_heap_bytes', 'Heap in use, in bytes.', () => process.memoryUsage().heapUsed);
gauge('masthead_external_bytes', 'Memory outside the heap, in bytes.', () => process.memoryUsage().external);
gauge('masthead_live_streams', 'Open streams of new comments.', countLiveStreams);
gauge('masthead_processes', 'Serving processes.', () => 1);
gauge('masthead_lease_valid', 'Serving processes whose cache lease is valid.', () => Number(caches.lease.isValid()));

/** Measures statements and the event loop until the returned function is called. */
export function startRecording() {
  const stopListening = onStatement(({ milliseconds }) => statements.observe(milliseconds / 1_000));
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let [middle, worst] = [0, 0];
  const turn = setInterval(() => {
    [middle, worst] = [delay.percentile(50) / NANOSECONDS, delay.percentile(99) / NANOSECONDS];
    delay.reset();
  }, WINDOW_MS);
  turn.unref();
  gauge('masthead_event_loop_delay_median_seconds', 'Event-loop delay, of the slowest process.', () => middle, 'max');
  gauge('masthead_event_loop_delay_p99_seconds', 'Event-loop delay, of the slowest process.', () => worst, 'max');
  return () => {
    clearInterval(turn);
    delay.disable();
    stopListening();
  };
}

export function countCacheHit(response: ServerResponse) {
  cacheHits += 1;
  if (cacheHits % SAMPLED_EVERY === 0) time(response, 'cached');
}

export function countAnswer(response: ServerResponse, pathname: string) {
  // Streams last as long as readers read.
  if (postOfStream(pathname)) return;
  const route = routeOf(pathname);
  time(response, route);
  const began = performance.now();
  response.once('finish', () => {
    answers.inc({ route, status: `${Math.trunc(response.statusCode / 100)}xx` });
    const ms = Math.round(performance.now() - began);
    const line = { event: 'response', route, status: response.statusCode, ms };
    if (ms >= SLOW_MS) log.warn(line, 'slow response');
    else log.debug(line, 'response sent');
  });
}

export async function timeRendering<T>(render: () => Promise<T>): Promise<T> {
  cacheMisses += 1;
  const end = renderings.startTimer();
  try {
    return await render();
  } finally {
    end();
  }
}

/** A bounded set of labels: clients must not be able to add to it. */
export function routeOf(pathname: string) {
  if (pathname === '/') return 'home';
  const metric = ownSegmentOf(pathname)?.metric;
  if (metric) return metric;
  if (/\/?(feed\.xml|rss\.xml|feed\.json)$/.test(pathname)) return 'feeds';
  if (/^\/\d{4}(\/\d{2})?(\/|$)/.test(pathname)) return 'lists';
  if (pathname.endsWith('.txt')) return 'crawlers';
  return /^\/[^/]+$/.test(pathname) ? 'articles' : 'other';
}

function time(response: ServerResponse, route: string) {
  const end = durations.startTimer({ route });
  response.once('finish', () => end());
}

function count(name: string, help: string, value: () => number) {
  const counter = new Counter({
    name,
    help,
    registers: [],
    collect() {
      this.reset();
      this.inc(value());
    },
  });
  registry.registerMetric(counter);
}

function gauge(name: string, help: string, value: () => number, aggregator: 'sum' | 'max' = 'sum') {
  const level = new Gauge({
    name,
    help,
    registers: [],
    aggregator,
    collect() {
      this.set(value());
    },
  });
  registry.registerMetric(level);
}
