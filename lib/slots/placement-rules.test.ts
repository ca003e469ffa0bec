import { describe, expect, test } from 'vitest';
import type { Block } from '@/lib/posts/rendering/blocks';
import {
  boxesBetween,
  gapsBeside,
  insertionPointsInList,
  nextChange,
  planSlots,
  refusal,
  shareGaps,
  whyNoGap,
  withoutRotation,
  type PageContent,
} from './placement-rules';
import type { Consent } from './consent';
import { capsSchema, conditionSchema, goalSchema } from './line-item';
import { placements, type Placement } from './placements';
import { defaultSlotSettings, positionSchema, rulesSchema, type SlotSettings } from './slot';

const now = new Date('2026-11-23T12:00:00Z');
const later = new Date('2026-11-24T12:00:00Z');
const block = (kind: Block['kind'], words = 60) => ({ kind, words });
const paragraphs = (count: number, words = 60) => Array.from({ length: count }, () => block('p', words));
const position = (wanted: object) => positionSchema.parse(wanted);
type Content = {
  kind: string;
  isolation?: string;
  evaluates?: boolean;
  consent?: Consent;
  startsAt: Date | null;
  endsAt: Date | null;
};
const code: Content = { kind: 'code', startsAt: null, endsAt: null };
const text: Content = { ...code, kind: 'text' };

function item(creative: Content | null, more: object = {}) {
  return {
    id: 'first',
    enabled: true,
    isReadable: true,
    tier: 'network' as const,
    weight: 1,
    conditions: [],
    caps: capsSchema.parse({}),
    goal: goalSchema.parse({}),
    creative,
    ...more,
  };
}

function slotAt(
  placement: Placement,
  {
    creative = code,
    ...more
  }: Partial<SlotSettings> & { id?: string; creative?: Content | null; enabled?: boolean } = {},
) {
  return {
    id: `${placement}-slot`,
    name: placement,
    placement,
    isReadable: true as const,
    enabled: true,
    lineItems: [item(creative)],
    ...defaultSlotSettings(placement),
    ...more,
  };
}

const article = { type: 'post' as const, words: 900, tagIds: ['sea'], authorIds: ['ida'] };

test('an article has every placement except those in lists, filled or empty', () => {
  const plan = planSlots(
    placements.map((placement) => slotAt(placement)),
    article,
    now,
  );

  expect(placements.filter((placement) => plan[placement].length === 0)).toEqual(['list']);
});

test('an empty slot is planned as empty, a slot that is off or not due is not planned', () => {
  const plan = planSlots(
    [
      slotAt('header', { creative: null }),
      slotAt('footer', { enabled: false }),
      slotAt('sidebar', { creative: { ...code, startsAt: later } }),
      slotAt('post-end', { creative: { ...code, endsAt: now } }),
    ],
    article,
    now,
  );

  expect(plan.header).toMatchObject([{ isFilled: false }]);
  expect([plan.footer, plan.sidebar, plan['post-end']]).toEqual([[], [], []]);
});

test('a post may switch off every slot, one place, or all pasted code', () => {
  const slots = [slotAt('header'), slotAt('footer', { creative: { ...code, kind: 'text' } })];
  const planned = (more: object) => {
    const plan = planSlots(slots, { ...article, ...more }, now);
    return [plan.header.length, plan.footer.length];
  };

  expect(planned({})).toEqual([1, 1]);
  expect(planned({ mode: 'off' })).toEqual([0, 0]);
  expect(planned({ mode: 'own' })).toEqual([0, 1]);
  expect(planned({ off: ['footer'] })).toEqual([1, 0]);
});

