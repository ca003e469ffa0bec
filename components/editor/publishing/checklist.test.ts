import { adminTextIn } from '@/lib/i18n/admin/admin-text';
import { german } from '@/lib/i18n/admin/de';
import { expect, test } from 'vitest';
import { publishingFaults, publishingHints } from './checklist';
import type { EditorFields } from '../fields';

const english = adminTextIn('en', {});

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
  [{ bodyHtml: '' }, /no text/],
  [{ excerpt: '' }, /no excerpt/],
  [{ coverId: 'm1' }, /featured image has no alt text/],
  [{ bodyHtml: '<p>So.</p><figure><img src="/uploads/a.png" alt=""></figure>' }, /An image has no alt text/],
  [{ bodyHtml: '<p>So.</p><img src="https://x.test/a.png" alt="A">' }, /An image was not uploaded here/],
  [{ bodyHtml: '<figure data-missing-image="">Image</figure>' }, /An image was not copied: upload it or remove it/],
  [{ bodyHtml: '<figure data-missing-image="">a</figure>'.repeat(2) }, /2 images were not copied/],
  [{ bodyHtml: '<h2>Dry</h2><h4>Deep <em>down</em></h4>' }, /“Deep down” skips a level/],
])('gives a hint for %j', (changes, hint) => {
  expect(publishingHints({ ...ready, ...changes })).toEqual([expect.stringMatching(hint)]);
});

test('a missing title and unsaved changes prevent publishing', () => {
  expect(publishingFaults(ready, {}, english)).toEqual([]);
  expect(publishingFaults({ ...ready, title: ' ' }, { slug: '"admin" is reserved.', other: 'Why.' }, english)).toEqual([
    'It has no title yet.',
    'URL slug: "admin" is reserved.',
    'other: Why.',
  ]);
});

test('names what readers will not see before publishing', () => {
  expect(publishingHints(ready, ['form'])).toEqual([expect.stringMatching(/^Readers will see this without: form\./)]);
});

test('what would be lost is said in German, with its names listed as German does', () => {
  const t = adminTextIn('de', german);
  const [hint = ''] = publishingHints(ready, ['form', 'input'], t.language);
  expect(t.said(hint)).toMatch(/^Leser sehen dies ohne: form und input\. Ein Beitrag kann keine .* Werbeplatz ein\.$/);
});
