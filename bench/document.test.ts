import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withFigures } from './document';
import { cellsOf, type Row } from './table';

const row = (more: Partial<Row>) => cellsOf({ target: 1, what: 'cached page', figure: 1, unit: 'ms', ...more });
const first = { run: 'Commit aaaaaaa, 2 x Old, 2026-11-26.', isWhole: true };
const second = { run: 'Commit bbbbbbb, 4 x New, 2026-11-28.', isWhole: false };
const empty = 'Before.\n\n<!-- figures -->\n<!-- /figures -->\n\n<!-- growth -->\n<!-- /growth -->\n\nAfter.\n';
const whole = withFigures(empty, 'figures', {
  ...first,
  rows: [
    row({ figure: 70, atMost: 80 }),
    row({ target: 4, what: 'lost, of 1,334 acknowledged', figure: 0, unit: '' }),
    row({ target: 10, what: 'overload', figure: 13 }),
  ],
});
const rowsOf = (text: string) => text.split('\n').filter((line) => /^\| \d/.test(line));

test('one measurement replaces its own rows; those of others stay, with the run they are of', () => {
  const text = withFigures(whole, 'figures', {
    ...second,
    rows: [
      row({ target: 4, what: 'lost, of 27 acknowledged', figure: 0, unit: '' }),
      row({ target: 7, what: 'shift', figure: 0, unit: '', atMost: 0 }),
      row({ target: 10, what: 'overload', figure: 12.5 }),
    ],
  });

  expect(rowsOf(text)).toEqual([
    '| 1 | cached page | 70 ms |  |  | at most 80 | pass | 1 |',
    '| 4 | lost, of 27 acknowledged | 0 |  |  |  |  | 2 |',
    '| 7 | shift | 0 |  |  | at most 0 | pass | 2 |',
    '| 10 | overload | 12.5 ms |  |  |  |  | 2 |',
  ]);
  expect(text).toContain(`1. ${first.run}\n2. ${second.run}\n`);
  expect(text.startsWith('Before.\n')).toBe(true);
  expect(text.endsWith('<!-- growth -->\n<!-- /growth -->\n\nAfter.\n')).toBe(true);
});

test('a run of which no row is left is no longer named', () => {
  const rows = [row({}), row({ target: 4, what: 'lost, of 5 acknowledged' }), row({ target: 10, what: 'overload' })];
  const text = withFigures(whole, 'figures', { ...second, rows });

  expect(text).not.toContain('aaaaaaa');
  expect(text).toContain(`1. ${second.run}\n\n`);
  expect(rowsOf(text).every((line) => line.endsWith('| 1 |'))).toBe(true);
});

test('a whole run replaces the table', () => {
  const text = withFigures(whole, 'figures', { ...second, isWhole: true, rows: [row({ figure: 2 })] });

  expect(rowsOf(text)).toEqual(['| 1 | cached page | 2 ms |  |  |  |  | 1 |']);
});

test.each(['figures', 'growth'] as const)('the table of %s in the document is read as it stands', (part) => {
  const file = readFileSync('docs/performance.md', 'utf8');
  const again = withFigures(file, part, { ...second, rows: [row({ target: 99, what: 'new' })] });
  const section = (text: string) => text.slice(text.indexOf(`<!-- ${part} -->`), text.indexOf(`<!-- /${part} -->`));

  expect(rowsOf(section(again))).toHaveLength(rowsOf(section(file)).length + 1);
  expect(section(again)).not.toContain('| 0 |\n');
});

test('a document without a place for the table is refused, and not written', () => {
  expect(() => withFigures('Nothing here.', 'growth', { ...first, rows: [] })).toThrow(/no place for the table/);
});
