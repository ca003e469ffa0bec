import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { shorten } from '@/scripts/shortening';
import { pageCounters, withPageCounter } from './page-counter';

const page = (inside: string) => `<html><body>${inside}</body></html>`;
const view = '<div data-page="home"></div>';
const box = '<div data-counted="a.b.1"></div>';

test('a page that is not counted gets no byte of the counter', () => {
  expect(withPageCounter(page('<p>Text: data-page="x"</p>'.replaceAll('"', '&quot;')))).not.toContain('<script>');
});

test('a page without slots gets nothing of what counts them', () => {
  const withView = withPageCounter(page(view));
  expect(withView).toBe(page(`${view}<script>${pageCounters[0]}</script>`));
  expect(withView).not.toContain('IntersectionObserver');
  expect(withPageCounter(page(view + box))).toContain('IntersectionObserver');
  expect(withPageCounter(page(box))).toContain('IntersectionObserver');
});

test('it is small', () => {
  const [plain = 0, withSlots = 0] = pageCounters.map((text) => gzipSync(shorten(text)).byteLength);
  expect(plain).toBeLessThan(600);
  expect(withSlots).toBeLessThan(1_640);
});
