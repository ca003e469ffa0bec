import { expect, test } from 'vitest';
import type { CacheBus } from './cache-bus';
import { documentHtmlAt } from './document-html';
import { deferHtml } from './static-html';
import { caches } from './process-caches';

test('a process without a bus makes tags stale in itself alone, and then joins one for good', async () => {
  const before = caches.clock.now;
  await caches.invalidate(['local']);
  expect(caches.clock.isStale(['local'], before)).toBe(true);
  expect(caches.bus.reachesInstances).toBe(false);

  const sent: string[] = [];
  const bus: CacheBus = { reachesInstances: true, invalidate: async (tags) => void sent.push(...tags) };
  caches.connect(bus);
  await caches.invalidate(['one', 'two']);
  expect(sent).toEqual(['one', 'two']);
  expect(caches.bus).toBe(bus);
  expect(() => caches.connect(bus)).toThrow('This process has joined a cache bus already.');
});

test('finds stored HTML by its placeholder only while its own document is rendered', async () => {
  const render = async (html: string) => {
    const place = deferHtml(html);
    await Promise.resolve();
    return documentHtmlAt(place ?? -1);
  };
  const context = () => ({ tags: new Set<string>(), expiresAt: Infinity, startedAt: 0, deferredHtml: [] });
  const both = ['<p>a</p>', '<p>b</p>'].map((html) => caches.rendering.run(context(), () => render(html)));
  expect(await Promise.all(both)).toEqual(['<p>a</p>', '<p>b</p>']);
  expect(await render('<p>c</p>')).toBe('');
});
