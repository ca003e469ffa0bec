import type { ChainedCommands, Editor } from '@tiptap/core';
import { insertNote } from './footnotes';

/** Block types that the "/" menu and the toolbar offer. */
export type BlockKind =
  | 'paragraph'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'bullets'
  | 'numbers'
  | 'quote'
  | 'pull-quote'
  | 'code'
  | 'divider'
  | 'table'
  | 'note';

const levels = { heading2: 2, heading3: 3, heading4: 4 } as const;

/** Changes the current block to this type, or inserts one. */
export function setKind(editor: Editor, kind: BlockKind) {
  const chain = editor.chain().focus();
  if (kind === 'divider') return chain.setHorizontalRule().run();
  if (kind === 'table') return chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
  if (kind === 'note') return insertNote(editor);
  const plain = chain.clearNodes();
  if (kind === 'paragraph') return plain.run();
  if (kind in levels) return plain.setNode('heading', { level: levels[kind as keyof typeof levels] }).run();
  return wrapAs(plain, kind).run();
}

function wrapAs(chain: ChainedCommands, kind: BlockKind) {
  if (kind === 'bullets') return chain.toggleBulletList();
  if (kind === 'numbers') return chain.toggleOrderedList();
  if (kind === 'quote') return chain.wrapIn('blockquote');
  if (kind === 'pull-quote') return chain.wrapIn('pullQuote');
  return chain.setNode('codeBlock');
}

export type TableAction =
  | 'row-above'
  | 'row-below'
  | 'column-before'
  | 'column-after'
  | 'delete-row'
  | 'delete-column'
  | 'delete-table'
  | 'header-row';

export function changeTable(editor: Editor, action: TableAction) {
  const chain = editor.chain().focus();
  const actions: Record<TableAction, () => ChainedCommands> = {
    'row-above': () => chain.addRowBefore(),
    'row-below': () => chain.addRowAfter(),
    'column-before': () => chain.addColumnBefore(),
    'column-after': () => chain.addColumnAfter(),
    'delete-row': () => chain.deleteRow(),
    'delete-column': () => chain.deleteColumn(),
    'delete-table': () => chain.deleteTable(),
    'header-row': () => chain.toggleHeaderRow(),
  };
  return actions[action]().run();
}
