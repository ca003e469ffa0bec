import type { Block, BlockKind } from '@/lib/posts/rendering/blocks';
import type { BoxSizes } from './slot';

/** As stored, or by an earlier version without sizes. */
export type ArticleBlock = Pick<Block, 'kind' | 'words' | 'ems' | 'lines' | 'images' | 'slot'>;

export const devices = ['desktop', 'mobile'] as const;
export type Device = (typeof devices)[number];

/** The devices on which a box is shown. */
export function devicesOf({ width, height, mobileWidth, mobileHeight }: BoxSizes): Device[] {
  return devices.filter((device) => (device === 'desktop' ? width && height : mobileWidth && mobileHeight));
}

/** The vertical position of the end of each block (index 0: the start of the text), in CSS pixels. */
export type Layout = { ends: number[]; height: number };

type Page = { column: number; text: number };

/** The column of the text and its size, from the styles of an article at 1280 and 360 pixels. */
const pages: Record<Device, Page> = {
  desktop: { column: 672, text: 21.92 },
  mobile: { column: 328, text: 19.16 },
};

const LINE = 1.6;
/** Between blocks, in ems. */
const GAP = 1.1;
const FIGURE_GAP = 1.8;
/** Of blocks stored before their text was measured. */
const EMS_PER_WORD = 2.5;
/** Lost at the end of a line, where the next word does not fit. */
const RAGGED_EMS = 2.2;
/** Quotes are in italics, which are narrower. */
const ITALIC = 0.93;
const UNKNOWN_IMAGE: [number, number] = [1_200, 800];
const EMBED_CARD = 56;
const CODE_LINE = 24;
const TABLE_TEXT = 15;
const TABLE_LINE = 21.75;
const CELL_PADDING = 17;
const CODE_PADDING = 34;

type Measure = (block: ArticleBlock, page: Page) => number;

const measures: Record<BlockKind, Measure> = {
  p: textHeight,
  heading: (block, { column, text }) => {
    const size = text * 1.35;
    return linesOf(block, column / size) * size * 1.2 + size * 1.6 - text * GAP + size * 0.5;
  },
  figure: (block, page) => imagesHeight(block, page) + captionHeight(block, page) + (2 * FIGURE_GAP - GAP) * page.text,
  list: (block, { column, text }) => {
    const items = Math.max(1, block.lines ?? block.words / 12);
    const perItem = Math.max(1, Math.ceil(emsIn(block) / items / (column / text - 1.4 - RAGGED_EMS)));
    return items * perItem * text * LINE + (items - 1) * 0.35 * text + GAP * text;
  },
  quote: (block, { column, text }) =>
    linesOf(block, (column - 26) / text / ITALIC) * text * LINE + GAP * text + imagesHeight(block, { column }),
  code: (block, { text }) => (block.lines ?? Math.max(1, block.words / 6)) * CODE_LINE + CODE_PADDING + GAP * text,
  table: (block, { column, text }) => {
    const rows = Math.max(1, block.lines ?? block.words / 6);
    const perRow = Math.max(1, Math.ceil((emsIn(block) / rows) * (TABLE_TEXT / column)));
    return rows * (perRow * TABLE_LINE + CELL_PADDING) + GAP * text;
  },
  embed: (block, page) => (block.images ? imagesHeight(block, page) : EMBED_CARD) + (2 * FIGURE_GAP - GAP) * page.text,
  other: (block, page) => (emsIn(block) === 0 ? 3.3 * page.text : textHeight(block, page) + imagesHeight(block, page)),
  spot: () => 0,
};

/** Where each block of an article ends on a device, estimated. */
export function layoutOf(blocks: readonly ArticleBlock[], device: Device): Layout {
  const ends = [0];
  for (const block of blocks) ends.push((ends.at(-1) ?? 0) + Math.round(measures[block.kind](block, pages[device])));
  return { ends, height: ends.at(-1) ?? 0 };
}

function textHeight(block: ArticleBlock, { column, text }: Page) {
  return linesOf(block, column / text) * text * LINE + GAP * text;
}

function linesOf(block: ArticleBlock, emsPerLine: number) {
  return Math.max(1, Math.ceil(emsIn(block) / (emsPerLine - RAGGED_EMS)));
}

function emsIn({ ems, words }: ArticleBlock) {
  return ems ?? words * EMS_PER_WORD;
}

function imagesHeight({ kind, images }: ArticleBlock, { column }: Pick<Page, 'column'>) {
  const known = images ?? (kind === 'figure' ? [UNKNOWN_IMAGE] : []);
  return known.reduce((sum, [width, height]) => sum + (Math.min(width, column) * height) / width, 0);
}

function captionHeight(block: ArticleBlock, { column }: Page) {
  const ems = emsIn(block);
  return ems > 0 ? Math.ceil((ems * TABLE_TEXT) / column) * TABLE_LINE + 8 : 0;
}
