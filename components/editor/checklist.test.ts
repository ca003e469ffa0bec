import { expect, test } from 'vitest';
import { publishingHints } from './checklist';
import type { EditorFields } from './fields';

const ready = {
  title: 'Nets',
  excerpt: 'Of nets.',
  bodyHtml: '<h2>Dry</h2><h3>Why</h3><h2>Wet</h2><p>So.</p>',
  coverId: '',
  coverAlt: '',
} as EditorFields;

test('a finished post gives no hint', () => {
  expect(publishingHints(ready)).toEqual([]);
});

test.each([
  [{ title: ' ' }, /no title/],
  [{ bodyHtml: '' }, /no text/],
  [{ excerpt: '' }, /no excerpt/],
  [{ coverId: 'm1' }, /cover has no description/],
  [{ bodyHtml: '<p>So.</p><figure><img src="/uploads/a.png" alt=""></figure>' }, /An image has no description/],
  [{ bodyHtml: '<p>So.</p><img src="https://x.test/a.png" alt="A">' }, /An image was not uploaded here/],
  [{ bodyHtml: '<h2>Dry</h2><h4>Deep <em>down</em></h4>' }, /“Deep down” skips a level/],
])('%j is worth a hint', (changes, hint) => {
  expect(publishingHints({ ...ready, ...changes })).toEqual([expect.stringMatching(hint)]);
});
