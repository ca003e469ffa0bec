import { expect, test } from 'vitest';
import { chooseLineItem } from './choice';
import { goalSchema } from './line-item';
import { dueBy, isPaced, opportunitiesIn, progressOf, progressSentence, shareNow } from './pacing';

const HOUR = 60 * 60 * 1000;
const startsAt = new Date('2026-11-27T00:00Z');
const endsAt = new Date('2026-11-28T00:00Z');
const at = (hours: number) => new Date(startsAt.getTime() + hours * HOUR);
const goal = (more: object) => goalSchema.parse({ kind: 'impressions', amount: 10_000, ...more });
const run = (more: object = {}) => ({ goal: goal(more), startsAt, endsAt });
const delivered = (total: number, boxes = 1_000) => ({
  total,
  today: total,
  opportunities: { recent: boxes, busiest: boxes },
});

const facts = {
  now: 0,
  width: 1_000,
  isSignedIn: false,
  language: 'en',
  weekday: 0,
  hour: 0,
  referrer: '',
  savesData: false,
};
const seen = { page: {}, session: {}, day: {}, competitors: {} };

type Simulated = { isAlone?: boolean; more?: object };

/** Readers of a day, minute by minute; each browser may have a choice of up to eleven minutes ago. */
function simulate(perMinute: (minute: number) => number, { isAlone = false, more = {} }: Simulated = {}) {
  const shares: number[] = [];
  const shown: number[] = [];
  const boxes = new Map<string, number>();
  const until = (minute: number) => shown.slice(0, minute).reduce((sum, count) => sum + count, 0);
  let reader = 0;
  for (let minute = 0; minute < 24 * 60; minute += 1) {
    const now = at(minute / 60);
    const total = until(minute);
    shares.push(shareNow(run(more), { total, today: total, opportunities: opportunitiesIn(boxes, now) }, now));
    const arriving = Math.round(perMinute(minute));
    let got = 0;
    for (let index = 0; index < arriving; index += 1) {
      reader += 1;
      const share = shares.at(-1 - (reader % 12)) ?? 1;
      const item = { tier: 1, weight: 1, share };
      const input = { box: 'b', listed: [{ id: 'a', alternatives: null }], candidates: { a: item }, facts, seen };
      if (chooseLineItem({ ...input, seed: String(reader) }).chosen) got += 1;
    }
    shown.push(got);
    const hour = now.toISOString().slice(0, 13);
    boxes.set(hour, (boxes.get(hour) ?? 0) + (isAlone ? got : arriving));
  }
  return { total: until(1_440), byHour: (hour: number) => until(hour * 60) };
}

test.each<[string, (minute: number) => number]>([
  ['steady traffic, three times as much as is needed', () => 21],
  ['few at night, many by day', (minute) => 24 * (1 - 0.95 * Math.cos((2 * Math.PI * minute) / 1_440))],
  ['a rush at noon', (minute) => (minute > 720 && minute < 735 ? 400 : 14)],
])('10,000 in a day are reached and not passed by 2 %%: %s', (_, traffic) => {
  for (const isAlone of [false, true]) {
    const { total } = simulate(traffic, { isAlone });
    expect(total).toBeGreaterThanOrEqual(9_800);
    expect(total).toBeLessThanOrEqual(10_200);
  }
});

test('an even pace is even, and a fast one is not, nor passes its goal by 2 %', () => {
  const even = simulate(() => 21);
  for (const hour of [6, 12, 18]) {
    expect(Math.abs(even.byHour(hour) - (10_000 * (hour + 3)) / 24)).toBeLessThan(900);
  }
  const fast = simulate(() => 21, { more: { pace: 'fast' } });
  expect(fast.byHour(9)).toBeGreaterThan(9_500);
  expect(fast.total).toBeLessThanOrEqual(10_200);
});

test('a daily limit holds, with and without a goal', () => {
  expect(simulate(() => 21, { more: { daily: 2_000 } }).total).toBeLessThanOrEqual(2_040);
  expect(simulate(() => 21, { more: { kind: 'none', amount: 0, daily: 500 } }).total).toBeLessThanOrEqual(550);
});

test('what has reached its goal is shown to nobody, what nobody has counted yet to everybody', () => {
  expect(shareNow(run(), delivered(10_000), at(1))).toBe(0);
  expect(shareNow(run({ daily: 5 }), delivered(5), at(1))).toBe(0);
  expect(shareNow(run(), delivered(0, 0), at(1))).toBe(1);
  expect(shareNow(run({ kind: 'none', amount: 0 }), delivered(7), at(1))).toBe(1);
  expect(isPaced(goal({ kind: 'none', amount: 0 }))).toBe(false);
  expect(isPaced(goal({ kind: 'none', amount: 0, daily: 1 }))).toBe(true);
});

test('whoever is behind gets more readers, whoever is ahead gets none', () => {
  expect(shareNow(run(), delivered(1_000), at(12))).toBe(1);
  expect(shareNow(run(), delivered(9_000), at(12))).toBe(0);
  expect(shareNow({ ...run(), endsAt: null }, delivered(9_000), at(12))).toBe(1);
});

test('the progress is a sentence, and says what is behind', () => {
  expect(dueBy(run(), at(6))).toBe(2_500);
  const sentenceOf = (of: ReturnType<typeof run>, total: number) => {
    const progress = progressOf(of, delivered(total), at(6));
    return progress && progressSentence(progress);
  };
  expect(sentenceOf(run(), 2_400)).toBe('2,400 of 10,000 impressions (24 %).');
  expect(sentenceOf(run(), 2_000)).toBe(
    '2,000 of 10,000 impressions (20 %). Behind pace: 2,500 were due by now, counted evenly from 27 Nov 2026.',
  );
  expect(sentenceOf(run({ pace: 'fast', kind: 'clicks' }), 0)).toBe('0 of 10,000 clicks (0 %).');
  expect(progressOf(run(), delivered(2_000), at(6))).toMatchObject({ reached: 2_000, due: 2_500 });
  expect(progressOf(run({ kind: 'none', amount: 0 }), delivered(0), at(6))).toBeNull();
});
