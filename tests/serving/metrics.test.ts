import { expect, test } from 'vitest';
import { startProduct, until } from '../setup/product';
import { ask, repeat } from './request';

const token = 'a-token-of-some-length';

test('what two workers count is one answer, for neighbours and for who has the token', async () => {
  const { url } = await startProduct({ WORKERS: '2', METRICS_TOKEN: token });
  const fromMemory = async () => valueIn((await ask(url, '/metrics')).text, 'masthead_page_cache_hits_total');
  // How many have to wait for the first rendering depends on how long it takes.
  await until(async () => (await repeat(10, 8, () => ask(url, '/'))) && (await fromMemory()) >= 30);
  await repeat(3, 1, (i) => ask(url, `/nowhere-${i}`));
  const { status, headers, text } = await ask(url, '/metrics');

  expect(status).toBe(200);
  expect(headers['content-type']).toContain('text/plain; version=0.0.4');
  const value = (name: string) => valueIn(text, name);
  // Each worker has a renderer.
  expect(value('masthead_processes')).toBe(4);
  expect(value('masthead_page_cache_hits_total')).toBeGreaterThanOrEqual(30);
  expect(value('masthead_page_cache_misses_total')).toBeGreaterThanOrEqual(4);
  expect(value('masthead_render_seconds_count')).toBeGreaterThanOrEqual(4);
  expect(value('masthead_page_cache_bytes')).toBeGreaterThan(1_000);
  expect(text).toContain('masthead_http_responses_total{route="articles",status="4xx"} 3');

  const strangers: Record<string, string>[] = [
    { 'x-forwarded-for': '203.0.113.9' },
    { forwarded: 'for=203.0.113.9' },
    { host: 'blog.example.org' },
    { authorization: 'Bearer wrong-token-of-some-length' },
  ];
  for (const headers of strangers) expect((await ask(url, '/metrics', { headers })).status).toBe(403);
  const withToken = { host: 'blog.example.org', 'x-forwarded-for': '203.0.113.9', authorization: `Bearer ${token}` };
  expect((await ask(url, '/metrics', { headers: withToken })).status).toBe(200);
});

test('addresses beyond number make no labels beyond number', async () => {
  const { url } = await startProduct();
  const paths = Array.from({ length: 60 }, (_, i) => [
    `/stranger-${i}`,
    `/tag/t${i}`,
    `/a/b/c${i}`,
    `/x${i}.txt`,
  ]).flat();
  for (const path of paths) await ask(url, path, { headers: { 'x-forwarded-host': path } });
  const { text } = await ask(url, '/metrics');
  const routes = new Set(
    [...text.matchAll(/masthead_http_responses_total\{route="([^"]+)"/g)].map(([, route]) => route),
  );

  expect(routes.size).toBeLessThan(10);
  expect(text).not.toContain('stranger');
});

test('every line of the log about a request carries its id, and a stranger cannot choose it', async () => {
  const { url, stderr } = await startProduct({ LOG_LEVEL: 'debug', TRUSTED_PROXIES: '127.0.0.1' });
  const known = await ask(url, '/search', { headers: { 'x-request-id': 'from-the-proxy-1' } });
  const bad = await ask(url, '/search', { headers: { 'x-request-id': 'a\tb{"event":"forged"}' } });

  expect(known.headers['x-request-id']).toBe('from-the-proxy-1');
  expect(bad.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  await until(() => stderr().includes('"request":"from-the-proxy-1"'));
  const stranger = await startProduct();
  const own = await ask(stranger.url, '/search', { headers: { 'x-request-id': 'chosen-by-a-stranger' } });
  expect(own.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
});

function valueIn(text: string, name: string) {
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
}
