import { expect, test } from 'vitest';
import { hasLockIn, lockOver } from './locked-replies';

const lock = { id: 'c1', path: '0000100002', reason: 'Enough.' };

test('a lock is over its comment and all replies below it, and over nothing beside or above', () => {
  expect(lockOver([lock], '0000100002')).toBe(lock);
  expect(lockOver([lock], '000010000200001')).toBe(lock);
  expect(['00001', '0000100003', '00002'].map((path) => lockOver([lock], path))).toEqual([null, null, null]);
  expect(lockOver([], '00001')).toBeNull();
});

test('a conversation has a lock wherever in it that stands', () => {
  expect(['00001', '000010000200001', '00002'].map((path) => hasLockIn([lock], path))).toEqual([true, true, false]);
});