describe('of several line items', () => {
  const one = item(text);
  const planOf = (lineItems: ReturnType<typeof item>[]) =>
    planSlots([{ ...slotAt('header'), lineItems }], article, now).header[0];

  test('one that is for everybody is printed in the page, whatever else is off, over or for other pages', () => {
    const others = [
      item(code, { id: 'off', enabled: false }),
      item(code, { id: 'over', creative: { ...code, endsAt: now } }),
      item(code, { id: 'later', creative: { ...code, startsAt: later } }),
      item(null, { id: 'empty' }),
      item(code, { id: 'unreadable', isReadable: false }),
      item(code, { id: 'home', conditions: [conditionSchema.parse({ pages: ['home'] })] }),
    ];

    expect(planOf([...others, one])).toMatchObject({ creative: text, rotation: null, isFilled: true });
    expect(planOf(others)).toBeUndefined();
  });

  test('the reader’s browser chooses among several, and where conditions or caps are left', () => {
    const wide = conditionSchema.parse({ minimumWidth: 800 });
    const onHome = conditionSchema.parse({ pages: ['home'], minimumWidth: 300 });

    expect(planOf([one, item(code, { id: 'second' })])).toMatchObject({
      creative: null,
      rotation: {
        listed: [
          { id: 'first', alternatives: null },
          { id: 'second', alternatives: null },
        ],
        fallback: text,
        hasFrames: true,
        hasText: true,
        needs: [],
      },
    });
    expect(planOf([item(text, { conditions: [onHome, wide] })])?.rotation).toEqual({
      listed: [{ id: 'first', alternatives: [1] }],
      fallback: null,
      hasFrames: false,
      hasInPageCode: false,
      evaluates: false,
      hasText: true,
      needs: [],
    });
    const asking = (['advertising', 'none', 'functional'] as const).map((consent) => item({ ...code, consent }));
    expect(planOf(asking)?.rotation?.needs).toEqual(['functional', 'advertising']);
    expect(
      planOf([item(text, { conditions: [wide, conditionSchema.parse({ onlyTags: ['sea'] })] })])?.rotation,
    ).toBeNull();
    expect(planOf([item(text, { caps: { page: 0, session: 0, day: 3 } })])?.rotation?.listed).toHaveLength(1);
  });

  test('code in the page takes its turns, and the page says so; a preview shows one of them', () => {
    const inPage = item({ ...code, isolation: 'in-page', evaluates: true }, { id: 'trusted' });

    expect(planOf([inPage])).toMatchObject({ creative: inPage.creative, rotation: null });
    expect(planOf([inPage, one])?.rotation).toMatchObject({
      listed: [{ id: 'trusted' }, { id: 'first' }],
      hasInPageCode: true,
      hasFrames: false,
      evaluates: true,
      fallback: text,
    });
    expect(planOf([item(code), one])?.rotation).toMatchObject({ hasInPageCode: false, evaluates: false });
    const slot = { ...slotAt('header'), lineItems: [item(code, { id: 'second' }), one] };
    expect(withoutRotation(planSlots([slot], article, now)).header).toMatchObject([{ creative: text, rotation: null }]);
  });
});

test('rules name pages, tags, authors and words; an exclusion wins', () => {
  const withRules = (rules: object) => {
    const defaultRules = defaultSlotSettings('post-end').rules;
    return refusal({ placement: 'post-end', isReadable: true, rules: { ...defaultRules, ...rules } }, article);
  };

  expect(withRules({})).toBeNull();
  expect(withRules({ pages: ['page'] })).toContain('type of page');
  expect(withRules({ onlyTags: ['sea'] })).toBeNull();
  expect(withRules({ onlyTags: ['land'] })).toContain('tags');
  expect(withRules({ onlyTags: ['sea'], notTags: ['sea'] })).toContain('tags');
  expect(withRules({ notAuthors: ['ida'] })).toContain('authors');
  expect(withRules({ minimumWords: 901 })).toContain('901 words');
});

test('between the items of a list, never after the last', () => {
  expect(insertionPointsInList(10, { every: 5, maximum: 3 })).toEqual([5]);
  expect(insertionPointsInList(11, { every: 5, maximum: 3 })).toEqual([5, 10]);
  expect(insertionPointsInList(11, { every: 2, maximum: 3 })).toEqual([2, 4, 6]);
  expect(insertionPointsInList(0, { every: 2, maximum: 3 })).toEqual([]);
  expect(insertionPointsInList(9, { every: 0, maximum: 3 })).toEqual([]);
});

test('a page that shows slots goes stale at the next start or end', () => {
  const slots = [slotAt('header', { creative: { ...code, startsAt: now, endsAt: later } }), slotAt('footer')];

  expect(nextChange(slots, now)).toBe(later.getTime());
  expect(nextChange(slots, later)).toBeNull();
});

test('never puts two slots into one gap: the first takes it, and the other keeps its own gaps', () => {
  const planned = ['first', 'second', 'third'].map((slot) => ({ slot, isFilled: true }));
  const gaps: Record<string, number[]> = { first: [3, 6], second: [2, 3, 9], third: [9, 3] };

  const shared = shareGaps(planned, (slot) => gaps[slot]!);

  expect([...shared].map(([gap, { planned, ordinal }]) => [gap, planned.slot, ordinal])).toEqual([
    [3, 'first', 1],
    [6, 'first', 2],
    [2, 'second', 1],
    [9, 'second', 3],
  ]);
  expect(shareGaps([], () => [1]).size).toBe(0);
});

