import { expect, test } from 'vitest';
import { planSlots } from './placement-rules';
import { parseStored, positionSchema, rulesSchema, lineItemStateOf, slotStateOf } from './slot';

const rules = JSON.stringify(rulesSchema.parse({ pages: ['post'], minimumWords: 300 }));

test('reads stored slots unchanged', () => {
  expect(parseStored('{"every":4}', rules)).toMatchObject({
    isReadable: true,
    position: { every: 4 },
    rules: { pages: ['post'], minimumWords: 300 },
  });
});

test('positions stored before there were distances are read as they were meant: without any', () => {
  const stored = '{"after":[3],"every":0,"middle":true,"end":false,"maximum":3,"distance":80}';
  const none = { top: 0, between: 0, heading: 0, media: 0, blocks: 0 };

  expect(parseStored(stored, rules)).toMatchObject({
    isReadable: true,
    position: { after: [3], middle: true, fractions: [], fromEnd: [], spacing: { desktop: none, mobile: none } },
  });
  expect(parseStored('{"spacing":{"mobile":{"top":-1}}}', rules)).toMatchObject({
    isReadable: false,
    problems: ['spacing-mobile-top'],
  });
});

test.each([
  ['{}', 'no json'],
  ['{}', '[]'],
  ['{}', '{"pages":["moon"]}'],
  ['{}', '{"notTags":"politics"}'],
  ['null', rules],
  ['{"every":-1}', rules],
])('a slot whose position %s or rules %s cannot be read stands on no page', (position, stored) => {
  const read = parseStored(position, stored);
  const sizes = { width: 1, height: 1, mobileWidth: 1, mobileHeight: 1 };
  const slot = { placement: 'header', enabled: true, lineItems: [], ...sizes, ...read } as const;

  expect(read.isReadable).toBe(false);
  for (const type of ['home', 'post', 'page', 'tag', 'author', 'archive', 'not-found'] as const)
    expect(planSlots([slot], { type, words: 1_000 }, new Date()).header).toEqual([]);
});

test('names an unreadable field and keeps the others', () => {
  const stored = JSON.stringify({ pages: ['post'], notTags: ['politics'], minimumWords: 1_000_000 });

  expect(parseStored('{"every":4,"after":[0]}', stored)).toEqual({
    isReadable: false,
    problems: ['after', 'minimumWords'],
    remains: {
      position: { ...positionSchema.parse({}), every: 4 },
      rules: { ...rulesSchema.parse({}), pages: [], notTags: ['politics'] },
    },
  });
});

test('never lists an unreadable slot as active', () => {
  const creative = { startsAt: null, endsAt: null };
  const slot = { enabled: true, isReadable: false, lineItems: [{ enabled: true, creative }] };

  expect(slotStateOf(slot)).toBe('Not shown');
  expect(slotStateOf({ ...slot, isReadable: true })).toBe('Active');
  expect(slotStateOf({ ...slot, enabled: false })).toBe('Disabled');
});

test('a slot is as live as the best of its line items', () => {
  const now = new Date('2026-11-28T12:00Z');
  const [before, after] = [new Date('2026-11-27T12:00Z'), new Date('2026-11-29T12:00Z')];
  const ended = { enabled: true, isReadable: true, creative: { startsAt: null, endsAt: before } };
  const scheduled = { ...ended, creative: { startsAt: after, endsAt: null } };
  const stateOf = (
    ...lineItems: { enabled: boolean; creative: typeof ended.creative | typeof scheduled.creative | null }[]
  ) => slotStateOf({ enabled: true, isReadable: true, lineItems }, now);

  expect(stateOf(ended, scheduled)).toBe('Scheduled');
  expect(stateOf(ended, { ...scheduled, enabled: false })).toBe('Ended');
  expect(stateOf({ enabled: true, creative: null })).toBe('Empty');
  expect(lineItemStateOf({ ...scheduled, enabled: false }, now)).toBe('Disabled');
  expect(lineItemStateOf({ ...scheduled, isReadable: false }, now)).toBe('Not shown');
  expect(lineItemStateOf(scheduled, now)).toBe('Scheduled');
});
