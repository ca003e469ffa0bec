import { expect, test } from 'vitest';
import { addressBase } from './address';

const parents = [{ id: 'visit', address: '/visit-the-harbour' }];

test.each([
  ['a page that was given a parent', 'page', '/ferry-times', [['', 'visit'], '/visit-the-harbour/']],
  ['a page whose parent was taken away', 'page', '/visit-the-harbour/ferry-times', [['visit', ''], '/']],
  ['a page left below its parent', 'page', '/town/quay/ferry-times', [['quay', 'quay'], '/town/quay/']],
  ['a post in a folder', 'post', '/2026/11/fog', [['', ''], '/2026/11/']],
] as const)('%s: the address begins with that of what is above it', (_, type, address, [[saved, typed], expected]) => {
  const post = { type, address, fields: { parentId: saved } };
  expect(addressBase({ post, fields: { parentId: typed }, site: { parents } })).toBe(expected);
});
