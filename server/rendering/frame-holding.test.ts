import { expect, test } from 'vitest';
import { publicPolicy } from '../http/content-security-policy';
import { frameHolding, withFrameHolding } from './frame-holding';

const page = (inside: string) => `<html><head></head><body>${inside}</body></html>`;
const printed = '<iframe class="slot__frame" src="/_s/f/a?3" title="Ropes"></iframe>';

test('a page with a frame in it holds it before it is parsed, by a script that its policy allows', () => {
  const html = withFrameHolding(page(printed));

  expect(html.indexOf(frameHolding)).toBeLessThan(html.indexOf('<iframe'));
  expect(publicPolicy(html, { frameOrigin: null }).match(/'sha256-/g)).toHaveLength(1);
});

test('a page without one, or whose frames wait for consent or a choice, carries no byte of it', () => {
  for (const inside of ['', '<div data-choices="a" data-frames=""></div>', printed.replace(' src=', ' data-src=')]) {
    expect(withFrameHolding(page(inside))).toBe(page(inside));
  }
});
