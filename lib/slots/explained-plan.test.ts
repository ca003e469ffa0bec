import { expect, test } from 'vitest';
import { explainPlan } from './explained-plan';
import { capsSchema, goalSchema } from './line-item';
import { manifestOf } from './manifest';
import type { LiveLineItem, LiveSlot } from './queries';
import { defaultSlotSettings } from './slot';

const now = new Date('2026-11-28T12:00Z');
const facts = {
  now: now.getTime(),
  width: 1_280,
  isSignedIn: false,
  language: 'en',
  weekday: 6,
  hour: 12,
  referrer: '',
  savesData: false,
};

function item(id: string, more: object = {}) {
  return {
    id,
    slotId: 'slot',
    name: id,
    tier: 'network',
    weight: 1,
    enabled: true,
    isReadable: true,
    conditions: [],
    caps: capsSchema.parse({}),
    goal: goalSchema.parse({}),
    competitor: '',
    campaignId: null,
    arm: '',
    version: 1,
    creative: {
      id: `content of ${id}`,
      kind: 'text',
      isolation: 'inline',
      headline: id,
      text: '',
      callToAction: '',
      linkUrl: 'https://chandler.example/',
      consent: 'none',
      startsAt: null,
      endsAt: null,
    },
    ...more,
  } as unknown as LiveLineItem;
}

function slotWith(lineItems: LiveLineItem[], more: Partial<LiveSlot> = {}) {
  const place = { id: 'slot', placement: 'below-title' as const, name: 'Below title', enabled: true, version: 1 };
  const creative = lineItems[0]?.creative ?? null;
  return {
    ...place,
    ...defaultSlotSettings('below-title'),
    isReadable: true,
    lineItems,
    creative,
    ...more,
  } as LiveSlot;
}

function explain(slot: LiveSlot) {
  const manifest = manifestOf([slot], { now, zone: 'UTC' });
  return explainPlan([slot], { page: { type: 'post', words: 900 }, facts, seed: '1', manifest });
}

test('what a browser would choose stands in the plan, with the reasons beside it', () => {
  const slot = slotWith([item('network'), item('sponsor', { tier: 'sponsorship' })]);
  const { plan, explanations } = explain(slot);
  expect(plan['below-title']).toMatchObject([{ creative: { id: 'content of sponsor' }, rotation: null }]);
  expect(explanations.get('slot')?.lineItems.map(({ isChosen }) => isChosen)).toEqual([false, true]);
});

test('a slot without a choice keeps its content, and an empty one is empty', () => {
  expect(explain(slotWith([item('only')])).plan['below-title']).toMatchObject([
    { creative: { id: 'content of only' } },
  ]);
  expect(explain(slotWith([item('none', { creative: null })])).plan['below-title']).toMatchObject([{ creative: null }]);
});

test('a disabled slot is not in the plan, and says why', () => {
  const { plan, explanations } = explain(slotWith([item('only')], { enabled: false }));
  expect(plan['below-title']).toEqual([]);
  expect(explanations.get('slot')?.refusal).toBe('It is disabled.');
});
