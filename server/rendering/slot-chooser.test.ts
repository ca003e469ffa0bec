import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { publicPolicy } from '../http/content-security-policy';
import { shorten } from '@/scripts/shortening';
import { pageCounters, withPageCounter } from './page-counter';
import { slotChooser, withSlotChooser } from './slot-chooser';
import { withSlotGuard } from './slot-guard';

const page = (attribute: string) => `<html><head></head><body><div class="slot__box" ${attribute}></div></body></html>`;

test('a page where nothing is chosen carries no byte of it', () => {
  const html = page('data-counted="a.b.1"');

  expect(withSlotChooser(html)).toBe(html);
  expect(withPageCounter(html)).not.toContain('slot-filled');
});

test('a page where a content is chosen has the script, allowed by its policy, and counts what was chosen', () => {
  const html = withSlotChooser(withPageCounter(page('data-choices="a b"')));

  expect(html).toContain(`<script>${slotChooser}</script></body>`);
  expect(html).toContain('slot-filled');
  expect(html).toMatch(/<style>.+<\/style><\/head>/);
  expect(publicPolicy(html, { frameOrigin: null }).match(/'sha256-/g)).toHaveLength(2);
});

test('the guard of frames is there if a frame may be chosen', () => {
  expect(withSlotGuard(page('data-choices="a"'))).not.toContain('<script>');
  expect(withSlotGuard(page('data-choices="a" data-frames=""'))).toContain('<script>');
});

test('with the counter it is four kilobytes at most, as pages carry it', () => {
  const scripts = [slotChooser, pageCounters[2] ?? ''].map(shorten);

  expect(gzipSync(scripts.join('')).byteLength).toBeLessThanOrEqual(4 * 1024);
});
