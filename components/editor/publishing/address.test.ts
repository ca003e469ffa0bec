import { expect, test } from 'vitest';
import { addressBase } from './address';

const parents = [{ id: 'visit', address: '/visit-the-harbour' }];
const page = { type: 'page', address: '/ferry-times', hasPending: false, saved: '', typed: '' } as const;

test.each([
  ['a page that was given a parent', { ...page, typed: 'visit' }, '/visit-the-harbour/'],
  [
    'one whose new parent is saved',
    { ...page, hasPending: true, saved: 'visit', typed: 'visit' },
    '/visit-the-harbour/',
  ],
  ['a page whose parent was taken away', { ...page, address: '/visit-the-harbour/ferry-times', saved: 'visit' }, '/'],
  ['one where that is saved', { ...page, address: '/visit-the-harbour/ferry-times', hasPending: true }, '/'],
  [
    'a page left below its parent',
    { ...page, address: '/town/quay/ferry-times', saved: 'quay', typed: 'quay' },
    '/town/quay/',
  ],
  [
    'one that was changed otherwise, below a parent that is not offered',
    { ...page, address: '/town/quay/ferry-times', hasPending: true, saved: 'quay', typed: 'quay' },
    '/town/quay/',
  ],
  ['a post in a folder', { ...page, type: 'post', address: '/2026/11/fog', hasPending: true }, '/2026/11/'],
] as const)('%s: the address begins with that of what is above it', (_, { saved, typed, ...post }, expected) => {
  const fields = { parentId: typed };
  expect(addressBase({ post: { ...post, fields: { parentId: saved } }, fields, site: { parents } })).toBe(expected);
});
