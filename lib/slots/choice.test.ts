import { expect, test } from 'vitest';
import { chooseLineItem, type Candidate, type ChoiceInput, type ReaderCondition, type ReaderFacts } from './choice';

const facts: ReaderFacts = {
  now: Date.parse('2026-11-28T12:00Z'),
  width: 1_280,
  isSignedIn: false,
  language: 'en',
  weekday: 6,
  hour: 13,
  referrer: 'news.example',
  savesData: false,
};
const nothing = { page: {}, session: {}, day: {}, competitors: {} };

function choose(candidates: Record<string, Partial<Candidate>>, more: Partial<ChoiceInput> = {}) {
  const filled = Object.entries(candidates).map(
    ([id, candidate]) => [id, { tier: 2, weight: 1, ...candidate }] as const,
  );
  return chooseLineItem({
    box: 'header-slot.1',
    listed: filled.map(([id, { when }]) => ({ id, alternatives: when ? [...when.keys()] : null })),
    candidates: Object.fromEntries(filled),
    facts,
    seen: nothing,
    seed: 'seed',
    ...more,
  });
}

const reasonOf = (candidate: Partial<Candidate>, more?: Partial<ChoiceInput>) =>
  choose({ a: candidate }, more).reasons.a;

test('weights are shares, and the same seed always gives the same answer', () => {
  const candidates = { a: { weight: 1 }, b: { weight: 3 }, c: { weight: 6 } };
  const counts: Record<string, number> = {};
  for (let seed = 0; seed < 10_000; seed += 1) {
    const { chosen } = choose(candidates, { seed: String(seed) });
    expect(choose(candidates, { seed: String(seed) }).chosen).toBe(chosen);
    counts[chosen ?? ''] = (counts[chosen ?? ''] ?? 0) + 1;
  }

  expect(Math.abs((counts.a ?? 0) - 1_000)).toBeLessThan(150);
  expect(Math.abs((counts.b ?? 0) - 3_000)).toBeLessThan(200);
  expect(Math.abs((counts.c ?? 0) - 6_000)).toBeLessThan(200);
});

test.each([
  [undefined, null, null],
  ['all', null, null],
  ['functional', null, 'consent'],
  ['nothing', 'consent', 'consent'],
] as const)('where readers allow %s, functional code is %s and advertising %s', (allowed, functional, advertising) => {
  const asked = { facts: { ...facts, ...(allowed ? { allowed } : {}) } };

  expect(reasonOf({ consent: 'functional' }, asked)).toBe(functional);
  expect(reasonOf({ consent: 'advertising' }, asked)).toBe(advertising);
  expect(reasonOf({}, asked)).toBeNull();
});

test('boxes of one page draw for themselves', () => {
  const candidates = { a: {}, b: {} };
  const alike = Array.from({ length: 1_000 }, (_, seed) => String(seed)).filter(
    (seed) => choose(candidates, { seed }).chosen === choose(candidates, { seed, box: 'footer-slot.1' }).chosen,
  );

  expect(Math.abs(alike.length - 500)).toBeLessThan(80);
});

test('a tier is asked only if none before it has anything for the reader', () => {
  const narrow: ReaderCondition = { width: [0, 600] };

  expect(choose({ house: { tier: 3, weight: 1_000 }, sold: { tier: 1 } })).toEqual({
    chosen: 'sold',
    reasons: { house: 'tier', sold: null },
  });
  expect(choose({ house: { tier: 3 }, sold: { tier: 1, when: [narrow] } })).toEqual({
    chosen: 'house',
    reasons: { house: null, sold: 'width' },
  });
});

test.each<[ReaderCondition, string | null]>([
  [{ width: [1_280, 0] }, null],
  [{ width: [1_281, 0] }, 'width'],
  [{ width: [0, 1_279] }, 'width'],
  [{ isSignedIn: false }, null],
  [{ isSignedIn: true }, 'reader'],
  [{ languages: ['de', 'en'] }, null],
  [{ languages: ['de'] }, 'language'],
  [{ weekdays: [6] }, null],
  [{ weekdays: [0, 1] }, 'weekday'],
  [{ hours: [9, 17] }, null],
  [{ hours: [9, 13] }, 'hour'],
  [{ hours: [22, 14] }, null],
  [{ hours: [22, 6] }, 'hour'],
  [{ referrers: ['news.example'] }, null],
  [{ referrers: ['example'] }, null],
  [{ referrers: ['ews.example'] }, 'referrer'],
  [{ notReferrers: ['news.example'] }, 'referrer'],
  [{ isSignedIn: false, languages: ['de'] }, 'language'],
])('the condition %j gives %s', (condition, reason) => {
  expect(reasonOf({ when: [condition] })).toBe(reason);
});

test('one alternative is enough, and only those that the page allows count', () => {
  const when = [{ languages: ['de'] }, { isSignedIn: false }];

  expect(reasonOf({ when })).toBeNull();
  expect(reasonOf({ when }, { listed: [{ id: 'a', alternatives: [0] }] })).toBe('language');
  expect(reasonOf({ when }, { listed: [{ id: 'a', alternatives: [7] }] })).toBeNull();
});

