import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeSlug, isReserved, MAX_SLUG_LENGTH, slugify, slugProblem } from './slugs';

test.each([
  ['The Harbour, at dawn!', 'the-harbour-at-dawn'],
  ['Größe & Ærø: Łódź', 'grosse-aero-lodz'],
  ['Don’t panic', 'dont-panic'],
  ['  ', ''],
  ['🐟🐟', ''],
  ['港の朝', '港の朝'],
  ['İstanbul', 'istanbul'],
  ['Привет, мир', 'привет-мир'],
  ['100 % sure', '100-sure'],
  ['I ❤️ New York', 'i-new-york'],
  ['Love ❤️', 'love'],
  ['1️⃣ tip', '1-tip'],
  ['🏴\u{E0067}\u{E0062}\u{E007F} flags', 'flags'],
  ['👩\u200D🚀 women', 'women'],
  ['Donau\u00ADdampf\u200Bschiff', 'donaudampfschiff'],
  ['می\u200Cخواهم', 'میخواهم'],
  ['\u3164\uFFA0', ''],
])('%s becomes %s', (title, slug) => {
  expect(slugify(title)).toBe(slug);
});

test('making a slug of a slug changes nothing, and it is never too long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
      const slug = slugify(title);
      expect(slugify(slug)).toBe(slug);
      expect([...slug].length).toBeLessThanOrEqual(MAX_SLUG_LENGTH);
      expect(slug.isWellFormed()).toBe(true);
      expect(slug).not.toMatch(/[\p{DI}\u20E3]/u);
    }),
    { numRuns: 1_000 },
  );
}, 60_000);

test('a slug that is too long is told the limit, whatever its letters', () => {
  for (const slug of ['a'.repeat(81), 'a'.repeat(300), 'Über '.repeat(20), '港'.repeat(81)])
    expect(slugProblem(slug)).toBe('A URL slug can have at most 80 characters.');
  expect(slugProblem('a'.repeat(80))).toBeNull();
  expect(slugProblem('港'.repeat(80))).toBeNull();
});

test('a long title is cut between words', () => {
  expect(slugify('word '.repeat(40))).toMatch(/^(word-)+word$/);
  expect([...slugify('港'.repeat(200))]).toHaveLength(MAX_SLUG_LENGTH);
});

test.each([
  'admin',
  'api',
  'page',
  'tag',
  'author',
  'archive',
  'search',
  'signin',
  'signup',
  'account',
  'setup',
  'preview',
  'uploads',
  '2026',
  '0001',
])('reserves %s', (slug) => {
  expect(slugProblem(slug)).toMatch(/\.$/);
});

test('years are reserved, other numbers are not', () => {
  expect(isReserved('1999')).toBe(true);
  expect(slugProblem('99')).toBeNull();
  expect(slugProblem('12345')).toBeNull();
});

test('every address of one fixed segment that the site has is reserved', () => {
  const app = join(process.cwd(), 'app');
  const folders = ['', ...readdirSync(app).filter((name) => name.startsWith('('))];
  const segments = folders
    .flatMap((group) => readdirSync(join(app, group)).filter((name) => statSync(join(app, group, name)).isDirectory()))
    .filter((name) => /^[a-z0-9-]+$/.test(name));

  expect(segments.length).toBeGreaterThan(5);
  expect(segments.filter((segment) => !isReserved(segment))).toEqual([]);
});

test('a taken slug is numbered from 2, and stays within its length', () => {
  expect(freeSlug('tides', (slug) => ['tides', 'tides-2'].includes(slug))).toBe('tides-3');
  expect(freeSlug('search', () => false)).toBe('search-2');
  const long = 'a'.repeat(MAX_SLUG_LENGTH);
  expect(freeSlug(long, (slug) => slug === long)).toHaveLength(MAX_SLUG_LENGTH);
});
