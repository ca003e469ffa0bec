import { expect, test } from 'vitest';
import { nearestFollowed } from './nearest-followed';

const followed = [
  { id: 'root', postId: 'p', path: '00001' },
  { id: 'reply', postId: 'p', path: '0000100002' },
  { id: 'elsewhere', postId: 'q', path: '00001' },
];

test.each([
  ['0000100002', 'root'],
  ['000010000200001', 'reply'],
  ['0000100003', 'root'],
  ['00001', null],
  ['00002', null],
])('above %s it is %s', (path, id) => {
  expect(nearestFollowed(followed, { postId: 'p', path })).toBe(id);
});
