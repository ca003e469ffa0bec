import { expect, test } from 'vitest';
import { nothingSeen } from '@/tests/factories/seen-of-code';
import { combineRuns, hasShown, parseTestResult, runsSchema, type Observed, type Run } from './test-result';

const nothing: Observed = { ...nothingSeen, width: 300, height: 250 };

const run = (width: number, more: Partial<Observed> | null = {}, page = { focus: 0, entries: 0 }): Run => ({
  frame: { width, height: 250 },
  observed: more && { ...nothing, ...more },
  page,
});

test('three runs are one result: the most of each count, every host once, and the size at each width', () => {
  const result = combineRuns(
    [
      run(320, { hosts: ['b.example', 'a.example'], writes: 1, bytes: 10 }),
      run(728, { hosts: ['a.example'], writes: 2, focus: 1, errors: ['x'] }, { focus: 3, entries: 1 }),
      run(1000, null),
    ],
    'sandboxed',
  );
  expect(result).toMatchObject({ hosts: ['a.example', 'b.example'], writes: 2, bytes: 10, focus: 3, entries: 1 });
  expect(result).toMatchObject({ errors: ['x'], silent: 1, isolation: 'sandboxed' });
  expect(result.sizes).toEqual([
    { frame: 320, width: 300, height: 250 },
    { frame: 728, width: 300, height: 250 },
  ]);
  expect(parseTestResult(JSON.stringify(result))).toEqual(result);
  expect([hasShown(result, 'focus'), hasShown(result, 'history'), hasShown(result, 'write')]).toEqual([
    true,
    true,
    true,
  ]);
  expect(hasShown(combineRuns([run(320)], 'sandboxed'), 'focus')).toBe(false);
});

test.each([
  ['no runs', []],
  ['four runs', [run(1), run(2), run(3), run(4)]],
  ['what is no run', ['run']],
  ['a negative count', [run(320, { writes: -1 })]],
  ['a count that is no whole number', [run(320, { focus: 0.5 })]],
  ['an endless count', [run(320, { requests: 1e9 })]],
  ['text for a number', [{ ...run(320), observed: { ...nothing, bytes: '12' } }]],
  ['more hosts than are kept', [run(320, { hosts: Array.from({ length: 51 }, (_, at) => `h${at}.example`) })]],
  ['a host that is markup', [run(320, { hosts: ['<b>a.example</b>'] })]],
  ['a long error', [run(320, { errors: ['x'.repeat(201)] })]],
  ['many errors', [run(320, { errors: Array.from({ length: 11 }, (_, at) => `error ${at}`) })]],
  ['a field of its own', [{ ...run(320), observed: { ...nothing, isTrusted: true } }]],
])('results with %s are refused as a whole', (_, forged) => {
  expect(runsSchema.safeParse(forged).success).toBe(false);
});

test('a stored result that cannot be read is none', () => {
  for (const stored of [null, '', '{', '{}', '[]', '{"writes":1}']) expect(parseTestResult(stored)).toBeNull();
});
