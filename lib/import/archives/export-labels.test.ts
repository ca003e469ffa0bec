import { expect, test } from 'vitest';
import { labelExports } from './export-labels';

const found = (name: string, archive: string | null = null) => ({ path: `/tmp/${name}`, name, archive });
const labels = (...given: Parameters<typeof labelExports>) => labelExports(...given).map(({ label }) => label);

test('does not name a single file', () => {
  expect(labels([found('export.xml')], 1)).toEqual(['']);
});

test('names an export beside other files or from an archive', () => {
  expect(labels([found('export.xml')], 2)).toEqual(['export.xml']);
  expect(labels([found('a/one.xml', 'all.zip'), found('a/two.xml', 'all.zip')], 1)).toEqual(['a/one.xml', 'a/two.xml']);
});

test('distinguishes exports of the same name by their archive or a number', () => {
  expect(labels([found('export.xml', 'a.zip'), found('export.xml', 'b.zip'), found('more.xml')], 3)).toEqual([
    'export.xml in a.zip',
    'export.xml in b.zip',
    'more.xml',
  ]);
  expect(labels([found('export.xml'), found('export.xml')], 2)).toEqual(['export.xml (1)', 'export.xml (2)']);
});

test('prints a name shortened and without control characters', () => {
  const [label] = labels([found(`a\nb${'c'.repeat(500)}`)], 2);
  expect(label).toBe(`a b${'c'.repeat(197)}`);
});
