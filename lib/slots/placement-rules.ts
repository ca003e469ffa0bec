import { devicesOf, type ArticleBlock, type Device } from './article-geometry';
import { hasGaps, planArticle, type PositionedSlot } from './placement-plan';
import { placementFacts, placements, type PageType, type Placement } from './placements';
import { overlaps } from './conditions';
import { firstOf, planContent, type Planned, type WithItems } from './planned-items';
import type { BoxSizes, Position, Rules } from './slot';

export type PageContext = {
  type: PageType;
  words?: number;
  tagIds?: readonly string[];
  authorIds?: readonly string[];
  /** on | off | own */
  mode?: string;
  /** Placements disabled on this post. */
  off?: readonly string[];
  isSensitive?: boolean;
  /** A moderator has locked its comments. */
  isLocked?: boolean;
};

export function articleContext(post: {
  type: string;
  wordCount: number;
  tags: readonly { id: string }[];
  authors: readonly { id: string }[];
  adsMode: string;
  adsOff: string;
  sensitive: boolean;
  commentsLockedReason: string;
}): PageContext {
  return {
    type: post.type === 'page' ? 'page' : 'post',
    words: post.wordCount,
    tagIds: post.tags.map((tag) => tag.id),
    authorIds: post.authors.map((author) => author.id),
    mode: post.adsMode,
    off: parsePlacements(post.adsOff),
    isSensitive: post.sensitive,
    isLocked: post.commentsLockedReason !== '',
  };
}

type Readable = { isReadable: true; position: Position; rules: Rules };
type Ruled = { placement: Placement } & (Pick<Readable, 'isReadable' | 'rules'> | { isReadable: false });
export type PlannableSlot = BoxSizes &
  WithItems & { placement: Placement; enabled: boolean } & (Readable | { isReadable: false });

export type Plan<Slot extends WithItems> = Record<Placement, Planned<Slot>[]>;

/** The slots of a page by placement; independent of the visitor. */
export function planSlots<Slot extends PlannableSlot>(slots: readonly Slot[], page: PageContext, now: Date) {
  const plan = emptyPlan<Slot & Readable>();
  for (const slot of slots) {
    if (!slot.enabled || !isReadable(slot) || refusal(slot, page)) continue;
    const planned = planContent<Slot & Readable>(slot, page, now);
    if (planned) plan[slot.placement].push(planned);
  }
  plan['sticky-footer'] = onePerDevice(plan['sticky-footer']);
  return plan;
}

/** The plan with one content in each place, for previews: the first by tier that needs no choice, or the first. */
export function withoutRotation<Slot extends WithItems>(plan: Plan<Slot>): Plan<Slot> {
  const settled = emptyPlan<Slot>();
  for (const placement of placements) {
    settled[placement] = plan[placement].map((planned) =>
      planned.rotation ? { ...planned, creative: firstOf(planned), rotation: null } : planned,
    );
  }
  return settled;
}

// Two slots at the edge of the window would cover each other.
function onePerDevice<Each extends { slot: BoxSizes; isFilled: boolean }>(planned: readonly Each[]): Each[] {
  const taken = new Set<Device>();
  return planned.filter(({ slot, isFilled }) => {
    if (!isFilled) return true;
    const shown = devicesOf(slot);
    const isFree = shown.every((device) => !taken.has(device));
    if (isFree) for (const device of shown) taken.add(device);
    return isFree;
  });
}

export function emptyPlan<Slot extends WithItems>(): Plan<Slot> {
  return Object.fromEntries(placements.map((placement) => [placement, []])) as unknown as Plan<Slot>;
}

