import { expect, test } from 'vitest';
import { restrictionOf } from './restriction';

const now = new Date('2026-11-28T12:00:00Z');

test.each([
  ['nobody', '', null, null],
  ['a word that is none', 'silence', null, null],
  ['held without an end', 'hold', null, 'hold'],
  ['shadowed until tomorrow', 'shadow', '2026-11-29T00:00:00Z', 'shadow'],
  ['shadowed until this moment', 'shadow', '2026-11-28T12:00:00Z', null],
])('%s', (_, commentRestriction, until, expected) => {
  const commentRestrictedUntil = until === null ? null : new Date(until);
  expect(restrictionOf({ commentRestriction, commentRestrictedUntil }, now)).toBe(expected);
});
