import { expect, test } from 'vitest';
import { explainChoice } from './explaining';
import { capsSchema, conditionSchema, goalSchema } from './line-item';
import { manifestOf } from './manifest';
import type { LiveLineItem, LiveSlot } from './queries';
import { defaultSlotSettings } from './slot';

const now = new Date('2026-11-28T12:00Z');
const facts = {
  now: now.getTime(),
  width: 390,
  isSignedIn: false,
  language: 'en',
  weekday: 6,
  hour: 12,
  referrer: '',
  savesData: false,
};
const content = {
  id: 'content',
  kind: 'text' as const,
  isolation: 'inline' as const,
  consent: 'none' as const,
  network: null,
  version: 1,
  hash: '',
  linkUrl: '/',
  alt: '',
  headline: 'Ropes',
  text: '',
  callToAction: '',
  startsAt: null,
  endsAt: null,
  media: null,
  evaluates: false,
  frame: '',
  frameOrigin: '',
};

function item(id: string, more: Partial<LiveLineItem> = {}) {
  return {
    id,
    slotId: 'slot',
    name: id,
    tier: 'network' as const,
    weight: 1,
    enabled: true,
    isReadable: true as const,
    conditions: [],
    caps: capsSchema.parse({}),
    goal: goalSchema.parse({}),
    competitor: '',
    campaignId: null,
    arm: '',
    version: 1,
    creative: content,
    ...more,
  } as LiveLineItem;
}

function explain(lineItems: LiveLineItem[], { seed = '1', type = 'post' as 'post' | 'search' } = {}) {
  const place = { id: 'slot', placement: 'header' as const, name: 'Header', enabled: true, version: 1 };
  const readable = { ...defaultSlotSettings('header'), isReadable: true as const };
  const slot: LiveSlot = { ...place, ...readable, lineItems, creative: content };
  const manifest = manifestOf([slot], { now, zone: 'UTC' });
  return explainChoice(slot, { page: { type, words: 500 }, facts, seed, manifest });
}
const saidOf = (lineItems: LiveLineItem[]) =>
  Object.fromEntries(explain(lineItems).lineItems.map(({ id, sentence }) => [id, sentence]));

test('each line item says why this reader gets it or not', () => {
  const wide = [conditionSchema.parse({ minimumWidth: 800 })];
  const tagged = [conditionSchema.parse({ onlyTags: ['sea'] })];
  const later = { ...content, startsAt: new Date('2026-12-01') };

  expect(
    saidOf([
      item('first', { tier: 'house' }),
      item('sold', { tier: 'guaranteed' }),
      item('wide', { conditions: wide }),
      item('tagged', { conditions: tagged }),
      item('off', { enabled: false }),
      item('empty', { creative: null }),
      item('later', { creative: later }),
    ]),
  ).toEqual({
    first: 'Another one has a higher priority.',
    sold: 'This reader gets it.',
    wide: 'The window is too narrow or too wide.',
    tagged: 'It is only for other tags.',
    off: 'It is disabled.',
    empty: 'It is empty.',
    later: 'It has not begun.',
  });
});

test('the same seed replays the same choice, and a thousand readers show the shares', () => {
  const items = [item('one'), item('three', { weight: 3 })];
  const chosen = (seed: string) => explain(items, { seed }).lineItems.find(({ isChosen }) => isChosen)?.id;

  for (const seed of ['a', 'b', 'c']) expect(chosen(seed)).toBe(chosen(seed));
  const [one, three] = explain(items).lineItems.map(({ outOf1000 }) => outOf1000);
  expect((one ?? 0) + (three ?? 0)).toBe(1_000);
  expect(Math.abs((one ?? 0) - 250)).toBeLessThan(60);
});

test('what stands alone is for everybody, and a page that has no such slot says so', () => {
  expect(explain([item('only')]).lineItems).toMatchObject([{ isChosen: true, outOf1000: 1_000 }]);
  expect(explain([item('only')], { type: 'search' })).toEqual({
    refusal: 'This type of page does not have this placement.',
    lineItems: [],
  });
});
