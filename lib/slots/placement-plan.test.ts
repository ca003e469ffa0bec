import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BlockKind } from '@/lib/posts/rendering/blocks';
import { layoutOf, type ArticleBlock } from './article-geometry';
import { insertionPointsInArticle, planArticle, type PositionedSlot } from './placement-plan';
import { defaultSlotSettings, positionSchema } from './slot';

const block = (kind: BlockKind, words = 60) => ({ kind, words });
const spot = (slot: string) => ({ kind: 'spot' as const, words: 0, slot });
const paragraphs = (count: number, words = 60) => Array.from({ length: count }, () => block('p', words));
const position = (wanted: object) => positionSchema.parse(wanted);
const none = { top: 0, between: 0, heading: 0, media: 0, blocks: 0 };
/** The same on both devices. */
const spacing = (wanted: Partial<typeof none>) => ({
  spacing: { desktop: { ...none, ...wanted }, mobile: { ...none, ...wanted } },
});
const paragraphHeights = (count: number) => Math.round(layoutOf(paragraphs(1), 'desktop').height * count);

function slotNamed(id: string, wanted: object, sizes: object = {}): PositionedSlot {
  return { id, name: `The ${id}`, ...defaultSlotSettings('in-article'), position: position(wanted), ...sizes };
}

const planned = (blocks: ArticleBlock[], slots: PositionedSlot[], options = {}) =>
  planArticle(blocks, slots, options).map(({ slot, after, ordinal }) => [after, slot.id, ordinal]);

test('places a slot in an article after given blocks, every few, in the middle or before the end', () => {
  const text = paragraphs(10);

  expect(insertionPointsInArticle(text, position({ after: [3] }))).toEqual([3]);
  expect(insertionPointsInArticle(text, position({ every: 4, maximum: 5 }))).toEqual([4, 8]);
  expect(insertionPointsInArticle(text, position({ middle: true }))).toEqual([5]);
  expect(insertionPointsInArticle(text, position({ end: true }))).toEqual([9]);
  expect(insertionPointsInArticle(text, position({ after: [1], middle: true, end: true, maximum: 2 }))).toEqual([1, 5]);
});

test('never before the first block, after the last, or right under a heading', () => {
  const text = [...paragraphs(2), block('heading', 4), block('heading', 4), ...paragraphs(2)];

  expect(insertionPointsInArticle(text, position({ after: [3] }))).toEqual([5]);
  expect(insertionPointsInArticle(text.slice(0, 4), position({ after: [3] }))).toEqual([]);
  expect(insertionPointsInArticle(text, position({ after: [6, 40] }))).toEqual([]);
  expect(insertionPointsInArticle(paragraphs(1), position({ every: 1, middle: true, end: true }))).toEqual([]);
});

test('repeated slots keep their distance in words', () => {
  const short = paragraphs(12, 10);

  expect(insertionPointsInArticle(short, position({ every: 2, maximum: 10, distance: 60 }))).toEqual([2, 8]);
  expect(insertionPointsInArticle(short, position({ every: 2, maximum: 10, distance: 0 }))).toEqual([2, 4, 6, 8, 10]);
});

test('the middle is at half of the reading time, including images', () => {
  const text = [block('figure', 0), block('figure', 0), ...paragraphs(4, 10)];

  expect(insertionPointsInArticle(text, position({ middle: true }))).toEqual([2]);
});

test('never separates a text from the quote, list, code or table that it introduces', () => {
  for (const kind of ['quote', 'list', 'code', 'table'] as const) {
    const blocks = [...paragraphs(2), block(kind, 20), block('p')];

    expect(insertionPointsInArticle(blocks, position({ after: [2] }))).toEqual([3]);
  }
});

test('a part of the text is by its height, and is looked for above where nothing below is allowed', () => {
  const text = [...paragraphs(2, 300), ...paragraphs(6, 30)];

  expect(insertionPointsInArticle(text, position({ fractions: [0.25] }))).toEqual([1]);
  expect(insertionPointsInArticle(text, position({ fractions: [0.5, 1] }))).toEqual([2, 7]);
  expect(insertionPointsInArticle(paragraphs(8), position({ fractions: [0] }))).toEqual([1]);
});

