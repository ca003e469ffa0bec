import { expect, test } from 'vitest';
import { contentOf, hashContent, isolationOf } from './creative';

const dates = { startsAt: null, endsAt: null };

test('pasted code is sandboxed whatever is stored, and what is not known is taken as closed', () => {
  expect(isolationOf({ kind: 'code', level: 1 })).toBe('sandboxed');
  expect(isolationOf({ kind: 'code', level: 0 })).toBe('sandboxed');
  expect(isolationOf({ kind: 'text', level: 0 })).toBe('inline');
  expect(isolationOf({ kind: 'image', level: 3 })).toBe('sandboxed');
});

test('what is stored and its hash stay what they were in every version before', () => {
  const code = contentOf({ kind: 'code', isolation: 'sandboxed', code: '<b>1</b>', ...dates });

  expect(code.level).toBe(1);
  expect(contentOf({ kind: 'image', mediaId: 'a', alt: 'A', linkUrl: '/a', ...dates }).level).toBe(0);
  expect(hashContent(code)).toBe('db0ee0906bc8b26727bda0afa34e55da57f37f8a0e8770d6272c26ff8b6f2b78');
});
