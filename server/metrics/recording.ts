import type { ServerResponse } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { caches } from '@/lib/caching/process-caches';
import { onStatement } from '@/lib/database/watching';
import { log } from '@/lib/log';
import { ownSegmentOf } from '@/lib/own-routes';
import { pageCacheBytes, pageCacheCount } from '@/server/cache/page-cache';
import { queues } from '@/server/http/request-queues';

export const registry = new Registry();

const WINDOW_MS = 10_000;
const NANOSECONDS = 1e9;
/** Cached pages take microseconds, which a timer for each would add to: every sixteenth is timed. */
const SAMPLED_EVERY = 16;
const SLOW_MS = 2_000;
const registers = [registry];
const seconds = [0.0005, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

const answers = new Counter({
  name: 'masthead_answers_total',
  help: 'Answers that were not taken from memory, by kind of address and status.',
  labelNames: ['route', 'status'],
  registers,
});
const durations = new Histogram({
  name: 'masthead_answer_seconds',
  help: 'Time from the request to the end of the answer, by kind of address; of cacheHits pages every sixteenth.',
  labelNames: ['route'],
  buckets: seconds,
  registers,
});
const renderings = new Histogram({
  name: 'masthead_rendering_seconds',
  help: 'Time that a public page took to be made.',
  buckets: seconds,
  registers,
});
const statements = new Histogram({
  name: 'masthead_statement_seconds',
  help: 'Time that a statement took in the database, with its waiting.',
  buckets: seconds,
  registers,
});

let cacheHits = 0;
let cacheMisses = 0;

count('masthead_pages_from_memory_total', 'Public pages answered from memory.', () => cacheHits);
count('masthead_pages_not_in_memory_total', 'Public pages that were not in memory.', () => cacheMisses);
for (const [name, queue] of Object.entries(queues)) {
  gauge(`masthead_${name}_running`, `Work under way: ${name}.`, () => queue.counts.running);
  gauge(`masthead_${name}_waiting`, `Work waiting for its turn: ${name}.`, () => queue.counts.waiting);
  count(`masthead_${name}_refused_total`, `Work that was refused: ${name}.`, () => queue.counts.refused);
}
gauge('masthead_page_cache_bytes', 'Finished pages in memory, in bytes.', pageCacheBytes);
gauge('masthead_page_cache_entries', 'Finished pages in memory.', pageCacheCount);
gauge('masthead_read_cache_bytes', 'Answers of the database in memory, in bytes.', () => caches.reads.calculatedSize);
gauge('masthead_resident_bytes', 'Memory of all processes that answer, in bytes.', () => process.memoryUsage.rss());
gauge('masthead_heap_bytes', 'Memory that scripts use, in bytes.', () => process.memoryUsage().heapUsed);
gauge('masthead_external_bytes', 'Memory outside the heap of scripts, in bytes.', () => process.memoryUsage().external);
gauge('masthead_processes', 'Processes that answer.', () => 1);
gauge('masthead_lease_valid', 'Processes that may answer from memory.', () => Number(caches.lease.isValid()));

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
  gauge(
    'masthead_event_loop_delay_median_seconds',
    'Delay of the event loop, of the latest process.',
    () => middle,
    'max',
  );
  gauge('masthead_event_loop_delay_p99_seconds', 'Delay of the event loop, of the latest process.', () => worst, 'max');
  return () => {
    clearInterval(turn);
    delay.disable();
    stopListening();
  };
}

export function countCacheHit(response: ServerResponse) {
  cacheHits += 1;
  if (cacheHits % SAMPLED_EVERY === 0) time(response, 'kept');
}

export function countAnswer(response: ServerResponse, pathname: string) {
  const route = routeOf(pathname);
  time(response, route);
  const began = performance.now();
  response.once('finish', () => {
    answers.inc({ route, status: `${Math.trunc(response.statusCode / 100)}xx` });
    const ms = Math.round(performance.now() - began);
    const line = { event: 'answered', route, status: response.statusCode, ms };
    if (ms >= SLOW_MS) log.warn(line, 'answered slowly');
    else log.debug(line, 'answered');
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
  if (pathname.endsWith('.txt')) return 'machines';
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
