import { expect, test } from 'vitest';
import { readCsv } from './csv-rows';

test('rows are read with the line on which each begins', () => {
  expect(readCsv('from,to\r\n/a,/b\r\n\r\n/c,/d')).toEqual([
    { line: 1, cells: ['from', 'to'] },
    { line: 2, cells: ['/a', '/b'] },
    { line: 4, cells: ['/c', '/d'] },
  ]);
});

test('quoted cells hold separators, quotes and line breaks', () => {
  expect(readCsv('"/a,b","say ""x""",301\n"two\nlines",x\n/c,')).toEqual([
    { line: 1, cells: ['/a,b', 'say "x"', '301'] },
    { line: 2, cells: ['two\nlines', 'x'] },
    { line: 4, cells: ['/c', ''] },
  ]);
});

test('a byte order mark and semicolons of a spreadsheet are understood', () => {
  expect(readCsv('\uFEFFfrom;to\n/a;/b')).toEqual([
    { line: 1, cells: ['from', 'to'] },
    { line: 2, cells: ['/a', '/b'] },
  ]);
});

test('a quote in the middle of a cell is a sign like any other', () => {
  expect(readCsv('/a"b,/c')).toEqual([{ line: 1, cells: ['/a"b', '/c'] }]);
});

test('an empty file has no rows', () => expect(readCsv('')).toEqual([]));
