import { emsOf } from '@/lib/posts/rendering/block-size';
import { devicesOf, layoutOf, type ArticleBlock, type Device } from './article-geometry';
import { boxesBetween, type PlannedBox } from './placement-rules';
import type { PositionedSlot } from './placement-plan';
import type { Placement } from './placements';
import type { BoxSizes } from './slot';

/**
 * The bounds of the Better Ads Standards for mobile pages: slots take at most this part of the height of the main
 * content, and one that sticks to the window this part of its height.
 */
export const DENSITY_LIMIT = 0.3;
const STICKY_LIMIT = 0.3;
/** In pixels, of a small phone and a small laptop. */
const windowHeights: Record<Device, number> = { mobile: 640, desktop: 768 };

/** The placements whose slots are part of the main content. */
export const inContent: readonly Placement[] = ['below-title', 'in-article', 'post-end'];

export type OutlineArticle = {
  title: string;
  subtitle: string;
  type: string;
  cover: { width: number; height: number } | null;
  hasTags: boolean;
  blocks: readonly ArticleBlock[];
};

export type OutlinePart =
  | { kind: 'title' | 'text' | 'heading' | 'image' | 'aside'; height: number }
  | { kind: 'slot'; id: string; name: string; height: number; top: number };

/** An article on one device from its title to its tags, in CSS pixels, and the part of it that slots take. */
export type Outline = { parts: OutlinePart[]; height: number; density: number };

type OutlineSlot = PositionedSlot & { label: string };

/** The article with its slots on each device; estimated, as the positions are. */
export function outlineOf<Slot extends OutlineSlot>(
  article: OutlineArticle,
  plan: Record<Placement, readonly PlannedBox<Slot>[]>,
): Record<Device, Outline> {
  const boxes = boxesBetween(plan['in-article'], article, {
    hasSlotAtEnd: plan['post-end'].some(({ isFilled }) => isFilled),
  });
  const after = new Map<number, PlannedBox<Slot>>(boxes.map((box) => [box.after, box.planned]));
  const slots = { belowTitle: plan['below-title'], after, atEnd: plan['post-end'] };
  return {
    desktop: outlineOn('desktop', article, slots),
    mobile: outlineOn('mobile', article, slots),
  };
}

/** What a slot at the edge takes of the window on each device, in a sentence. */
export function stickyNote(slot: BoxSizes) {
  const share = (device: Device) => percent(boxHeight(slot, device) / windowHeights[device]);
  return `It takes ${share('mobile')} of the height of a phone’s window, and ${share('desktop')} of a small laptop’s (limit ${percent(STICKY_LIMIT)}).`;
}

/** The greatest height that a slot at the edge of the window may have. */
export function stickyHeight(device: Device) {
  return Math.floor(windowHeights[device] * STICKY_LIMIT);
}

/** "22 % (limit 30 %)" on phones, where there is a limit, else "22 %"; with no-break spaces. */
export function formatDensity(density: number, device: Device) {
  return device === 'mobile' ? `${percent(density)} (limit\u00a0${percent(DENSITY_LIMIT)})` : percent(density);
}

/** Rounded, but never down to the limit from above it. */
export function percent(part: number) {
  const rounded = part > DENSITY_LIMIT ? Math.ceil(part * 100) : Math.floor(part * 100);
  return `${rounded}\u00a0%`;
}

type Slots<Slot extends OutlineSlot> = {
  belowTitle: readonly PlannedBox<Slot>[];
  after: ReadonlyMap<number, PlannedBox<Slot>>;
  atEnd: readonly PlannedBox<Slot>[];
};

function outlineOn<Slot extends OutlineSlot>(device: Device, article: OutlineArticle, slots: Slots<Slot>): Outline {
  const outline: Outline = { parts: [], height: 0, density: 0 };
  const frame = frameHeights(article, device);
  add(outline, { kind: 'title', height: frame.title });
  addSlots(outline, device, slots.belowTitle);
  add(outline, { kind: 'title', height: frame.byline });
  add(outline, { kind: 'image', height: frame.image });
  const { ends } = layoutOf(article.blocks, device);
  for (const [index, block] of article.blocks.entries()) {
    add(outline, { kind: partKinds[block.kind] ?? 'text', height: ends[index + 1]! - ends[index]! });
    const planned = slots.after.get(index + 1);
    if (planned) addSlots(outline, device, [planned]);
  }
  add(outline, { kind: 'title', height: frame.tags });
  addSlots(outline, device, slots.atEnd);
  const taken = outline.parts.reduce((sum, part) => sum + (part.kind === 'slot' ? part.height : 0), 0);
  return { ...outline, density: outline.height > 0 ? taken / outline.height : 0 };
}

const partKinds: Partial<Record<ArticleBlock['kind'], 'heading' | 'image' | 'aside'>> = {
  heading: 'heading',
  figure: 'image',
  embed: 'image',
  list: 'aside',
  quote: 'aside',
  code: 'aside',
  table: 'aside',
};

// The margins of a box belong to the content, its label to the box.
function addSlots<Slot extends OutlineSlot>(outline: Outline, device: Device, planned: readonly PlannedBox<Slot>[]) {
  for (const { slot, isFilled } of planned) {
    if (!isFilled || !devicesOf(slot).includes(device)) continue;
    add(outline, { kind: 'text', height: SPACE });
    const height = boxHeight(slot, device) + (slot.label ? LABEL : 0);
    add(outline, { kind: 'slot', id: slot.id, name: slot.name, height, top: outline.height });
    add(outline, { kind: 'text', height: SPACE });
  }
}

function add(outline: Outline, part: OutlinePart) {
  if (part.height <= 0) return;
  outline.parts.push(part);
  outline.height += part.height;
}

function boxHeight({ height, mobileHeight }: BoxSizes, device: Device) {
  return device === 'desktop' ? height : mobileHeight;
}

type Line = { size: number; height: number };
type Frame = { column: number; wide: number; title: Line; longTitle: Line; subtitle: Line };

/** From the styles of an article at 1280 and 360 pixels. */
const frames: Record<Device, Frame> = {
  desktop: {
    column: 672,
    wide: 928,
    title: { size: 54, height: 1.08 },
    longTitle: { size: 28, height: 1.2 },
    subtitle: { size: 21, height: 1.4 },
  },
  mobile: {
    column: 328,
    wide: 360,
    title: { size: 34.2, height: 1.08 },
    longTitle: { size: 23.3, height: 1.2 },
    subtitle: { size: 19, height: 1.4 },
  },
};
const SPACE = 32;
const LABEL = 24;
const BYLINE = 62;
const TAGS = 44;
const MAX_COVER = 672;

function frameHeights({ title, subtitle, type, cover, hasTags }: OutlineArticle, device: Device) {
  const frame = frames[device];
  const lines = (text: string, { size, height }: Line) =>
    Math.ceil((emsOf(text) * size) / frame.column) * Math.round(size * height);
  return {
    title:
      lines(title || 'Untitled', title.length > 90 ? frame.longTitle : frame.title) +
      (subtitle ? lines(subtitle, frame.subtitle) + SPACE / 2 : 0),
    byline: (type === 'page' ? 0 : BYLINE) + SPACE,
    image: cover ? Math.round(Math.min(MAX_COVER, (frame.wide * cover.height) / cover.width)) + SPACE : 0,
    tags: hasTags ? TAGS : 0,
  };
}
