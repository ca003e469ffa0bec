import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BlockKind } from '@/lib/posts/rendering/blocks';
import { formatDensity, outlineOf, percent, stickyHeight, stickyNote, type OutlineArticle } from './article-outline';
import { densityProblem } from './density-rules';
import { forEveryone } from './line-item';
import { planSlots } from './placement-rules';
import { defaultSlotSettings, positionSchema, type SlotSettings } from './slot';
import type { Placement } from './placements';

const now = new Date('2026-11-23T12:00:00Z');
const code = { kind: 'code', startsAt: null, endsAt: null };
const item = { ...forEveryone, id: 'first', enabled: true, tier: 'network' as const, weight: 1, creative: code };
const context = { type: 'post' as const, words: 900 };

function slotAt(placement: Placement, more: Partial<SlotSettings & { id: string; lineItems: (typeof item)[] }> = {}) {
  const base = { id: `${placement}-slot`, name: placement, placement, isReadable: true as const, enabled: true };
  return { ...base, lineItems: [item], ...defaultSlotSettings(placement), ...more };
}

const paragraphs = (count: number) => Array.from({ length: count }, () => ({ kind: 'p' as const, words: 60 }));
const article = (blocks: { kind: BlockKind; words: number }[]): OutlineArticle => ({
  title: 'Tides',
  subtitle: '',
  type: 'post',
  cover: null,
  hasTags: false,
  blocks,
});
const positioned = (wanted: object) => ({ position: positionSchema.parse(wanted) });
const outlined = (blocks: { kind: BlockKind; words: number }[], ...slots: ReturnType<typeof slotAt>[]) =>
  outlineOf(article(blocks), planSlots(slots, context, now));

test('the density is the height of the slots of the main content by its whole height, on each device', () => {
  const none = outlined(paragraphs(10));
  expect(none.mobile.density).toBe(0);
  const { mobile, desktop } = outlined(
    paragraphs(10),
    slotAt('in-article', positioned({ after: [3] })),
    slotAt('header'),
  );

  // The box with its label, and a margin above and below that belongs to the content.
  expect(mobile.height).toBe(none.mobile.height + 250 + 24 + 64);
  expect(mobile.density).toBeCloseTo(274 / mobile.height);
  expect(desktop.density).toBeCloseTo((280 + 24) / desktop.height);
});

test('a slot counts where it is shown, and not while it is empty', () => {
  const noPhone = { mobileWidth: 0, mobileHeight: 0 };
  const onDesktop = outlined(paragraphs(10), slotAt('post-end', noPhone));
  expect(onDesktop.mobile.density).toBe(0);
  expect(onDesktop.desktop.density).toBeGreaterThan(0);
  expect(outlined(paragraphs(10), slotAt('post-end', { lineItems: [] })).mobile.density).toBe(0);
});

test('title, subtitle, featured image and tags are part of the content', () => {
  const bare = article(paragraphs(3));
  const whole = { ...bare, subtitle: 'Of the sea', hasTags: true, cover: { width: 1_600, height: 900 } };
  const height = (one: OutlineArticle) => outlineOf(one, planSlots([], context, now)).mobile.height;

  expect(height(whole) - height(bare)).toBeGreaterThan((360 * 9) / 16);
  expect(height({ ...bare, title: 'Tides and ebbs of the northern sea' })).toBeGreaterThan(height(bare));
});

test('whatever is planned: the parts add up, and no slot is drawn that is not planned', () => {
  const kinds = ['p', 'heading', 'figure', 'list', 'quote', 'code', 'table', 'embed', 'other', 'spot'] as const;
  const blocks = fc.array(fc.record({ kind: fc.constantFrom(...kinds), words: fc.nat(300) }), { maxLength: 60 });
  fc.assert(
    fc.property(blocks, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 10 }), (some, every, maximum) => {
      const slots = [slotAt('in-article', positioned({ every, maximum, middle: true })), slotAt('post-end')];
      for (const { parts, height, density } of Object.values(outlined(some, ...slots))) {
        expect(parts.reduce((sum, part) => sum + part.height, 0)).toBe(height);
        expect(density).toBeGreaterThanOrEqual(0);
        expect(density).toBeLessThan(1);
        expect(parts.filter((part) => part.kind === 'slot').length).toBeLessThanOrEqual(maximum + 1);
      }
    }),
  );
});

test('too many slots are named with the worst article and what helps', () => {
  const many = slotAt('in-article', {
    name: 'Between',
    ...positioned({ every: 1, maximum: 20, distance: 0 }),
  } as object);
  const articles = [
    { name: 'Short', article: article(paragraphs(4)), context },
    { name: 'Long', article: article(paragraphs(12)), context },
  ];

  const sentence = densityProblem([many, slotAt('post-end')], many.id, articles);
  expect(sentence).toMatch(
    /^With “Between”, slots take \d\d\u00a0% of the height of “\w+” on phones, and too much of one other article\./,
  );
  expect(sentence).toContain('allow 30\u00a0%');
  const few = slotAt('in-article', positioned({ after: [6], maximum: 1 }));
  expect(densityProblem([few], few.id, articles)).toBeNull();
  // The others may be too many; this one is in none of these articles.
  expect(densityProblem([many, slotAt('header')], 'header-slot', articles)).toBeNull();
  expect(densityProblem([{ ...many, enabled: false }], many.id, articles)).toBeNull();
});

test('a slot at the edge of the window has its share of it', () => {
  const sticky = (mobileHeight: number, height = 90) => slotAt('sticky-footer', { mobileHeight, height });

  expect([stickyHeight('mobile'), stickyHeight('desktop')]).toEqual([192, 230]);
  expect(densityProblem([sticky(192)], 'sticky-footer-slot', [])).toBeNull();
  expect(densityProblem([sticky(193)], 'sticky-footer-slot', [])).toContain('at most 192 pixels on phones');
  expect(densityProblem([sticky(50, 231)], 'sticky-footer-slot', [])).toContain('at most 230 pixels on desktop');
  expect(stickyNote(sticky(64))).toContain('10\u00a0% of the height of a phone’s window');
});

test('a density is never rounded across the limit', () => {
  expect(formatDensity(0.2249, 'mobile')).toBe('22\u00a0% (limit\u00a030\u00a0%)');
  expect(formatDensity(0.2249, 'desktop')).toBe('22\u00a0%');
  expect(percent(0.3)).toBe('30\u00a0%');
  expect(percent(0.3001)).toBe('31\u00a0%');
  expect(percent(0.299)).toBe('29\u00a0%');
});
