import { expect, test } from 'vitest';
import { nextSample } from './samples';

const metric = (name: string, value: number) => ({ name: `masthead_${name}`, values: [{ value }] });
const timed = (name: string, count: number, sum: number) => ({
  name: `masthead_${name}`,
  values: [
    { value: count, metricName: `masthead_${name}_count` },
    { value: sum, metricName: `masthead_${name}_sum` },
  ],
});

test('a sample says what happened since the one before', () => {
  const [nothing, before] = nextSample([metric('page_cache_hits_total', 100), timed('render_seconds', 10, 1)], null, 0);
  const [sample] = nextSample(
    [
      metric('page_cache_hits_total', 190),
      metric('page_cache_misses_total', 10),
      metric('http_responses_total', 10),
      timed('render_seconds', 20, 1.2),
      metric('pages_queued', 3),
      metric('writes_queued', 1),
      metric('pages_rejected_total', 7),
      metric('resident_bytes', 2 * 1024 * 1024),
      metric('processes', 2),
    ],
    before,
    10_000,
  );

  expect(nothing).toBeNull();
  expect(sample).toMatchObject({
    at: 10_000,
    requestsPerSecond: 10,
    fromMemory: 0.9,
    renderingsPerSecond: 1,
    waiting: 4,
    refused: 7,
    residentMegabytes: 2,
    processes: 2,
  });
  expect(sample?.renderingMs).toBeCloseTo(20);
});

test('counts never go below zero when a worker is replaced', () => {
  const [, before] = nextSample([metric('http_responses_total', 500)], null, 0);
  const [sample] = nextSample([metric('http_responses_total', 20)], before, 10_000);

  expect(sample).toMatchObject({ requestsPerSecond: 0, fromMemory: 1, renderingMs: 0 });
});