test('dates, caps, competitors, a data saver and a pace refuse', () => {
  const caps = { page: 1, session: 0, day: 3 };

  expect(reasonOf({ from: facts.now + 1 })).toBe('dates');
  expect(reasonOf({ until: facts.now })).toBe('dates');
  expect(reasonOf({ caps }, { seen: { ...nothing, page: { a: 1 } } })).toBe('cap');
  expect(reasonOf({ caps }, { seen: { ...nothing, session: { a: 9 }, day: { a: 2 } } })).toBeNull();
  expect(reasonOf({ caps }, { seen: { ...nothing, day: { a: 3 } } })).toBe('cap');
  expect(reasonOf({ competitor: 'shoes' }, { seen: { ...nothing, competitors: { shoes: 'b' } } })).toBe('competitor');
  expect(reasonOf({ competitor: 'shoes' }, { seen: { ...nothing, competitors: { shoes: 'a' } } })).toBeNull();
  expect(reasonOf({ isCode: true }, { facts: { ...facts, savesData: true } })).toBe('data-saver');
  expect(reasonOf({ share: 0 })).toBe('pace');
  expect(choose({}, { listed: [{ id: 'gone', alternatives: null }] })).toEqual({
    chosen: null,
    reasons: { gone: 'not-listed' },
  });
});

test('a share is the part of readers who may get it', () => {
  const seeds = Array.from({ length: 10_000 }, (_, seed) => String(seed));
  const got = seeds.filter((seed) => reasonOf({ share: 0.2 }, { seed }) === null);

  expect(Math.abs(got.length - 2_000)).toBeLessThan(150);
});

test('nothing is repeated on a page while there is something else of its tier', () => {
  const seen = { ...nothing, page: { a: 1 } };

  expect(choose({ a: { weight: 1_000 }, b: {} }, { seen })).toEqual({
    chosen: 'b',
    reasons: { a: 'repeated', b: null },
  });
  expect(choose({ a: {} }, { seen }).chosen).toBe('a');
});

test('as text it needs nothing from around it', () => {
  // The browser gets the text alone.
  const alone = new Function(`return ${String(chooseLineItem)}`)() as typeof chooseLineItem;
  const input = { box: 'b', listed: [{ id: 'a', alternatives: null }], facts, seen: nothing, seed: '1' };

  expect(alone({ ...input, candidates: { a: { tier: 0, weight: 1 } } }).chosen).toBe('a');
});

test('what showed nothing has had its turn: the next of its tier, then the next tier, in the end nothing', () => {
  const candidates = { sold: { tier: 1 }, also: { tier: 1 }, house: { tier: 3 } };
  const order: (string | null)[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    const empty = order.filter((id) => id !== null);
    order.push(choose(candidates, { seen: { ...nothing, empty } }).chosen);
  }

  expect(new Set(order.slice(0, 2))).toEqual(new Set(['sold', 'also']));
  expect(order.slice(2)).toEqual(['house', null]);
  expect(reasonOf({}, { seen: { ...nothing, empty: ['a'] } })).toBe('empty');
});

test('code in the page is for pages that run it', () => {
  expect(reasonOf({ isInPage: true }, { facts: { ...facts, runsCode: false } })).toBe('in-page');
  expect(reasonOf({ isInPage: true }, { facts: { ...facts, runsCode: true } })).toBeNull();
  expect(reasonOf({ isInPage: true })).toBeNull();
});

test('of a test each reader gets one arm: half of them each, and the same in every box of the slot while remembered', () => {
  const candidates = { a: { arm: 'A' as const }, b: { arm: 'B' as const, weight: 9 } };
  const inArm = (bucket: string | undefined, seed: string, box = 'header-slot.1') =>
    choose(candidates, { box, seed, facts: { ...facts, bucket } }).chosen;
  const buckets = Array.from({ length: 1_000 }, (_, index) => `bucket ${index}`);

  expect(Math.abs(buckets.filter((bucket) => inArm(bucket, '1') === 'a').length - 500)).toBeLessThan(80);
  expect(Math.abs(buckets.filter((seed) => inArm(undefined, seed) === 'a').length - 500)).toBeLessThan(80);
  for (const bucket of buckets.slice(0, 50)) {
    expect(inArm(bucket, 'another view', 'header-slot.2')).toBe(inArm(bucket, 'one view'));
  }
});

test('an arm that has nothing for the reader leaves the other one, and what is in no arm competes with both', () => {
  expect(choose({ a: { arm: 'A', tier: 1 }, b: { arm: 'B' } }).chosen).toBe('a');
  const { chosen, reasons } = choose({ a: { arm: 'A' }, b: { arm: 'B' }, c: { weight: 1_000_000 } });
  expect(chosen).toBe('c');
  expect(Object.values(reasons).filter((reason) => reason === 'arm')).toHaveLength(1);
});
