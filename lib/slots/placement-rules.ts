import type { Block, BlockKind } from '@/lib/posts/rendering/blocks';
import { placementFacts, placements, type PageType, type Placement } from './placements';
import { allowedOn, overlaps } from './conditions';
import type { Listed } from './choice';
import type { Caps, Condition, Goal } from './line-item';
import type { Position, Rules } from './slot';
import { isPaced } from './pacing';
import { tiers, type Tier } from './line-item-names';

type ArticleBlock = Pick<Block, 'kind' | 'words'>;

/** The text before these introduces them: no slot comes between. */
const introduced = new Set<BlockKind>(['quote', 'list', 'code', 'table']);
/** Few words, but a screen high: they count as much as the text they displace. */
const screenFilling = new Set<BlockKind>(['figure', 'table', 'code', 'embed']);

export type PageContext = {
  type: PageType;
  words?: number;
  tagIds?: readonly string[];
  authorIds?: readonly string[];
  /** on | off | own */
  mode?: string;
  /** Placements disabled on this post. */
  off?: readonly string[];
};

export function articleContext(post: {
  type: string;
  wordCount: number;
  tags: readonly { id: string }[];
  authors: readonly { id: string }[];
  adsMode: string;
  adsOff: string;
}): PageContext {
  return {
    type: post.type === 'page' ? 'page' : 'post',
    words: post.wordCount,
    tagIds: post.tags.map((tag) => tag.id),
    authorIds: post.authors.map((author) => author.id),
    mode: post.adsMode,
    off: parsePlacements(post.adsOff),
  };
}

type Readable = { isReadable: true; rules: Rules };
type Ruled = { placement: Placement } & (Readable | { isReadable: false });
type Content = { kind: string; isolation?: string; startsAt: Date | null; endsAt: Date | null };
type PlannableItem = {
  id: string;
  enabled: boolean;
  isReadable: boolean;
  tier: Tier;
  weight: number;
  conditions: readonly Condition[];
  caps: Caps;
  goal: Goal;
  creative: Content | null;
};
type Plannable = Ruled & { enabled: boolean; lineItems: readonly PlannableItem[] };

type CreativeOf<Slot extends Plannable> = Slot['lineItems'][number]['creative'];
/** What a reader's browser chooses from, and what stands there without JavaScript. */
export type Rotation<Creative> = { listed: Listed[]; fallback: Creative | null; hasCode: boolean; hasText: boolean };
export type Planned<Slot extends Plannable> = {
  slot: Slot;
  /** Null in an empty slot, and where the reader's browser chooses. */
  creative: CreativeOf<Slot>;
  rotation: Rotation<CreativeOf<Slot>> | null;
  isFilled: boolean;
};
export type Plan<Slot extends Plannable> = Record<Placement, Planned<Slot>[]>;

/** The slots of a page by placement; independent of the visitor. */
export function planSlots<Slot extends Plannable>(slots: readonly Slot[], page: PageContext, now: Date) {
  const plan = emptyPlan<Slot & Readable>();
  for (const slot of slots) {
    if (!slot.enabled || !isReadable(slot) || refusal(slot, page)) continue;
    const planned = planContent<Slot & Readable>(slot, page, now);
    if (planned) plan[slot.placement].push(planned);
  }
  return plan;
}

/** Line items that are on and have content. */
export function filledItems<Slot extends Pick<Plannable, 'lineItems'>>({ lineItems }: Slot) {
  type Item = Slot['lineItems'][number];
  return (lineItems as readonly Item[]).filter(
    (item): item is Item & { creative: NonNullable<Item['creative']> } => item.enabled && item.creative !== null,
  );
}

/** The plan with one content in each place, for previews: the first by tier that needs no choice, or the first. */
export function withoutRotation<Slot extends Plannable>(plan: Plan<Slot>): Plan<Slot> {
  const settled = emptyPlan<Slot>();
  for (const placement of placements) {
    settled[placement] = plan[placement].map((planned) =>
      planned.rotation ? { ...planned, creative: firstOf(planned), rotation: null } : planned,
    );
  }
  return settled;
}

export function emptyPlan<Slot extends Plannable>(): Plan<Slot> {
  return Object.fromEntries(placements.map((placement) => [placement, []])) as unknown as Plan<Slot>;
}

