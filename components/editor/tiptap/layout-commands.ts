import type { Editor } from '@tiptap/core';
import type { Node, Schema } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { insertBlocks } from './block-commands';

/** Blocks around others, and cards, which are inserted empty. */
export type LayoutKind = 'callout' | 'toggle' | 'columns2' | 'columns3' | 'button' | 'gallery' | 'bookmark';

/** Inserts an empty one and moves the caret or the focus into it; a callout is put around the current block. */
export function insertLayout(editor: Editor, kind: LayoutKind) {
  if (kind === 'callout') {
    editor.chain().focus().clearNodes().wrapIn('callout').run();
    return;
  }
  const made = emptyOf(editor.schema, kind);
  const at = insertBlocks(editor, [made]);
  if (made.isAtom || made.type.name === 'gallery') focusFirstControl(editor, at);
  else {
    const { tr } = editor.state;
    editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView());
    editor.view.focus();
  }
}

function emptyOf({ nodes }: Schema, kind: Exclude<LayoutKind, 'callout'>): Node {
  const line = () => nodes.paragraph!.create();
  const columns = (count: number) =>
    nodes.columns!.create(
      null,
      Array.from({ length: count }, () => nodes.column!.create(null, line())),
    );
  if (kind === 'toggle') return nodes.toggle!.create(null, [nodes.toggleSummary!.create(), line()]);
  if (kind === 'columns2') return columns(2);
  if (kind === 'columns3') return columns(3);
  return nodes[kind]!.create();
}

function focusFirstControl(editor: Editor, at: number) {
  const block = editor.view.nodeDOM(at);
  if (!(block instanceof HTMLElement)) return;
  // The buttons that move and remove the block stand before its fields.
  const first = block.querySelector<HTMLElement>('input:not([hidden])') ?? block.querySelector('button');
  queueMicrotask(() => first?.focus());
}

/** A column more is empty; what stood in one column too many goes to the end of the last. */
export function setColumnCount(editor: Editor, at: number, count: number) {
  const { tr, schema } = editor.state;
  const columns = tr.doc.nodeAt(at);
  if (columns?.type.name !== 'columns' || columns.childCount === count) return;
  const kept = columns.children.slice(0, count);
  const last = kept.at(-1);
  const rest = columns.children.slice(count).flatMap((column) => [...column.children]);
  if (last && rest.length > 0)
    kept[kept.length - 1] = last.copy(last.content.append(last.type.create(null, rest).content));
  while (kept.length < count) kept.push(schema.nodes.column!.create(null, schema.nodes.paragraph!.create()));
  editor.view.dispatch(tr.replaceWith(at + 1, at + columns.nodeSize - 1, kept));
}