/** Why a slot is not shown on a page, for its manager; null if it is shown. */
export function refusal(slot: Ruled, page: PageContext): string | null {
  if (!slot.isReadable) return 'Its rules cannot be read.';
  const { placement, rules } = slot;
  const isArticle = page.type === 'post' || page.type === 'page';
  if (!placementFacts[placement].pages.includes(page.type)) return 'This type of page does not have this placement.';
  if (!rules.pages.includes(page.type)) return 'It is turned off for this type of page.';
  if (page.isSensitive) return 'This post is marked as a sensitive subject, so it shows no ads.';
  if (page.isLocked && placement === 'comments') return 'A moderator has locked this conversation.';
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
export function nextChange(slots: readonly WithItems[], now: Date) {
  const moments = slots
    .flatMap(({ lineItems }) => lineItems)
    .flatMap(({ creative }) => [creative?.startsAt, creative?.endsAt])
    .map((date) => date?.getTime() ?? 0)
    .filter((moment) => moment > now.getTime());
  return moments.length > 0 ? Math.min(...moments) : null;
}

/** `closed`: gaps (counted from 1) that stay empty for what stands beside them. */
type Counted = { closed?: ReadonlySet<number> };
/** The blocks of a text, or the number of threads or posts. */
export type PageContent =
  { blocks: readonly ArticleBlock[] } | ({ threads: number } & Counted) | ({ posts: number } & Counted);

/** The gaps (counted from 1) on both sides of such items. */
export function gapsBeside<Item>(items: readonly Item[], isDelicate: (item: Item) => boolean): ReadonlySet<number> {
  return new Set(items.flatMap((item, index) => (isDelicate(item) ? [index, index + 1] : [])));
}

/** A box of a slot: after which block, thread or post (counted from 1), and which of its boxes (from 1). */
export type Box<Each> = { planned: Each; after: number; ordinal: number };
export type PlannedBox<Slot extends PositionedSlot = PositionedSlot> = { slot: Slot; isFilled: boolean };

/** The boxes of the slots of a placement, never two in one gap. An empty slot takes none from one that shows something. */
export function boxesBetween<Each extends PlannedBox>(
  planned: readonly Each[],
  content: PageContent,
  options: { hasSlotAtEnd?: boolean } = {},
): Box<Each>[] {
  const ordered = planned.toSorted((one, other) => Number(other.isFilled) - Number(one.isFilled));
  if ('blocks' in content) {
    const bySlot = new Map<PositionedSlot, Each>(ordered.map((each) => [each.slot, each]));
    const insertions = planArticle(content.blocks, [...bySlot.keys()], options);
    return insertions.map(({ slot, after, ordinal }) => ({ planned: bySlot.get(slot)!, after, ordinal }));
  }
  const count = 'threads' in content ? content.threads : content.posts;
  const shared = shareGaps(ordered, ({ position }) =>
    insertionPointsInList(count, position).filter((point) => !content.closed?.has(point)),
  );
  return [...shared].map(([after, box]) => ({ after, ...box }));
}

type PlacedSlot = PositionedSlot & { placement: Placement };
type PlannedBoxes = Partial<Record<Placement, readonly PlannedBox[]>>;

/** Whether the end of a post shows something, from which others keep their distance. */
export function hasSlotAtEnd(plan: Partial<Record<'post-end', readonly { isFilled: boolean }[]>>) {
  return plan['post-end']?.some(({ isFilled }) => isFilled) ?? false;
}

/** Why a slot has no insertion point on a page, for its manager; null if it has one. */
export function whyNoGap(slot: PlacedSlot, plan: PlannedBoxes, content: PageContent): string | null {
  const { every } = slot.position;
  const planned = plan[slot.placement] ?? [];
  const atEnd = { hasSlotAtEnd: hasSlotAtEnd(plan) };
  if (boxesBetween(planned, content, atEnd).some((box) => box.planned.slot.id === slot.id)) return null;
  if (boxesBetween(planned, content).some((box) => box.planned.slot.id === slot.id)) {
    return 'The slot at the end of the post is too near to its positions.';
  }
  if (boxesBetween([{ slot, isFilled: true }], content).length > 0) {
    return 'Other slots of this placement have its positions, or are too near to them.';
  }
  if ('blocks' in content) {
    return hasGaps(content.blocks)
      ? 'This post has no place for the positions and distances you chose.'
      : 'This post is too short for the positions you chose.';
  }
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

/** The items (counted from 1) of a list after which a slot is inserted; never the last. */
export function insertionPointsInList(count: number, position: Pick<Position, 'every' | 'maximum'>): number[] {
  return repeated(count, position.every).slice(0, position.maximum);
}

function isReadable<Slot extends PlannableSlot>(slot: Slot): slot is Slot & Readable {
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

function repeated(count: number, every: number) {
  if (every < 1) return [];
  return Array.from({ length: Math.ceil(count / every) - 1 }, (_, index) => (index + 1) * every);
}
