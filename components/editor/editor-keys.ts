import type { ShortcutGroup } from '@/components/admin/shortcut-help';

/** The editor's keyboard shortcuts. On a Mac, Ctrl is Command and Alt is Option. */
export const editorKeys: ShortcutGroup[] = [
  {
    title: 'Anywhere',
    keys: [
      ['Ctrl + S', 'Save now; changes are also saved automatically'],
      ['Alt + F10', 'Go to the toolbar; Escape returns to the text'],
      ['Ctrl + /', 'Keyboard shortcuts; outside the text also ?'],
    ],
  },
  {
    title: 'Blocks',
    keys: [
      ['/', 'Insert a block'],
      ['## and space', 'Heading 2; ### and #### for headings 3 and 4'],
      ['- and space', 'Bulleted list; 1. for a numbered list'],
      ['> and space', 'Quote'],
      ['```', 'Code'],
      ['---', 'Divider'],
      ['Alt + ↑ ↓', 'Move the block or list item'],
      ['Tab', 'Next table cell; indent a list item'],
      ['Ctrl + Enter', 'New paragraph after the block'],
    ],
  },
  {
    title: 'Text',
    keys: [
      ['Ctrl + B', 'Bold; also **text**'],
      ['Ctrl + I', 'Italic; also *text*'],
      ['Ctrl + E', 'Code; also `text`'],
      ['Ctrl + K', 'Link; or paste an address over a selection'],
      ['[^text]', 'Footnote'],
      ['Ctrl + Z', 'Undo; with Shift redo'],
    ],
  },
];
