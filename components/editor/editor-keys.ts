import { msg } from '@/lib/i18n/admin/msg';
import type { ShortcutGroup } from '@/components/admin/shortcut-help';

/** The editor's keyboard shortcuts. On a Mac, Ctrl is Command and Alt is Option. */
export const editorKeys: ShortcutGroup[] = [
  {
    title: msg('Anywhere'),
    keys: [
      [msg('Ctrl + S'), msg('Save now; changes are also saved automatically')],
      [msg('Ctrl + Alt + F'), msg('Find and replace')],
      [msg('Ctrl + Shift + ,'), msg('Post settings; Escape closes them')],
      [msg('Alt + F10'), msg('Go to the toolbar; Escape returns to the text')],
      [msg('Ctrl + /'), msg('Keyboard shortcuts; outside the text also ?')],
    ],
  },
  {
    title: msg('Blocks'),
    keys: [
      ['/', msg('Insert a block')],
      [msg('## and space'), msg('Heading 2; ### and #### for headings 3 and 4')],
      [msg('- and space'), msg('Bulleted list; 1. for a numbered list')],
      [msg('> and space'), msg('Quote')],
      ['```', msg('Code')],
      ['---', msg('Divider')],
      [msg('Alt + ↑ ↓'), msg('Move the block or list item')],
      ['Tab', msg('Next table cell; indent a list item')],
      [msg('Ctrl + Enter'), msg('New paragraph after the block')],
    ],
  },
  {
    title: msg('Text'),
    keys: [
      [msg('Ctrl + B'), msg('Bold; also **text**')],
      [msg('Ctrl + I'), msg('Italic; also *text*')],
      [msg('Ctrl + E'), msg('Code; also `text`')],
      [msg('Ctrl + K'), msg('Link; or paste an address over a selection')],
      ['[^text]', msg('Footnote')],
      [msg('Ctrl + Z'), msg('Undo; with Shift redo')],
    ],
  },
];