test('a number of blocks before the end, and up the text from there if that is no place', () => {
  const text = [...paragraphs(6), block('list'), block('p')];

  expect(insertionPointsInArticle(text, position({ fromEnd: [1, 4] }))).toEqual([4, 7]);
  expect(insertionPointsInArticle(text, position({ fromEnd: [2] }))).toEqual([5]);
  expect(insertionPointsInArticle(text, position({ fromEnd: [8, 400] }))).toEqual([]);
});

test('a slot moves on to the first gap that keeps its distances, and has none where there is none', () => {
  expect(
    insertionPointsInArticle(paragraphs(8), position({ after: [1], ...spacing({ top: paragraphHeights(2.5) }) })),
  ).toEqual([3]);
  const headed = [...paragraphs(1), block('heading', 4), ...paragraphs(6)];
  expect(
    insertionPointsInArticle(headed, position({ after: [2], ...spacing({ heading: paragraphHeights(1.5) }) })),
  ).toEqual([4]);
  const pictured = [...paragraphs(2), block('figure', 0), ...paragraphs(5)];
  const fromImages = { after: [1, 3], ...spacing({ media: paragraphHeights(0.5) }) };
  expect(insertionPointsInArticle(pictured, position(fromImages))).toEqual([1, 4]);
  const listed = [...paragraphs(2), block('list', 20), ...paragraphs(5)];
  expect(
    insertionPointsInArticle(listed, position({ after: [3], ...spacing({ blocks: paragraphHeights(1.5) }) })),
  ).toEqual([5]);
  expect(insertionPointsInArticle(paragraphs(3), position({ after: [1], ...spacing({ top: 5_000 }) }))).toEqual([]);
});

test('distances of a device count only where the slot is shown', () => {
  const onPhones = { spacing: { desktop: none, mobile: { ...none, top: 900 } } };
  const slot = (sizes: object) => slotNamed('slot', { after: [1], ...onPhones }, sizes);

  expect(planned(paragraphs(8), [slot({})])).toEqual([[3, 'slot', 1]]);
  expect(planned(paragraphs(8), [slot({ mobileWidth: 0, mobileHeight: 0 })])).toEqual([[1, 'slot', 1]]);
});

test('two slots never share a gap: the later one in order moves on, as far as the wider of both distances', () => {
  const first = slotNamed('first', { after: [2] });
  const second = slotNamed('second', { after: [2] });
  const far = slotNamed('far', { after: [2], ...spacing({ between: paragraphHeights(2.5) }) });

  expect(planned(paragraphs(8), [first, second])).toEqual([
    [2, 'first', 1],
    [3, 'second', 1],
  ]);
  expect(planned(paragraphs(8), [first, far])).toEqual([
    [2, 'first', 1],
    [5, 'far', 1],
  ]);
  expect(planned(paragraphs(8), [far, second])).toEqual([
    [2, 'far', 1],
    [5, 'second', 1],
  ]);
});

test('the slot at the end of the article is kept away from, if it shows something', () => {
  const last = slotNamed('last', { end: true, ...spacing({ between: paragraphHeights(2.5) }) });

  expect(planned(paragraphs(8), [last])).toEqual([[7, 'last', 1]]);
  expect(planned(paragraphs(8), [last], { hasSlotAtEnd: true })).toEqual([[5, 'last', 1]]);
});

test('a slot with spots in a post is at these alone, by id or name, and the others keep away', () => {
  const text = [block('p'), spot('the one'), ...paragraphs(4), spot('one'), spot('two'), ...paragraphs(2)];
  const slots = [
    slotNamed('one', { after: [3], maximum: 5 }),
    slotNamed('two', { after: [1] }),
    slotNamed('three', {}),
  ];

  // The second spot of the gap gives way, and its slot stands nowhere else.
  expect(planned(text, slots)).toEqual([
    [2, 'one', 1],
    [7, 'one', 2],
  ]);
  expect(planned(text, [slotNamed('three', { after: [1, 2] })])).toEqual([
    [1, 'three', 1],
    [3, 'three', 2],
  ]);
});

test('a spot whose slot is gone leaves nothing, and none stands more often than its maximum', () => {
  const text = [spot('one'), block('p'), spot('gone'), block('p'), spot('one'), block('p'), spot('one')];

  expect(planned(text, [slotNamed('one', { maximum: 2 })])).toEqual([
    [1, 'one', 1],
    [5, 'one', 2],
  ]);
  expect(planned(text, [])).toEqual([]);
});

