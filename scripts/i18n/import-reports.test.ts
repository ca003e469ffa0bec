import { expect, test } from 'vitest';
import { adminTextIn } from '@/lib/i18n/admin/admin-text';
import { german } from '@/lib/i18n/admin/de';
import { sourcesBelow, stringsIn } from './source-texts';

/** What is printed in a terminal alone. */
const printed = [
  'lib/import/report/report.ts',
  'lib/import/importers/wordpress/mirror/differences.ts',
  'lib/import/importers/wordpress/mirror/old-site.ts',
];
const ofCommands = ['There is no file {}.', 'There is no folder {}.', 'There is no import {}.'];
/** Why a file is refused, which begins with its name. */
const refusal =
  /^\{\} .*(?:othing was imported|Choose|choose|Add|Export again|: give |: make |: it breaks off|no list|an index|neither a)/;
/** A sentence, or one that begins with a number; what is put before other sentences is none of its own. */
const whole = /^(?:\p{Lu}|\{\} \p{Ll}).*\p{L}{2}.* .*[.:]$/u;

/** What a template makes that has more than names and numbers put in. */
const made: Record<string, readonly string[]> = {
  'It was also in {}.': ['It was also in another place.', 'It was also in 3 other places.'],
  'It does not have the expected form{}.': [
    'It does not have the expected form.',
    'It does not have the expected form at tags.0.',
  ],
  '{} in it: links are not followed.': [
    '1 link is in it: links are not followed.',
    '2 links are in it: links are not followed.',
  ],
  '{} {} in it: files of this type are not supported.': [
    '1 file is of the type php in it: files of this type are not supported.',
    '2 files are without a type in it: files of this type are not supported.',
  ],
  '{} of the type {} {} not imported.': [
    '1 of the type recipe was not imported.',
    '20 of the type recipe were not imported.',
  ],
  '{} {} not imported.': ['1 was not imported.', '2 were not imported.'],
  '{} {} on them {} left out too.': ['1 comment on them was left out too.', '2 comments on them were left out too.'],
  'It was not imported: {} used its terms.': [
    'It was not imported: 1 entry used its terms.',
    'It was not imported: 2 entries used its terms.',
  ],
  'It was not imported: {} had it.': ['It was not imported: 1 entry had it.', 'It was not imported: 2 entries had it.'],
  'The old site’s clock was {}{}: set the time zone under Settings, or posts near midnight show another day.': [
    '7 hours behind UTC',
    '1 hour ahead of UTC, as in Europe/Berlin',
    '5 hours and 30 minutes ahead of UTC, as in Asia/Kolkata',
    'the same as UTC',
  ].map(
    (clock) =>
      `The old site’s clock was ${clock}: set the time zone under Settings, or posts near midnight show another day.`,
  ),
  'The site title {} “{}” now, and its time zone {}. Undoing the import does not change them back.': [
    'is',
    'would be',
  ].map(
    (is) => `The site title ${is} “Ropes” now, and its time zone UTC. Undoing the import does not change them back.`,
  ),
  'Settings {}: {}; menus: {}. Undoing the import does not change them back.': ['taken over', 'to be taken over'].map(
    (done) => `Settings ${done}: 7; menus: 2. Undoing the import does not change them back.`,
  ),
  'Its date {} cannot be read; {}.': [
    'Its date 31.2. cannot be read; it has none here.',
    'Its date 31.2. cannot be read; 2026-01-01T00:00:00.000Z was taken.',
  ],
  'The export has more than {} {}, which is more than one import can hold: nothing was imported.': [
    'authors',
    'tags',
  ].map(
    (what) => `The export has more than 200,000 ${what}, which is more than one import can hold: nothing was imported.`,
  ),
  'The export has more than {} {}, which is more than one import can hold: nothing was imported. Export a part of the site at a time (Tools → Export takes a category, an author or a span of months).':
    [
      'The export has more than 200,000 categories and tags, which is more than one import can hold: nothing was imported. Export a part of the site at a time (Tools → Export takes a category, an author or a span of months).',
    ],
  ...Object.fromEntries(
    [
      'an error message of the old site, which was left out: {}.',
      'text that is not part of the export and was left out: {}.',
      'characters that are not part of the export and were left out.',
    ].map((what) => [
      `{} ${what}`,
      ['The file begins with', 'The export is followed by'].map(
        (where) => `${where} ${what.replace('{}', '“Notice”')}`,
      ),
    ]),
  ),
};

const { said } = adminTextIn('de', german);
const isGerman = (sentence: string) => said(sentence) !== sentence;

test('every line of an import report is in German', () => {
  const files = sourcesBelow('lib/import').filter((file) => !printed.includes(file));
  const templates = new Set(files.flatMap(stringsIn));
  const lines = [...templates].filter((text) => whole.test(text) && !refusal.test(text) && !ofCommands.includes(text));
  expect(lines.length).toBeGreaterThan(150);
  const unknown = lines.flatMap((line) =>
    (made[line] ?? [line.replaceAll('{}', '7')]).filter((text) => !isGerman(text)),
  );
  expect(unknown).toEqual([]);
  expect(Object.keys(made).filter((template) => !templates.has(template))).toEqual([]);
});

test.each([
  'type recipe',
  'taxonomy genre',
  'custom field price',
  'comments of the type note',
  'type: others',
  'the whole file',
])('what a line of a report is about is in German: %s', (where) => {
  expect(isGerman(where)).toBe(true);
});
