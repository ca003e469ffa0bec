import { expect, test } from 'vitest';
import { labelExports } from './export-labels';

const found = (name: string, archive: string | null = null) => ({ path: `/tmp/${name}`, name, archive });
const labels = (...given: Parameters<typeof labelExports>) => labelExports(...given).map(({ label }) => label);

test('a file that came alone needs no name', () => {
  expect(labels([found('export.xml')], 1)).toEqual(['']);
});

test('beside other files, or from an archive, an export is named', () => {
  expect(labels([found('export.xml')], 2)).toEqual(['export.xml']);
  expect(labels([found('a/one.xml', 'all.zip'), found('a/two.xml', 'all.zip')], 1)).toEqual(['a/one.xml', 'a/two.xml']);
});

test('exports with one name are told apart by their archives, and otherwise numbered', () => {
  expect(labels([found('export.xml', 'a.zip'), found('export.xml', 'b.zip'), found('more.xml')], 3)).toEqual([
    'export.xml in a.zip',
    'export.xml in b.zip',
    'more.xml',
  ]);
  expect(labels([found('export.xml'), found('export.xml')], 2)).toEqual(['export.xml (1)', 'export.xml (2)']);
});

test('a name is printed without control characters, and not at any length', () => {
  const [label] = labels([found(`a\nb${'c'.repeat(500)}`)], 2);
  expect(label).toBe(`a b${'c'.repeat(197)}`);
});
