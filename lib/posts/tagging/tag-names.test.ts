import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameOf } from '@/lib/text/visible-text';
import { slugify } from '../publishing/slugs';
import { tagKey, tagSlugs } from './tag-names';

test.each([
  ['C++', 'c++'],
  ['Café', 'CAFE'],
  ['Straße', 'strasse'],
  ['Love ❤️', 'Love'],
  ['Love\u200B', 'love'],
  ['rock-and-roll', 'Rock and Roll'],
  ['Don’t', 'dont'],
  ['İstanbul', 'istanbul'],
  ['❤️', '❤'],
  ['Tide🌊_table', 'tide table'],
])('%s and %s are one tag', (one, other) => {
  expect(tagKey(one)).toBe(tagKey(other));
});

test('distinguishes tags by signs and other scripts', () => {
  const names = [
    'C',
    'C++',
    'C#',
    'net',
    '.NET',
    '🎉',
    '🎈',
    '!!!',
    '?',
    'R',
    'R&B',
    'и',
    'й',
    '港',
    'Node.js',
    'Nodejs',
  ];
  expect(new Set(names.map(tagKey)).size).toBe(names.length);
});

test.each([
  ['C++', ['cpp', 'c']],
  ['C#', ['csharp', 'c']],
  ['.NET', ['dotnet', 'net']],
  ['ASP.NET', ['asp-net']],
  ['#metoo', ['metoo']],
  ['Boats', ['boats']],
  ['🎉', ['tag-1f389']],
  ['!!!', ['tag-21-21-21']],
])('%s may be at %j', (name, slugs) => {
  expect(tagSlugs(name)).toEqual(slugs);
});

test('every visible name has a key and an address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
      const name = nameOf(typed);
      fc.pre(name !== '');
      expect(tagKey(name)).not.toBe('');
      expect(tagKey(tagKey(name))).toBe(tagKey(name));
      for (const slug of tagSlugs(name)) expect(slugify(slug)).toBe(slug);
      expect(tagSlugs(name).length).toBeGreaterThan(0);
    }),
    { numRuns: 1_000 },
  );
}, 60_000);
