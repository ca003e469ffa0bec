import { element, text, textOf, type HtmlElement } from './tree';

/** Marks HTML that runs in a closed frame; its value is the height that is kept free for it, in pixels. */
export const FRAMED = 'data-framed';
export const FRAME_HEIGHTS = { least: 40, usual: 400, most: 3_000 };

export type Framed = { code: string; height: number; title: string };

/** The code of a closed frame and its height; null if it is another element. */
export function framedOf(node: HtmlElement): Framed | null {
  const given = node.name === 'div' ? node.attributes[FRAMED] : undefined;
  if (given === undefined || 'data-raw' in node.attributes) return null;
  return { code: textOf(node.children).trim(), height: heightOf(given), title: (node.attributes.title ?? '').trim() };
}

/** The stored form: the code as text, so that whatever does not know it shows it and runs nothing. */
export function framedElement({ code, height, title }: Framed): HtmlElement {
  const attributes = { [FRAMED]: String(height), ...(title ? { title } : {}) };
  return element('div', attributes, [element('pre', {}, [text(code)])]);
}

function heightOf(given: string) {
  const height = /^\d{1,6}$/.test(given.trim()) ? Number(given) : FRAME_HEIGHTS.usual;
  return Math.min(FRAME_HEIGHTS.most, Math.max(FRAME_HEIGHTS.least, height));
}
