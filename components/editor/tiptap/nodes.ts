import { mergeAttributes, Node } from '@tiptap/core';
import { loadableSource } from './sources';

/** Attributes that the editor does not know; when a block is split, one half keeps them. */
export const preserved = { default: null, rendered: false, keepOnSplit: false };
const hidden = (initial: unknown = null) => ({ default: initial, rendered: false });
const fromData = (name: string, initial: unknown = null) => ({
  default: initial,
  parseHTML: (element: HTMLElement) => {
    return fromJson(element.getAttribute(`data-${name}`)) ?? initial;
  },
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: JSON.stringify(attributes[name]) }),
});

// A copy of ours; what another page put on the clipboard under our name may be anything.
function fromJson(value: string | null): unknown {
  try {
    return value === null ? null : JSON.parse(value);
  } catch {
    return null;
  }
}

/** HTML that the editor has no tools for, preserved byte for byte. */
export const RawBlock = Node.create({
  name: 'rawBlock',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ html: fromData('html', '') }),
  parseHTML: () => [{ tag: 'div[data-node=raw]', priority: 100 }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { 'data-node': 'raw' })],
});

/** The same within a line: an anchor, a place where a long word may break. */
export const InlineHtml = Node.create({
  name: 'inlineHtml',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ html: fromData('html', '') }),
  parseHTML: () => [{ tag: 'span[data-node=inline]', priority: 100 }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { 'data-node': 'inline', class: 'html-inline', title: String(node.attrs.html) }),
    '‹›',
  ],
});

/** A picture that stands in a line of text. */
export const InlineImage = Node.create({
  name: 'inlineImage',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => ({ src: { default: '' }, alt: { default: '' }, preserved }),
  parseHTML: () => [{ tag: 'img[src]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', { ...HTMLAttributes, src: loadableSource(String(HTMLAttributes.src)) }],
});

/** A picture with a caption; the caption is the node's own text. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'inline*',
  isolating: true,
  draggable: true,
  addAttributes: () => ({
    src: fromData('src', ''),
    alt: fromData('alt', ''),
    image: fromData('image'),
    link: fromData('link'),
    preserved: fromData('preserved'),
  }),
  parseHTML: () => [{ tag: 'figure[data-node=figure]', contentElement: 'figcaption', priority: 100 }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'figure',
    mergeAttributes(HTMLAttributes, { 'data-node': 'figure' }),
    ['img', { src: loadableSource(String(node.attrs.src)), alt: node.attrs.alt }],
    ['figcaption', 0],
  ],
});

/** The place of a picture that came with a text and is not here: to be filled or removed. */
export const MissingImage = Node.create({
  name: 'missingImage',
  group: 'block',
  content: 'inline*',
  isolating: true,
  draggable: true,
  addAttributes: () => ({
    address: fromData('address', ''),
    label: fromData('label', ''),
    /** Under which the sheet fetches or uploads the picture for it. */
    job: hidden(),
  }),
  parseHTML: () => [{ tag: 'figure[data-node=missing]', contentElement: 'figcaption', priority: 100 }],
  renderHTML: ({ HTMLAttributes }) => [
    'figure',
    mergeAttributes(HTMLAttributes, { 'data-node': 'missing' }),
    ['figcaption', 0],
  ],
});

/** A film, sound or drawing that lives elsewhere. */
export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  content: 'inline*',
  isolating: true,
  draggable: true,
  addAttributes: () => ({ url: fromData('url', ''), label: fromData('label', '') }),
  parseHTML: () => [{ tag: 'figure[data-node=embed]', contentElement: 'figcaption', priority: 100 }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'figure',
    mergeAttributes(HTMLAttributes, { 'data-node': 'embed' }),
    ['a', { href: node.attrs.url }, String(node.attrs.label)],
    ['figcaption', 0],
  ],
});

/** A quotation that stands out of the text. */
export const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ preserved, quote: hidden() }),
  parseHTML: () => [{ tag: 'figure[data-node=pull]', contentElement: 'blockquote', priority: 100 }],
  renderHTML: () => ['figure', { 'data-node': 'pull' }, ['blockquote', 0]],
});
