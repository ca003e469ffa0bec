import { expect, test } from 'vitest';
import { AppError } from '@/lib/platform/errors';
import { explainDatabaseProblem, noteDatabaseProblem, databaseProblemIn, withProblemDetection } from './problems';

const withCode = (code: string, message = 'failed') => Object.assign(new Error(message), { code });
const caused = (cause: unknown) => new Error('Invalid invocation', { cause });

test.each([
  withCode('ECONNREFUSED'),
  withCode('57P01', 'terminating connection due to administrator command'),
  withCode('53300', 'sorry, too many clients already'),
  withCode('25P03', 'terminating connection due to idle-in-transaction timeout'),
  withCode('P1001'),
  withCode('P2024'),
  withCode('SQLITE_BUSY'),
  withCode('SQLITE_CANTOPEN'),
  withCode('SQLITE_IOERR_SHORT_READ'),
  caused({ kind: 'DatabaseNotReachable' }),
  caused({ kind: 'SocketTimeout' }),
  caused(caused(new Error('Connection terminated unexpectedly'))),
  new Error('timeout exceeded when trying to connect'),
])('%s: the database is unreachable', (error) => {
  expect(databaseProblemIn(error)).toBe('away');
});

test.each([withCode('SQLITE_FULL'), withCode('ENOSPC'), caused(new Error('database or disk is full'))])(
  '%s: the disk is full',
  (error) => {
    expect(databaseProblemIn(error)).toBe('full');
    expect(explainDatabaseProblem(error, { isStaff: true })?.message).toContain('The disk of the server is full');
    expect(explainDatabaseProblem(error, { isStaff: false })?.message).not.toContain('disk');
  },
);

test.each([
  withCode('P2002', 'Unique constraint failed'),
  new Error('Cannot read properties of null'),
  'a string',
  null,
])('%s is not a fault of the database as a whole', (error) => {
  expect(databaseProblemIn(error)).toBeNull();
  expect(explainDatabaseProblem(error, { isStaff: true })).toBeNull();
});

test('messages for users are left as they are', () => {
  const error = new AppError('not_found', 'There is no such post.');
  expect(explainDatabaseProblem(error, { isStaff: false })).toBe(error);
});

test('a problem is recorded for the request in which it occurred, and for no other', async () => {
  const [met, other] = await Promise.all([
    withProblemDetection(async () => noteDatabaseProblem(withCode('ECONNREFUSED'))),
    withProblemDetection(async () => {}),
  ]);
  expect([met.problem, other.problem]).toEqual(['away', null]);
});
