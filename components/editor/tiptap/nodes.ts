import { mergeAttributes, Node } from '@tiptap/core';
import { loadableSource } from './sources';

/** Attributes that the editor does not know; when a block is split, one half keeps them. */
export const preserved = { default: null, rendered: false, keepOnSplit: false };
const hidden = (initial: unknown = null) => ({ default: initial, rendered: false });
/** An attribute as JSON in the editor's own copies. */
export const fromData = (name: string, initial: unknown = null) => ({
  default: initial,
  parseHTML: (element: HTMLElement) => {
    return fromJson(element.getAttribute(`data-${name}`)) ?? initial;
  },
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: JSON.stringify(attributes[name]) }),
});

// The clipboard may hold anything under this name, hence the check.
function fromJson(value: string | null): unknown {
  try {
    return value === null ? null : JSON.parse(value);
  } catch {
    return null;
  }
}

/** HTML that the editor cannot edit, preserved byte for byte; with a height, it runs in a frame. */
export const RawBlock = Node.create({
  name: 'rawBlock',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    html: fromData('html', ''),
    height: fromData('height', null),
    title: fromData('title', ''),
  }),
  parseHTML: () => [{ tag: 'div[data-node=raw]', priority: 100 }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { 'data-node': 'raw' })],
});

/** The same inline: an anchor, a word break. */
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

/** A place for a slot; only between the blocks of the text, never inside of one. */
export const SlotSpot = Node.create({
  name: 'slotSpot',
  group: 'outer',
  atom: true,
  draggable: true,
  addAttributes: () => ({ slot: fromData('slot', '') }),
  parseHTML: () => [{ tag: 'div[data-node=spot]', priority: 100 }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { 'data-node': 'spot' })],
});

/** An inline image. */
export const InlineImage = Node.create({
  name: 'inlineImage',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => ({ src: { default: '' }, alt: { default: '' }, preserved }),
  parseHTML: () => [{ tag: 'img[src]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', { ...HTMLAttributes, src: loadableSource(String(HTMLAttributes.src)) }],
});

/** An image with a caption, which is the node's content. */
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

/** A placeholder for a missing image of an imported or pasted text. */
export const MissingImage = Node.create({
  name: 'missingImage',
  group: 'block',
  content: 'inline*',
  isolating: true,
  draggable: true,
  addAttributes: () => ({
    address: fromData('address', ''),
    label: fromData('label', ''),
    /** The job that fetches or uploads its image. */
    job: hidden(),
  }),
  parseHTML: () => [{ tag: 'figure[data-node=missing]', contentElement: 'figcaption', priority: 100 }],
  renderHTML: ({ HTMLAttributes }) => [
    'figure',
    mergeAttributes(HTMLAttributes, { 'data-node': 'missing' }),
    ['figcaption', 0],
  ],
});

/** Embedded video, audio or graphics of another site. */
export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  content: 'inline*',
  isolating: true,
  draggable: true,
  addAttributes: () => ({ url: fromData('url', ''), label: fromData('label', ''), poster: fromData('poster', '') }),
  parseHTML: () => [{ tag: 'figure[data-node=embed]', contentElement: 'figcaption', priority: 100 }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'figure',
    mergeAttributes(HTMLAttributes, { 'data-node': 'embed' }),
    ['a', { href: node.attrs.url }, String(node.attrs.label)],
    ['figcaption', 0],
  ],
});

/** A pull quote. */
export const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ preserved, quote: hidden() }),
  parseHTML: () => [{ tag: 'figure[data-node=pull]', contentElement: 'blockquote', priority: 100 }],
  renderHTML: () => ['figure', { 'data-node': 'pull' }, ['blockquote', 0]],
});
