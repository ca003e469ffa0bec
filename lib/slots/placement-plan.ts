import { devices, devicesOf, layoutOf, type ArticleBlock, type Device } from './article-geometry';
import type { BlockKind } from '@/lib/posts/rendering/blocks';
import type { BoxSizes, Position, Spacing } from './slot';

/** The text before these introduces them: no slot comes between. */
const introduced = new Set<BlockKind>(['quote', 'list', 'code', 'table']);
const media = new Set<BlockKind>(['figure', 'embed']);
/** Few words, but a screen high: they count as much as the text they displace. */
const screenFilling = new Set<BlockKind>(['figure', 'table', 'code', 'embed']);

export type PositionedSlot = BoxSizes & { id: string; name: string; position: Position };
/** `after`: the block (counted from 1, spots included) after which a slot is inserted; `gap`: without the spots. */
export type Insertion<Slot> = { slot: Slot; after: number; gap: number; ordinal: number };

type Options = {
  /** The end of the article has a slot too: others keep their distance from it. */
  hasSlotAtEnd?: boolean;
};

/**
 * Where the slots of an article are inserted, the same on every device: each at its spots, or else at its positions, in
 * the order given; never two in one gap.
 */
export function planArticle<Slot extends PositionedSlot>(
  all: readonly ArticleBlock[],
  slots: readonly Slot[],
  options: Options = {},
): Insertion<Slot>[] {
  const article = articleOf(all);
  const taken = insertAtSpots(article, slots);
  const placed = new Set(article.spots.map(({ reference }) => referencedSlot(slots, reference)));
  for (const slot of slots) {
    if (placed.has(slot)) continue;
    const gaps = gapsOf(article, slot, { taken, ...options });
    for (const [index, gap] of gaps.entries()) {
      taken.push({ slot, gap, after: article.origins[gap - 1]! + 1, ordinal: index + 1 });
    }
  }
  return taken.toSorted((one, other) => one.after - other.after);
}

/** The blocks (counted from 1) of an article after which a slot with these positions is inserted, if it is alone. */
export function insertionPointsInArticle(blocks: readonly ArticleBlock[], position: Position): number[] {
  const slot = { id: '', name: '', position, width: 1, height: 1, mobileWidth: 1, mobileHeight: 1 };
  return planArticle(blocks, [slot]).map(({ after }) => after);
}

/** Whether an article has a gap for any slot, whatever its distances. */
export function hasGaps(blocks: readonly ArticleBlock[]) {
  const article = articleOf(blocks);
  return article.blocks.some((_, index) => isGap(article.blocks, index));
}

/** The slot that a spot refers to, by its id or name. */
export function referencedSlot<Slot extends Pick<PositionedSlot, 'id' | 'name'>>(
  slots: readonly Slot[],
  reference: string,
): Slot | undefined {
  const folded = reference.trim().toLowerCase();
  return slots.find(({ id }) => id === reference) ?? slots.find(({ name }) => name.trim().toLowerCase() === folded);
}

type Article = {
  blocks: ArticleBlock[];
  /** The indexes of these blocks in the article with its spots. */
  origins: number[];
  spots: { gap: number; after: number; reference: string }[];
  layouts: Record<Device, number[]>;
  /** The words up to each gap. */
  words: number[];
};

function articleOf(all: readonly ArticleBlock[]): Article {
  const article: Article = { blocks: [], origins: [], spots: [], layouts: { desktop: [], mobile: [] }, words: [0] };
  for (const [index, block] of all.entries()) {
    const gap = article.blocks.length;
    if (block.kind === 'spot') article.spots.push({ gap, after: index + 1, reference: block.slot ?? '' });
    else {
      article.blocks.push(block);
      article.origins.push(index);
      article.words.push(article.words[gap]! + weight(block));
    }
  }
  for (const device of devices) article.layouts[device] = layoutOf(article.blocks, device).ends;
  return article;
}

// An author's choice is not measured, but two slots never meet and none stands more often than its maximum.
function insertAtSpots<Slot extends PositionedSlot>({ spots }: Article, slots: readonly Slot[]): Insertion<Slot>[] {
  const inserted: Insertion<Slot>[] = [];
  const counts = new Map<Slot, number>();
  for (const { gap, after, reference } of spots) {
    const slot = referencedSlot(slots, reference);
    if (!slot || inserted.at(-1)?.gap === gap) continue;
    const ordinal = (counts.get(slot) ?? 0) + 1;
    if (ordinal > slot.position.maximum) continue;
    counts.set(slot, ordinal);
    inserted.push({ slot, gap, after, ordinal });
  }
  return inserted;
}

type Neighbours<Slot> = Options & { taken: readonly Insertion<Slot>[] };

function gapsOf<Slot extends PositionedSlot>(article: Article, slot: Slot, neighbours: Neighbours<Slot>): number[] {
  const { position } = slot;
  const allowed = allowedGaps(article, slot);
  const own: number[] = [];
  const isFree = (gap: number) => isApart(article, slot, { gap, own, ...neighbours });
  for (const { gap, way } of wantedGaps(article, position)) {
    if (own.length >= position.maximum) break;
    const found = way === 'repeated' ? next(allowed, gap) : search(article, gap, { way, isFree, allowed });
    if (found === null || own.includes(found) || !isFree(found)) continue;
    // Positions chosen by the owner are always used; repetitions keep the minimum number of words.
    const isNear = own.some((other) => Math.abs(article.words[found]! - article.words[other]!) < position.distance);
    if (way !== 'repeated' || !isNear) own.push(found);
  }
  return own.sort((a, b) => a - b);
}