/** Why a slot is not shown on a page, for its manager; null if it is shown. */
export function refusal(slot: Ruled, page: PageContext): string | null {
  if (!slot.isReadable) return 'Its rules cannot be read.';
  const { placement, rules } = slot;
  const isArticle = page.type === 'post' || page.type === 'page';
  if (!placementFacts[placement].pages.includes(page.type)) return 'This type of page does not have this placement.';
  if (!rules.pages.includes(page.type)) return 'It is turned off for this type of page.';
  if (page.mode === 'off') return 'All slots are turned off for this post.';
  if (page.off?.includes(placement)) return 'This slot is turned off for this post.';
  if (overlaps(rules.notTags, page.tagIds)) return 'It is excluded for one of this page’s tags.';
  if (overlaps(rules.notAuthors, page.authorIds)) return 'It is excluded for one of this page’s authors.';
  if (rules.onlyTags.length > 0 && !overlaps(rules.onlyTags, page.tagIds)) return 'It is only for other tags.';
  if (rules.onlyAuthors.length > 0 && !overlaps(rules.onlyAuthors, page.authorIds))
    return 'It is only for other authors.';
  if (isArticle && (page.words ?? 0) < rules.minimumWords) {
    return `It needs at least ${rules.minimumWords} ${rules.minimumWords === 1 ? 'word' : 'words'}, and this has ${page.words ?? 0}.`;
  }
  return null;
}

/** When a start or end next changes what is shown, in ms since the epoch. */
export function nextChange(slots: readonly Pick<Plannable, 'lineItems'>[], now: Date) {
  const moments = slots
    .flatMap(({ lineItems }) => lineItems)
    .flatMap(({ creative }) => [creative?.startsAt, creative?.endsAt])
    .map((date) => date?.getTime() ?? 0)
    .filter((moment) => moment > now.getTime());
  return moments.length > 0 ? Math.min(...moments) : null;
}

/** The blocks of a text, or the number of threads or posts. */
export type PageContent = { blocks: readonly ArticleBlock[] } | { threads: number } | { posts: number };
type Positioned = { placement: Placement; position: Position };

/** The blocks, threads or posts (counted from 1) after which a slot is inserted. */
export function gapsFor({ position }: Positioned, content: PageContent): number[] {
  if ('blocks' in content) return insertionPointsInArticle(content.blocks, position);
  return insertionPointsInList('threads' in content ? content.threads : content.posts, position);
}

/** Why a slot has no insertion point on a page, for its manager; null if it has one. */
export function whyNoGap(slot: Positioned, content: PageContent): string | null {
  const { every } = slot.position;
  if (gapsFor(slot, content).length > 0) return null;
  if ('blocks' in content) return 'This post is too short for the positions you chose.';
  if ('posts' in content) return 'This page has too few posts to show the slot between them.';
  return every > 0
    ? `This post has fewer than ${every + 1} threads.`
    : 'The slot is not set to appear between threads.';
}

/** Assigns insertion points to slots with the number of the box (from 1); the first slot in order wins a shared one. */
export function shareGaps<Each extends { slot: unknown }>(
  planned: readonly Each[],
  insertionPointsOf: (slot: Each['slot']) => readonly number[],
) {
  const shared = new Map<number, { planned: Each; ordinal: number }>();
  for (const each of planned) {
    for (const [index, insertionPoint] of insertionPointsOf(each.slot).entries()) {
      if (!shared.has(insertionPoint)) shared.set(insertionPoint, { planned: each, ordinal: index + 1 });
    }
  }
  return shared;
}

/** The blocks (counted from 1) of an article after which a slot is inserted. */
export function insertionPointsInArticle(blocks: readonly ArticleBlock[], position: Position): number[] {
  const taken: number[] = [];
  const wanted = [
    ...position.after.map((block) => ({ block, isAsked: true })),
    ...(position.middle ? [{ block: middleOf(blocks), isAsked: true }] : []),
    ...(position.end ? [{ block: blocks.length - 1, isAsked: true }] : []),
    ...repeated(blocks.length, position.every).map((block) => ({ block, isAsked: false })),
  ];
  for (const { block, isAsked } of wanted) {
    if (taken.length >= position.maximum) break;
    const insertionPoint = isAllowedPoint(blocks, block);
    if (insertionPoint === null || taken.includes(insertionPoint)) continue;
    // Positions chosen by the owner are always used; repetitions keep the minimum distance.
    if (isAsked || isFarFrom(taken, insertionPoint, blocks, position.distance)) taken.push(insertionPoint);
  }
  return taken.sort((a, b) => a - b);
}

/** The items (counted from 1) of a list after which a slot is inserted; never the last. */
export function insertionPointsInList(count: number, position: Pick<Position, 'every' | 'maximum'>): number[] {
  return repeated(count, position.every).slice(0, position.maximum);
}

