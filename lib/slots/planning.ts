import type { Placement, PageType } from './placements';
import { placements, placementFacts } from './placements';
import type { Position, Rules } from './slot';

/** A top-level block of an article, as lib/posts/rendering lists them. */
export type Block = { kind: string; words: number };

/** What a page is, as far as slots care. */
export type PageContext = {
  type: PageType;
  words?: number;
  tagIds?: readonly string[];
  authorIds?: readonly string[];
  /** on | off | own, as the post says it. */
  mode?: string;
  /** Places that are switched off on this post. */
  off?: readonly string[];
};

/** What slots need to know of an article. */
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

type Plannable = {
  placement: Placement;
  enabled: boolean;
  rules: Rules;
  creative: { kind: string; startsAt: Date | null; endsAt: Date | null } | null;
};

/** What a place holds on one page: something to show, or an empty slot that somebody may fill. */
export type Planned<Slot> = { slot: Slot; isFilled: boolean };
export type Plan<Slot> = Record<Placement, Planned<Slot>[]>;

/** Which slots stand on a page, by place. Nothing here depends on who is reading. */
export function planSlots<Slot extends Plannable>(slots: readonly Slot[], page: PageContext, now: Date): Plan<Slot> {
  const plan = emptyPlan<Slot>();
  for (const slot of slots) {
    if (!slot.enabled || refusal(slot, page)) continue;
    if (!slot.creative) plan[slot.placement].push({ slot, isFilled: false });
    else if (mayShow(slot.creative, page, now)) plan[slot.placement].push({ slot, isFilled: true });
  }
  return plan;
}

export function emptyPlan<Slot>(): Plan<Slot> {
  return Object.fromEntries(placements.map((placement) => [placement, []])) as unknown as Plan<Slot>;
}

/** Why a slot does not stand on a page, in words for the person who arranges it; null when it does. */
export function refusal(slot: Pick<Plannable, 'placement' | 'rules'>, page: PageContext): string | null {
  const { placement, rules } = slot;
  const isArticle = page.type === 'post' || page.type === 'page';
  if (!placementFacts[placement].pages.includes(page.type)) return 'This kind of page has no such place.';
  if (!rules.pages.includes(page.type)) return 'It is switched off on this kind of page.';
  if (page.mode === 'off') return 'All slots are switched off on this post.';
  if (page.off?.includes(placement)) return 'This slot is switched off on this post.';
  if (overlaps(rules.notTags, page.tagIds)) return 'It is kept away from one of this page’s tags.';
  if (overlaps(rules.notAuthors, page.authorIds)) return 'It is kept away from one of this page’s authors.';
  if (rules.onlyTags.length > 0 && !overlaps(rules.onlyTags, page.tagIds)) return 'It is only for other tags.';
  if (rules.onlyAuthors.length > 0 && !overlaps(rules.onlyAuthors, page.authorIds))
    return 'It is only for other authors.';
  if (isArticle && (page.words ?? 0) < rules.minimumWords) {
    return `It needs at least ${rules.minimumWords} ${rules.minimumWords === 1 ? 'word' : 'words'}, and this has ${page.words ?? 0}.`;
  }
  return null;
}

/** The next moment after `now` at which a start or an end changes what is shown, in ms since the epoch. */
export function nextChange(slots: readonly Pick<Plannable, 'creative'>[], now: Date) {
  const moments = slots
    .flatMap(({ creative }) => [creative?.startsAt, creative?.endsAt])
    .map((date) => date?.getTime() ?? 0)
    .filter((moment) => moment > now.getTime());
  return moments.length > 0 ? Math.min(...moments) : null;
}

/** After which blocks (counted from 1) of an article a slot stands. */
export function gapsInArticle(blocks: readonly Block[], position: Position): number[] {
  const taken: number[] = [];
  const wanted = [
    ...position.after.map((block) => ({ block, isAsked: true })),
    ...(position.middle ? [{ block: middleOf(blocks), isAsked: true }] : []),
    ...(position.end ? [{ block: blocks.length - 1, isAsked: true }] : []),
    ...repeated(blocks.length, position.every).map((block) => ({ block, isAsked: false })),
  ];
  for (const { block, isAsked } of wanted) {
    if (taken.length >= position.maximum) break;
    const gap = legalGap(blocks, block);
    if (gap === null || taken.includes(gap)) continue;
    // A place that the owner named is theirs to choose; what repeats keeps its distance.
    if (isAsked || isFarFrom(taken, gap, blocks, position.distance)) taken.push(gap);
  }
  return taken.sort((a, b) => a - b);
}

/** After which items (counted from 1) of a list of posts or threads a slot stands; never after the last. */
export function gapsInList(count: number, position: Pick<Position, 'every' | 'maximum'>): number[] {
  return repeated(count, position.every).slice(0, position.maximum);
}

function parsePlacements(json: string): string[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}

function mayShow(creative: NonNullable<Plannable['creative']>, page: PageContext, now: Date) {
  if (page.mode === 'own' && creative.kind === 'code') return false;
  return (creative.startsAt ?? now) <= now && (!creative.endsAt || creative.endsAt > now);
}

function overlaps(wanted: readonly string[], present: readonly string[] = []) {
  return wanted.some((id) => present.includes(id));
}

function repeated(count: number, every: number) {
  if (every < 1) return [];
  return Array.from({ length: Math.ceil(count / every) - 1 }, (_, index) => (index + 1) * every);
}

function middleOf(blocks: readonly Block[]) {
  const half = wordsIn(blocks) / 2;
  let words = 0;
  const index = blocks.findIndex((block) => (words += weight(block)) >= half);
  return index + 1;
}

// Not before the first block and not after the last, which are other places; not right under a heading, which it would
// tear from its text: then it moves on to the next gap.
function legalGap(blocks: readonly Block[], wanted: number): number | null {
  for (let gap = Math.max(1, wanted); gap < blocks.length; gap += 1) {
    const [before, after] = blocks.slice(gap - 1, gap + 1);
    if (before && after && !isHeading(before) && !isIntroduced(after)) return gap;
  }
  return null;
}

function isFarFrom(taken: readonly number[], gap: number, blocks: readonly Block[], distance: number) {
  return taken.every((other) => wordsIn(blocks.slice(Math.min(gap, other), Math.max(gap, other))) >= distance);
}

// The text before a quote, a list, code or a table leads over to it: nothing comes between them.
function isIntroduced({ kind }: Block) {
  return /^(quote|list|code|table)$/.test(kind);
}

function isHeading({ kind }: Block) {
  return /^(h[1-6]|heading)/.test(kind);
}

function wordsIn(blocks: readonly Block[]) {
  return blocks.reduce((sum, block) => sum + weight(block), 0);
}

// A picture, a table or an embed has no words and yet fills a screen: it counts as much as the text in its stead would.
function weight({ kind, words }: Block) {
  return /^(figure|img|image|table|pre|code|video|iframe|embed)/.test(kind) ? Math.max(words, 80) : words;
}