const kinds = ['p', 'p', 'p', 'heading', 'figure', 'list', 'quote', 'code', 'table', 'embed', 'other', 'spot'] as const;
const someBlock = fc.record({
  kind: fc.constantFrom(...kinds),
  words: fc.integer({ min: 0, max: 200 }),
  slot: fc.constantFrom('one', 'two', 'The three', 'gone'),
});
const someDistances = fc.record({
  top: fc.integer({ min: 0, max: 900 }),
  between: fc.integer({ min: 0, max: 900 }),
  heading: fc.integer({ min: 0, max: 400 }),
  media: fc.integer({ min: 0, max: 400 }),
  blocks: fc.integer({ min: 0, max: 400 }),
});
const numbers = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 3 });
const somePosition = fc.record({
  after: numbers,
  fromEnd: numbers,
  fractions: fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }),
  every: fc.integer({ min: 0, max: 6 }),
  middle: fc.boolean(),
  end: fc.boolean(),
  maximum: fc.integer({ min: 1, max: 5 }),
  spacing: fc.record({ desktop: someDistances, mobile: someDistances }),
});

type Plan = ReturnType<typeof planArticle<PositionedSlot>>;

/** Every rule that a plan breaks, in words. */
function* faultsOf(blocks: ArticleBlock[], plan: Plan) {
  const text = blocks.filter(({ kind }) => kind !== 'spot');
  for (const one of plan.filter(({ after }) => blocks[after - 1]!.kind !== 'spot')) {
    const [before, behind] = text.slice(one.gap - 1, one.gap + 1);
    if (!before || before.kind === 'heading') yield `gap ${one.gap} is right under a heading`;
    if (!behind || ['quote', 'list', 'code', 'table'].includes(behind.kind)) yield `gap ${one.gap} parts what belongs`;
    for (const device of ['desktop', 'mobile'] as const) {
      const { ends } = layoutOf(text, device);
      const distances = one.slot.position.spacing[device];
      const at = ends[one.gap]!;
      if (at < distances.top) yield `gap ${one.gap} is too near to the top`;
      for (const other of plan.filter((each) => each !== one)) {
        if (Math.abs(at - ends[other.gap]!) < distances.between) yield `gaps ${one.gap} and ${other.gap} are too near`;
      }
      for (const [index, { kind }] of text.entries()) {
        const below = at - ends[index + 1]!;
        const nearest = below >= 0 ? below : ends[index]! - at;
        if (kind === 'heading' && below >= 0 && below < distances.heading) yield `${one.gap}: heading ${index}`;
        if (['figure', 'embed'].includes(kind) && nearest < distances.media) yield `${one.gap}: image ${index}`;
        if (['quote', 'list', 'code', 'table'].includes(kind) && nearest < distances.blocks)
          yield `${one.gap}: ${kind} ${index}`;
      }
    }
  }
}

test('whatever the text and the positions: no forbidden gap, no shared gap, no distance that is not kept', () => {
  fc.assert(
    fc.property(
      fc.array(someBlock, { maxLength: 40 }),
      fc.array(somePosition, { minLength: 1, maxLength: 3 }),
      (blocks, positions) => {
        const slots = positions.map((wanted, index) => slotNamed(['one', 'two', 'three'][index]!, wanted));
        const plan = planArticle(blocks, slots);

        expect([...faultsOf(blocks, plan)]).toEqual([]);
        expect(new Set(plan.map(({ gap }) => gap)).size).toBe(plan.length);
        for (const slot of slots) {
          const ordinals = plan.filter((each) => each.slot === slot).map(({ ordinal }) => ordinal);
          expect(ordinals).toEqual(ordinals.map((_, index) => index + 1));
          expect(ordinals.length).toBeLessThanOrEqual(slot.position.maximum);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('a text of twenty thousand blocks is planned within a second', () => {
  const text = Array.from({ length: 20_000 }, (_, index) => block(index % 2 ? 'heading' : 'list', 3));
  const wanted = { after: [1, 2, 3], fractions: [0.1, 0.9], every: 1, maximum: 20, ...spacing({ blocks: 5_000 }) };
  const started = performance.now();

  expect(planned(text, [slotNamed('one', wanted), slotNamed('two', wanted)])).toEqual([]);
  expect(performance.now() - started).toBeLessThan(1_000);
});
