import { mergeAttributes, Node } from '@tiptap/core';
import { fromData, preserved } from './nodes';

/** Images in a grid, each with its caption. */
export const Gallery = Node.create({
  name: 'gallery',
  group: 'block',
  content: 'figure*',
  isolating: true,
  addAttributes: () => ({ preserved }),
  parseHTML: () => [{ tag: 'div[data-node=gallery]', priority: 100 }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { 'data-node': 'gallery' }), 0],
});

/** A file to download, by its name. */
export const FileBlock = Node.create({
  name: 'file',
  group: 'block',
  content: 'text*',
  marks: '',
  isolating: true,
  draggable: true,
  addAttributes: () => ({ href: fromData('href', ''), facts: fromData('facts', ''), preserved }),
  parseHTML: () => [{ tag: 'p[data-node=file]', priority: 100 }],
  renderHTML: ({ HTMLAttributes }) => ['p', mergeAttributes(HTMLAttributes, { 'data-node': 'file' }), 0],
});

/** Audio or video of the site itself; its content is the caption. */
export const Player = Node.create({
  name: 'player',
  group: 'block',
  content: 'inline*',
  isolating: true,
  draggable: true,
  addAttributes: () => ({
    kind: fromData('kind', 'audio'),
    src: fromData('src', ''),
    poster: fromData('poster', ''),
    media: fromData('media'),
    frame: fromData('frame'),
  }),
  parseHTML: () => [{ tag: 'figure[data-node=player]', contentElement: 'figcaption', priority: 100 }],
  renderHTML: ({ HTMLAttributes }) => [
    'figure',
    mergeAttributes(HTMLAttributes, { 'data-node': 'player' }),
    ['figcaption', 0],
  ],
});

/** A card about another page. */
export const Bookmark = Node.create({
  name: 'bookmark',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    url: fromData('url', ''),
    title: fromData('title', ''),
    text: fromData('text', ''),
    site: fromData('site', ''),
  }),
  parseHTML: () => [{ tag: 'aside[data-node=bookmark]', priority: 100 }],
  renderHTML: ({ HTMLAttributes }) => ['aside', mergeAttributes(HTMLAttributes, { 'data-node': 'bookmark' })],
});
