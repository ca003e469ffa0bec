import { mergeAttributes, Node } from '@tiptap/core';
import { calloutTones } from '@/lib/html/allowed';
import { fromData, preserved } from './nodes';

/** A box beside the text, in one of a few tones. */
export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ tone: fromData('tone', calloutTones[0]), preserved }),
  parseHTML: () => [{ tag: 'aside[data-node=callout]', priority: 100 }],
  renderHTML: ({ HTMLAttributes }) => ['aside', mergeAttributes(HTMLAttributes, { 'data-node': 'callout' }), 0],
});

/** Text that readers open. */
export const Toggle = Node.create({
  name: 'toggle',
  group: 'block',
  content: 'toggleSummary block+',
  defining: true,
  addAttributes: () => ({ preserved: fromData('preserved') }),
  parseHTML: () => [{ tag: 'div[data-node=toggle]', priority: 100 }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { 'data-node': 'toggle' }), 0],
});

/** What of a toggle is always seen. */
export const ToggleSummary = Node.create({
  name: 'toggleSummary',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p[data-node=summary]', priority: 100 }],
  renderHTML: () => ['p', { 'data-node': 'summary' }, 0],
});

/** Two or three columns; only between the blocks of the text, never inside of one. */
export const Columns = Node.create({
  name: 'columns',
  group: 'outer',
  content: 'column{2,3}',
  isolating: true,
  addAttributes: () => ({ preserved }),
  parseHTML: () => [{ tag: 'div[data-node=columns]', priority: 100 }],
  renderHTML: () => ['div', { 'data-node': 'columns' }, 0],
});

export const Column = Node.create({
  name: 'column',
  content: 'block+',
  isolating: true,
  parseHTML: () => [{ tag: 'div[data-node=column]', priority: 100 }],
  renderHTML: () => ['div', { 'data-node': 'column' }, 0],
});

/** A link that is shown as a button. */
export const ButtonBlock = Node.create({
  name: 'button',
  group: 'block',
  content: 'text*',
  marks: '',
  isolating: true,
  addAttributes: () => ({ href: fromData('href', ''), link: fromData('link'), preserved }),
  parseHTML: () => [{ tag: 'p[data-node=button]', priority: 100 }],
  renderHTML: ({ HTMLAttributes }) => ['p', mergeAttributes(HTMLAttributes, { 'data-node': 'button' }), 0],
});
