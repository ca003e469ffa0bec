import { expect, test } from 'vitest';
import { contentOf, hashContent, isolationOf } from './creative';

const dates = { startsAt: null, endsAt: null };

test('sandboxes pasted code whatever is stored, and treats unknown levels as sandboxed', () => {
  expect(isolationOf({ kind: 'code', level: 1 })).toBe('sandboxed');
  expect(isolationOf({ kind: 'code', level: 0 })).toBe('sandboxed');
  expect(isolationOf({ kind: 'text', level: 0 })).toBe('inline');
  expect(isolationOf({ kind: 'image', level: 3 })).toBe('sandboxed');
});

test('stored content and its hash are as in every earlier version', () => {
  const code = contentOf({ kind: 'code', isolation: 'sandboxed', code: '<b>1</b>', ...dates });

  expect(code.level).toBe(1);
  expect(contentOf({ kind: 'image', mediaId: 'a', alt: 'A', linkUrl: '/a', ...dates }).level).toBe(0);
  expect(hashContent(code)).toBe('db0ee0906bc8b26727bda0afa34e55da57f37f8a0e8770d6272c26ff8b6f2b78');
});
