import { expect, test } from 'vitest';
import { otherEditorOf } from './other-editor';

const now = new Date('2026-11-30T12:00:00Z');
const change = (minutesAgo: number, id: string | null) => ({
  updatedAt: new Date(now.getTime() - minutesAgo * 60_000),
  author: id === null ? null : { id, name: id },
});

test('the latest other person of the last ten minutes is named', () => {
  const revisions = [change(1, 'ida'), change(4, 'til'), change(2, 'olga'), change(0, null)];
  expect(otherEditorOf(revisions, 'ida', now)).toEqual({ name: 'olga', at: revisions[2]!.updatedAt });
});

test('nobody is named for one’s own changes, nor for those of long ago', () => {
  expect(otherEditorOf([change(1, 'ida'), change(11, 'olga'), change(3, null)], 'ida', now)).toBeNull();
  expect(otherEditorOf([], 'ida', now)).toBeNull();
});
