import { expect, test } from 'vitest';
import { makeStatementNames } from './statement-names';

test('prepares a repeated statement under one name', () => {
  const nameOf = makeStatementNames();
  const names = Array.from({ length: 5 }, () => nameOf({ sql: 'SELECT 1' }));

  expect(names.slice(0, 2)).toEqual(['', '']);
  expect(names[2]).toMatch(/^m_[0-9a-f]{24}$/);
  expect(new Set(names.slice(2)).size).toBe(1);
});

test('does not prepare single statements and searches, and limits the number of names', () => {
  const nameOf = makeStatementNames();
  const often = (sql: string) => Array.from({ length: 4 }, () => nameOf({ sql })).at(-1);

  for (let at = 0; at < 2_000; at += 1) expect(nameOf({ sql: `SELECT ${at}` })).toBe('');
  expect(often(`SELECT 1 WHERE words @@ $1::tsquery`)).toBe('');
  const named = Array.from({ length: 400 }, (_, at) => often(`SELECT 'a', ${at}`)).filter(Boolean);
  expect(named).toHaveLength(300);
});
