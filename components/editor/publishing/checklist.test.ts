import { adminTextIn } from '@/lib/i18n/admin/admin-text';
import { german } from '@/lib/i18n/admin/de';
import { expect, test } from 'vitest';
import { usualPublishRules } from '@/lib/settings/publish-rules';
import { checksOfFields, publishingFaults, publishingHints } from './checklist';
import type { EditorFields } from '../fields';

const english = adminTextIn('en', {});

const told = { losses: [], language: 'en' };
const site = { type: 'post', rules: usualPublishRules, openNotes: 0 } as const;
const hintsOf = (fields: EditorFields) => publishingHints(fields, checksOfFields(fields, site), told);

const ready = {
  title: 'Nets',
  excerpt: 'Of nets.',
  bodyHtml: '<h2>Dry</h2><h3>Why</h3><h2>Wet</h2><p>So.</p>',
  coverId: '',
  coverAlt: '',
  tags: '',
  series: '',
  seoDescription: '',
} as EditorFields;

test('a finished post gives no hint', () => {
  expect(hintsOf(ready)).toEqual([]);
  const card = '<aside data-bookmark=""><p><a href="/fog">Fog</a></p></aside>';
  expect(hintsOf({ ...ready, bodyHtml: `<p data-button=""><a href="/join">Join</a></p>\n${card}` })).toEqual([]);
});

test.each([
  [{ bodyHtml: '' }, /no text/],
  [{ excerpt: '' }, /no excerpt/],
  [{ coverId: 'm1' }, /featured image has no alt text/],
  [{ bodyHtml: '<p>So.</p><figure><img src="/uploads/a.png" alt=""></figure>' }, /An image has no alt text/],
  [{ bodyHtml: '<p>So.</p><img src="https://x.test/a.png" alt="A">' }, /An image was not uploaded here/],
  [{ bodyHtml: '<figure data-missing-image="">Image</figure>' }, /An image was not copied: upload it or remove it/],
  [{ bodyHtml: '<figure data-missing-image="">a</figure>'.repeat(2) }, /2 images were not copied/],
  [
    { bodyHtml: '<p data-button="">Join</p><p data-button=""><a href="/join">Join</a></p>' },
    /^A button has no address/,
  ],
  [{ bodyHtml: '<p data-button="">Join</p>'.repeat(2) }, /^2 buttons have no address/],
  [{ bodyHtml: '<aside data-bookmark=""><p>Fog</p></aside>' }, /^A bookmark card has no address/],
  [{ bodyHtml: '<aside data-bookmark=""><p>Fog</p></aside>'.repeat(2) }, /^2 bookmark cards have no address/],
  [{ bodyHtml: '<h2>Dry</h2><h4>Deep <em>down</em></h4>' }, /“Deep down” skips a level/],
])('gives a hint for %j', (changes, hint) => {
  expect(hintsOf({ ...ready, ...changes })).toEqual([expect.stringMatching(hint)]);
});

test('a missing title and unsaved changes prevent publishing', () => {
  expect(publishingFaults(ready, {}, { checks: [], t: english })).toEqual([]);
  const problems = { slug: '"admin" is reserved.', other: 'Why.' };
  expect(publishingFaults({ ...ready, title: ' ' }, problems, { checks: [], t: english })).toEqual([
    'It has no title yet.',
    'URL slug: "admin" is reserved.',
    'other: Why.',
  ]);
});

test('names what readers will not see before publishing', () => {
  expect(publishingHints(ready, [], { losses: ['form'], language: 'en' })).toEqual([
    expect.stringMatching(/^Readers will see this without: form\./),
  ]);
});

test('what would be lost is said in German, with its names listed as German does', () => {
  const t = adminTextIn('de', german);
  const [hint = ''] = publishingHints(ready, [], { losses: ['form', 'input'], language: t.language });
  expect(t.said(hint)).toMatch(/^Leser sehen dies ohne: form und input\. Ein Beitrag kann keine .* Werbeplatz ein\.$/);
});

test('a rule of the check list that blocks must be met, one that warns is a hint', () => {
  const rules = { ...usualPublishRules, tag: 'block', notes: 'warn', fewWords: 'block', least: 6 } as const;
  const checks = checksOfFields(ready, { ...site, rules, openNotes: 2 });
  expect(publishingFaults(ready, {}, { checks, t: english })).toEqual([
    'It has no tag.',
    'It has 4 words; at least 6 are wanted.',
  ]);
  expect(publishingHints(ready, checks, told)).toEqual(['2 notes are not resolved.']);
  expect(checksOfFields({ ...ready, tags: 'Nets, ' }, { ...site, rules: { ...rules, fewWords: 'off' } })).toEqual([]);
});
