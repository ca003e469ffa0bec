import type { ShortcutGroup } from '@/components/admin/shortcut-help';

/** The help sheet of the editor. On a Mac, Ctrl is Command and Alt is Option. */
export const editorKeys: ShortcutGroup[] = [
  {
    title: 'Anywhere',
    keys: [
      ['Ctrl + S', 'Save now; it also saves by itself'],
      ['Alt + F10', 'To the tools; Escape leads back to the text'],
      ['Ctrl + /', 'Keyboard shortcuts; outside the text also ?'],
    ],
  },
  {
    title: 'Blocks',
    keys: [
      ['/', 'Choose a block'],
      ['## and space', 'Heading; ### and #### smaller ones'],
      ['- and space', 'List; 1. for a numbered one'],
      ['> and space', 'Quote'],
      ['```', 'Code'],
      ['---', 'Divider'],
      ['Alt + ↑ ↓', 'Move the block, or the item of a list'],
      ['Tab', 'Next cell of a table; deeper into a list'],
      ['Ctrl + Enter', 'A new line behind the block'],
    ],
  },
  {
    title: 'Text',
    keys: [
      ['Ctrl + B', 'Bold; also **text**'],
      ['Ctrl + I', 'Italic; also *text*'],
      ['Ctrl + E', 'Code; also `text`'],
      ['Ctrl + K', 'Link; or paste an address over a selection'],
      ['[^text]', 'Note'],
      ['Ctrl + Z', 'Undo; with Shift redo'],
    ],
  },
];