test('a slot that finds no gap on a page says why, counting what the page counts', () => {
  const why = (placement: Placement, wanted: object, content: PageContent) => {
    const slot = slotAt(placement, { id: 'one', position: position(wanted) });
    return whyNoGap(slot, { [placement]: [{ slot, isFilled: true }] }, content);
  };

  expect(why('comments', { every: 5 }, { threads: 6 })).toBeNull();
  expect(why('comments', { every: 5 }, { threads: 5 })).toBe('This post has fewer than 6 threads.');
  expect(why('comments', { every: 0 }, { threads: 6 })).toContain('between threads');
  expect(why('list', { every: 4 }, { posts: 4 })).toContain('too few posts');
  expect(why('in-article', { middle: true }, { blocks: paragraphs(4) })).toBeNull();
  expect(why('in-article', { middle: true }, { blocks: paragraphs(1) })).toContain('too short');
  expect(why('in-article', { after: [9] }, { blocks: paragraphs(4) })).toContain('positions and distances you chose');
});

test('a slot that is too near to the one at the end of the post says so', () => {
  const near = position({ after: [2], spacing: { desktop: { between: 5_000 } } });
  const slot = slotAt('in-article', { id: 'one', position: near });
  const end = slotAt('post-end', { id: 'end' });
  const why = (isFilled: boolean) =>
    whyNoGap(
      slot,
      { 'in-article': [{ slot, isFilled: true }], 'post-end': [{ slot: end, isFilled }] },
      { blocks: paragraphs(4) },
    );

  expect(why(true)).toBe('The slot at the end of the post is too near to its positions.');
  expect(why(false)).toBeNull();
});

test('a slot whose gaps others have says so, and an empty slot has none from one that shows something', () => {
  const [first, second] = ['first', 'second'].map((id) => slotAt('list', { id, position: position({ every: 4 }) }));
  const content = { posts: 5 };

  const both = [first!, second!].map((slot) => ({ slot, isFilled: true }));
  expect(boxesBetween(both, content)).toMatchObject([{ planned: { slot: { id: 'first' } }, after: 4, ordinal: 1 }]);
  expect(whyNoGap(second!, { list: both }, content)).toBe(
    'Other slots of this placement have its positions, or are too near to them.',
  );
  const empty = [
    { slot: first!, isFilled: false },
    { slot: second!, isFilled: true },
  ];
  expect(boxesBetween(empty, content)).toMatchObject([{ planned: { slot: { id: 'second' } }, after: 4 }]);
});

test('of several slots at the edge of the window, a device has the first that shows something', () => {
  const named = (id: string, more: Parameters<typeof slotAt>[1] = {}) => slotAt('sticky-footer', { id, ...more });
  const noPhone = { mobileWidth: 0, mobileHeight: 0 };
  const stuck = (...slots: ReturnType<typeof named>[]) =>
    planSlots(slots, article, now)['sticky-footer'].map(({ slot }) => slot.id);

  expect(stuck(named('one'), named('two'))).toEqual(['one']);
  expect(stuck(named('empty', { creative: null }), named('two'), named('three'))).toEqual(['empty', 'two']);
  expect(stuck(named('wide', noPhone), named('both'), named('narrow', { width: 0, height: 0 }))).toEqual([
    'wide',
    'narrow',
  ]);
});

test('an unreadable slot is on no page, and says so', () => {
  const sizes = { width: 1, height: 1, mobileWidth: 1, mobileHeight: 1 };
  const rules = { placement: 'header' as const, isReadable: false as const };
  const slot = { ...sizes, ...rules, enabled: true, lineItems: [item(code)] };

  expect(planSlots([slot], article, now).header).toEqual([]);
  expect(refusal(slot, article)).toBe('Its rules cannot be read.');
});

test('no slot stands on a sensitive post, nor between the comments of a locked one', () => {
  const ruled = (placement: 'header' | 'comments') => ({
    placement,
    isReadable: true as const,
    rules: rulesSchema.parse({}),
  });
  expect(refusal(ruled('header'), { type: 'post', isSensitive: true })).toContain('sensitive subject');
  expect(refusal(ruled('comments'), { type: 'post', isSensitive: true })).toContain('sensitive subject');
  expect(refusal(ruled('comments'), { type: 'post', isLocked: true })).toContain('locked');
  expect(refusal(ruled('header'), { type: 'post', isLocked: true })).toBeNull();
  expect(refusal(ruled('comments'), { type: 'post', isSensitive: false, isLocked: false })).toBeNull();
});

test('a slot between items keeps away from delicate ones on both sides', () => {
  const items = ['', 'removed', '', '', '', 'held'];
  const closed = gapsBeside(items, (item) => item !== '');
  const position = positionSchema.parse({ every: 1, maximum: 20 });
  const slot = slotAt('comments', { position });
  const placed = (content: PageContent) => boxesBetween([{ slot, isFilled: true }], content).map(({ after }) => after);
  expect(placed({ threads: items.length })).toEqual([1, 2, 3, 4, 5]);
  expect(placed({ threads: items.length, closed })).toEqual([3, 4]);
  expect(placed({ posts: items.length, closed })).toEqual([3, 4]);
});