function isReadable<Slot extends Plannable>(slot: Slot): slot is Slot & Readable {
  return slot.isReadable;
}

function parsePlacements(json: string): string[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}

function planContent<Slot extends Plannable>(slot: Slot, page: PageContext, now: Date): Planned<Slot> | null {
  const filled = filledItems(slot);
  if (filled.length === 0) return { slot, creative: null, rotation: null, isFilled: false };
  const eligible = filled.flatMap((item) => {
    const allowed = item.isReadable && mayShow(item.creative, page, now) && allowedOn(item.conditions, page);
    return allowed ? [{ item, ...allowed }] : [];
  });
  const [only, ...others] = eligible;
  if (!only) return null;
  if (others.length === 0 && only.alternatives === null && !needsChoice(only.item)) {
    return { slot, creative: only.item.creative, rotation: null, isFilled: true };
  }
  // Code in the page never rotates: saving refuses it.
  const chosen = eligible.filter(({ item }) => item.creative.isolation !== 'in-page');
  if (chosen.length === 0) return null;
  const rotation = {
    listed: chosen.map(({ item: { id }, alternatives }) => ({ id, alternatives })),
    fallback: fallbackOf(chosen),
    hasCode: chosen.some(({ item }) => item.creative.kind === 'code'),
    hasText: chosen.some(({ item }) => item.creative.kind === 'text'),
  };
  return { slot, creative: null, rotation, isFilled: true };
}

/** Whether a line item is chosen in the reader's browser even where it is alone. */
export function needsChoice({ caps, goal }: Pick<PlannableItem, 'caps' | 'goal'>) {
  return isPaced(goal) || caps.page + caps.session + caps.day > 0;
}

type Eligible<Creative> = {
  item: Pick<PlannableItem, 'tier' | 'caps' | 'goal'> & { creative: Creative };
  alternatives: number[] | null;
};

// Without JavaScript there is no choice: the first that needs neither a script nor a reader's facts.
function fallbackOf<Creative extends Content>(eligible: readonly Eligible<Creative>[]) {
  const plain = eligible.filter(
    ({ item, alternatives }) => item.creative.kind !== 'code' && alternatives === null && !needsChoice(item),
  );
  return plain.toSorted((a, b) => tiers.indexOf(a.item.tier) - tiers.indexOf(b.item.tier))[0]?.item.creative ?? null;
}

function firstOf<Slot extends Plannable>({ slot, rotation }: Planned<Slot>): CreativeOf<Slot> {
  const first = slot.lineItems.find(({ id }) => id === rotation?.listed[0]?.id);
  return rotation?.fallback ?? first?.creative ?? null;
}

function mayShow(creative: Content, page: PageContext, now: Date) {
  if (page.mode === 'own' && creative.kind === 'code') return false;
  return (creative.startsAt ?? now) <= now && (!creative.endsAt || creative.endsAt > now);
}

function repeated(count: number, every: number) {
  if (every < 1) return [];
  return Array.from({ length: Math.ceil(count / every) - 1 }, (_, index) => (index + 1) * every);
}

function middleOf(blocks: readonly ArticleBlock[]) {
  const half = wordsIn(blocks) / 2;
  let words = 0;
  const index = blocks.findIndex((block) => (words += weight(block)) >= half);
  return index + 1;
}

// Not at either end (separate placements) and not right under a heading: then it moves on to the next gap.
function isAllowedPoint(blocks: readonly ArticleBlock[], wanted: number): number | null {
  for (let insertionPoint = Math.max(1, wanted); insertionPoint < blocks.length; insertionPoint += 1) {
    const [before, after] = blocks.slice(insertionPoint - 1, insertionPoint + 1);
    if (before && after && !isHeading(before) && !isIntroduced(after)) return insertionPoint;
  }
  return null;
}

function isFarFrom(
  taken: readonly number[],
  insertionPoint: number,
  blocks: readonly ArticleBlock[],
  minDistance: number,
) {
  return taken.every(
    (other) => wordsIn(blocks.slice(Math.min(insertionPoint, other), Math.max(insertionPoint, other))) >= minDistance,
  );
}

function isIntroduced({ kind }: ArticleBlock) {
  return introduced.has(kind);
}

function isHeading({ kind }: ArticleBlock) {
  return kind === 'heading';
}

function wordsIn(blocks: readonly ArticleBlock[]) {
  return blocks.reduce((sum, block) => sum + weight(block), 0);
}

function weight({ kind, words }: ArticleBlock) {
  return screenFilling.has(kind) ? Math.max(words, 80) : words;
}
