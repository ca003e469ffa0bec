import { expect, test } from 'vitest';
import { writeCsv } from './csv';

test('a table is written as spreadsheets read it', () => {
  expect(writeCsv(['Post', 'Views'], [['The “tide”, and "more"', 12]])).toBe(
    '"Post","Views"\r\n"The “tide”, and ""more""",12\r\n',
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('%j is no formula', (title) => {
  expect(writeCsv(['Post'], [[title]])).toBe(`"Post"\r\n"'${title}"\r\n`);
});
