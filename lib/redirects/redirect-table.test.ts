import { expect, test } from 'vitest';
import { readRedirectTable } from './redirect-table';

const ab = { from: '/a', to: '/b', status: 301, kind: 'exact' };

test('columns stand in their order, and the last two may be left out', () => {
  expect(readRedirectTable('/a,/b\n/old,/new,302,prefix\n/gone,,410,').drafts).toEqual([
    { line: 1, draft: ab },
    { line: 2, draft: { from: '/old', to: '/new', status: 302, kind: 'prefix' } },
    { line: 3, draft: { from: '/gone', to: '', status: 410, kind: 'exact' } },
  ]);
});

test('a first line may name them in another order', () => {
  expect(readRedirectTable('Note,To,From\nx,/b,/a').drafts).toEqual([{ line: 2, draft: ab }]);
});

test('an unknown status or kind is a problem of its line', () => {
  expect(readRedirectTable('/a,/b,303\n/a,/b,301,regex\n/a,/b')).toEqual({
    drafts: [{ line: 3, draft: ab }],
    problems: [
      { line: 1, problem: 'The status has to be 301, 302 or 410.' },
      { line: 2, problem: 'The kind has to be exact or prefix.' },
    ],
  });
});
