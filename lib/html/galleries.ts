import { allowedAttributes } from './allowed';
import { flowOf, type Flow } from './flow';
import { element, isBlank, type HtmlElement, type HtmlNode } from './tree';

export const MAX_GALLERY = 12;

/** Images in a grid, two to twelve: one alone is a figure, and what is none follows the gallery. */
export function galleryOf(node: HtmlElement, within: Flow): HtmlNode[] {
  const pictures: HtmlElement[] = [];
  const others: HtmlNode[] = [];
  for (const block of flowOf(node.children, { ...within, paragraphs: true })) {
    const found = block.type === 'element' ? picturesIn(block) : [];
    if (found.length > 0) pictures.push(...found);
    else others.push(block);
  }
  const galleries: HtmlNode[] = [];
  for (let at = 0; at < pictures.length; at += MAX_GALLERY) {
    const some = pictures.slice(at, at + MAX_GALLERY);
    const attributes = at === 0 ? allowedAttributes(node) : {};
    if (some.length === 1) galleries.push(...some);
    else galleries.push(element('div', { 'data-gallery': '', ...attributes }, some));
  }
  return [...galleries, ...others];
}

/** The pictures of a block that holds nothing else. */
function picturesIn(block: HtmlElement): HtmlElement[] {
  if (block.name === 'figure') return isPictureFigure(block) ? [withoutLayout(block)] : [];
  if (block.name !== 'p') return [];
  const parts = block.children.filter((child) => !isGap(child));
  const isAll = parts.every((part) => part.type === 'element' && isPicture(part));
  return isAll ? parts.map((part) => element('figure', {}, [part])) : [];
}

function isPictureFigure({ children }: HtmlElement) {
  const [picture, caption, ...others] = children;
  const isCaption = caption === undefined || (caption.type === 'element' && caption.name === 'figcaption');
  return picture?.type === 'element' && isPicture(picture) && isCaption && others.length === 0;
}

function isPicture(node: HtmlElement): boolean {
  if (node.name === 'img') return true;
  const [only, ...others] = node.children;
  const isLink = node.name === 'a' && 'href' in node.attributes;
  return isLink && only?.type === 'element' && only.name === 'img' && others.length === 0;
}

function isGap(node: HtmlNode) {
  return node.type === 'text' ? isBlank(node.value) : node.name === 'br';
}

// Every picture of a gallery is as wide as its place in the grid.
function withoutLayout({ attributes, children }: HtmlElement) {
  const { 'data-layout': _, ...others } = attributes;
  return element('figure', others, children);
}
