import { dividerIsland, embedIsland, imageIsland, rawIsland } from './islands';
import { isEditableBlock, isHarmless, isInline } from './kinds';

/**
 * The blocks of an HTML text, ready for the sheet. The parser's document is inert; only what is known and harmless is
 * taken over as elements, everything else as text in a block that keeps it byte for byte.
 */
export function readBody(html: string): HTMLElement[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const blocks: HTMLElement[] = [];
  let line: HTMLElement | null = null;
  for (const node of Array.from(parsed.body.childNodes)) {
    if (isLoose(node)) {
      if (!line && !node.textContent?.trim()) continue;
      if (!line) blocks.push((line = document.createElement('p')));
      line.append(document.importNode(node, true));
    } else {
      line = null;
      const block = blockFrom(node);
      if (block) blocks.push(block);
    }
  }
  return blocks;
}

function isLoose(node: Node) {
  if (!isInline(node)) return false;
  return !(node instanceof Element) || (isHarmless(node) && [...node.querySelectorAll('*')].every(isHarmlessInline));
}

function isHarmlessInline(element: Element) {
  return isInline(element) && isHarmless(element);
}

function blockFrom(node: Node): HTMLElement | null {
  if (node.nodeType === Node.COMMENT_NODE) return rawIsland(`<!--${node.nodeValue ?? ''}-->`);
  if (!(node instanceof HTMLElement)) return node instanceof Element ? rawIsland(node.outerHTML) : null;
  if (isEditableBlock(node)) return document.importNode(node, true);
  if (node.tagName === 'HR' && isHarmless(node)) return dividerIsland(document.importNode(node, true));
  if (isImageFigure(node)) return imageIsland(document.importNode(node, true));
  const url = node.tagName === 'FIGURE' ? node.dataset.embed : undefined;
  if (url && isTextOnly(node)) return embedIsland(url, document.importNode(node, true));
  if (node.tagName === 'IMG' && isHarmless(node)) return loneImage(node);
  return rawIsland(node.outerHTML);
}

function loneImage(node: HTMLElement) {
  const figure = document.createElement('figure');
  figure.append(document.importNode(node, true));
  return imageIsland(figure);
}

function isImageFigure(node: HTMLElement) {
  if (node.tagName !== 'FIGURE' || !isHarmless(node)) return false;
  const [image, caption, ...others] = [...node.children];
  if (image?.tagName !== 'IMG' || !isHarmless(image) || others.length > 0) return false;
  if ([...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.nodeValue?.trim())) return false;
  return !caption || (caption.tagName === 'FIGCAPTION' && isTextOnly(caption));
}

function isTextOnly(node: Element) {
  return isHarmless(node) && [...node.querySelectorAll('*')].every(isHarmlessInline);
}