type Way = 'down' | 'up' | 'nearest' | 'repeated';

function wantedGaps(article: Article, position: Position): { gap: number; way: Way }[] {
  const count = article.blocks.length;
  const fractions = position.middle ? [0.5, ...position.fractions] : position.fractions;
  const fromEnd = position.end ? [1, ...position.fromEnd] : position.fromEnd;
  const repeated = position.every < 1 ? 0 : Math.ceil(count / position.every) - 1;
  return [
    ...position.after.map((gap) => ({ gap, way: 'down' as const })),
    ...fractions.map((fraction) => ({ gap: gapAtFraction(article, fraction), way: 'nearest' as const })),
    ...fromEnd.map((blocks) => ({ gap: count - blocks, way: 'up' as const })),
    ...Array.from({ length: Math.max(0, repeated) }, (_, index) => ({
      gap: (index + 1) * position.every,
      way: 'repeated' as const,
    })),
  ];
}

/** The first gap with this part of the text above it, by its height on desktop. */
function gapAtFraction({ layouts: { desktop } }: Article, fraction: number) {
  const wanted = (desktop.at(-1) ?? 0) * fraction;
  return desktop.findIndex((end) => end >= wanted);
}

/** For each gap, the next one at or after it that is allowed; null after the last. */
function allowedGaps({ blocks, layouts }: Article, slot: PositionedSlot): (number | null)[] {
  const shown = devicesOf(slot);
  const isClear = Array.from({ length: blocks.length + 1 }, () => true);
  for (const device of shown) markNear(blocks, layouts[device], { spacing: slot.position.spacing[device], isClear });
  const nextOf: (number | null)[] = [];
  let following: number | null = null;
  for (let gap = blocks.length; gap >= 0; gap -= 1) {
    if (isClear[gap] && isGap(blocks, gap)) following = gap;
    nextOf[gap] = following;
  }
  return nextOf;
}

// One pass down and one up, with the nearest line that a slot must not cross.
function markNear(
  blocks: readonly ArticleBlock[],
  ends: readonly number[],
  { spacing, isClear }: { spacing: Spacing[Device]; isClear: boolean[] },
) {
  let below = spacing.top;
  for (let gap = 0; gap < isClear.length; gap += 1) {
    const group = gap > 0 ? groupOf(blocks[gap - 1]!) : null;
    if (group) below = Math.max(below, ends[gap]! + spacing[group]);
    if (ends[gap]! < below) isClear[gap] = false;
  }
  let above = Infinity;
  for (let gap = blocks.length - 1; gap >= 0; gap -= 1) {
    const group = groupOf(blocks[gap]!);
    if (group && group !== 'heading') above = Math.min(above, ends[gap]! - spacing[group]);
    if (ends[gap]! > above) isClear[gap] = false;
  }
}

function groupOf({ kind }: ArticleBlock) {
  if (kind === 'heading') return 'heading';
  if (media.has(kind)) return 'media';
  return introduced.has(kind) ? 'blocks' : null;
}

// Not at either end (separate placements) and not right under a heading.
function isGap(blocks: readonly ArticleBlock[], gap: number) {
  const [before, after] = [blocks[gap - 1], blocks[gap]];
  return before !== undefined && after !== undefined && before.kind !== 'heading' && !introduced.has(after.kind);
}

type Search = { way: Way; allowed: readonly (number | null)[]; isFree: (gap: number) => boolean };

/** From a gap on to the first one that is allowed and free, down or up the article. */
function search({ blocks }: Article, wanted: number, { way, allowed, isFree }: Search): number | null {
  if (way !== 'up') {
    let gap = next(allowed, wanted);
    while (gap !== null && !isFree(gap)) gap = next(allowed, gap + 1);
    if (gap !== null || way === 'down') return gap;
  }
  for (let gap = Math.min(wanted, blocks.length - 1); gap > 0; gap -= 1) {
    if (allowed[gap] === gap && isFree(gap)) return gap;
  }
  return null;
}

function next(allowed: readonly (number | null)[], wanted: number): number | null {
  return allowed[Math.max(1, wanted)] ?? null;
}

type Place<Slot> = Neighbours<Slot> & { gap: number; own: readonly number[] };

function isApart<Slot extends PositionedSlot>(
  { layouts, blocks }: Article,
  slot: Slot,
  { gap, own, taken, hasSlotAtEnd = false }: Place<Slot>,
) {
  if (taken.some((other) => other.gap === gap)) return false;
  return devicesOf(slot).every((device) => {
    const ends = layouts[device];
    const between = slot.position.spacing[device].between;
    const isFar = (other: number, least: number) => Math.abs(ends[gap]! - ends[other]!) >= least;
    const others = taken.filter((other) => devicesOf(other.slot).includes(device));
    return (
      own.every((other) => isFar(other, between)) &&
      others.every((other) => isFar(other.gap, Math.max(between, other.slot.position.spacing[device].between))) &&
      (!hasSlotAtEnd || isFar(blocks.length, between))
    );
  });
}

function weight({ kind, words }: ArticleBlock) {
  return screenFilling.has(kind) ? Math.max(words, 80) : words;
}
