import { elementsIn, textOf, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import type { BlockKind, BlockSize } from './blocks';

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uFF01-\uFF60]/gu;
/** The mean width of a character of the reading font, in ems; tests/e2e/slot-geometry.spec.ts measures it. */
const CHARACTER_EMS = 0.42;
const MAX_IMAGES = 40;
/** The box of an embed that has a player or a picture. */
const FRAME: [number, number] = [1_600, 900];
/** Of the text column, in pixels. */
const TEXT_WIDTH = 672;
/** Of square pictures. */
const GALLERY_COLUMNS = 3;

const rowNames: Partial<Record<BlockKind, string>> = { list: 'li', table: 'tr' };

/** What the height of a rendered block depends on; `text` is its plain text. */
export function blockSize(node: HtmlNode, kind: BlockKind, text: string): BlockSize {
  if (node.type === 'text') return { ems: emsOf(text) };
  const inside = elementsIn([node]);
  const images = imagesIn(node, inside).slice(0, MAX_IMAGES);
  const lines = linesOf(node, kind, inside);
  return {
    ems: emsOf(text),
    ...(lines > 0 ? { lines } : {}),
    ...(images.length > 0 ? { images } : {}),
  };
}

function imagesIn(node: HtmlElement, inside: readonly HtmlElement[]): [number, number][] {
  if ('data-frame' in node.attributes) return [FRAME];
  if ('data-embed' in node.attributes) return inside.some(({ name }) => name === 'img') ? [FRAME] : [];
  if (!('data-gallery' in node.attributes)) return inside.flatMap(sizeOf);
  const rows = Math.ceil(inside.filter(({ name }) => name === 'figure').length / GALLERY_COLUMNS);
  return Array.from({ length: rows }, () => [GALLERY_COLUMNS * 1_000, 1_000]);
}

/** The width of a text on one line, in ems. */
export function emsOf(text: string) {
  const wideCharacters = text.match(wide)?.length ?? 0;
  return Math.ceil(wideCharacters + (text.length - wideCharacters) * CHARACTER_EMS);
}

function linesOf(node: HtmlElement, kind: BlockKind, inside: readonly HtmlElement[]) {
  if (kind === 'code') return textOf([node]).replace(/\n$/, '').split('\n').length;
  const row = rowNames[kind];
  return row ? inside.filter(({ name }) => name === row || name === 'dt' || name === 'dd').length : 0;
}

function sizeOf({ name, attributes }: HtmlElement): [number, number][] {
  if (name === 'iframe') return [[TEXT_WIDTH, Number(attributes.height)]];
  if (name !== 'img' && name !== 'video') return [];
  const [width, height] = [Number(attributes.width), Number(attributes.height)];
  return width > 0 && height > 0 ? [[width, height]] : [];
}
