import type { Editor } from '@tiptap/core';
import { Fragment, type Node } from '@tiptap/pm/model';
import { TextSelection, type Selection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** Moves the current list item, or block of a gallery, column or callout, or whole block past its neighbour. */
export function moveBlock(editor: Editor, way: 'up' | 'down'): boolean {
  const { tr, selection } = editor.state;
  const { $from, $to } = selection;
  for (let depth = itemDepth(selection); depth >= 0; depth = depth > 0 ? 0 : -1) {
    const parent = $from.node(depth);
    const first = $from.index(depth);
    const last = Math.max(first, $to.depth > depth ? $to.index(depth) : $to.index(depth) - 1);
    const neighbour = way === 'up' ? parent.maybeChild(first - 1) : parent.maybeChild(last + 1);
    if (!neighbour) continue;
    const start = $from.posAtIndex(first, depth);
    const end = $from.posAtIndex(last + 1, depth);
    swap(
      tr,
      way === 'up'
        ? { from: start - neighbour.nodeSize, to: start, into: end }
        : { from: end, to: end + neighbour.nodeSize, into: start },
    );
    editor.view.dispatch(tr.scrollIntoView());
    return true;
  }
  return true;
}

function itemDepth({ $from, $to }: Selection) {
  for (let depth = $from.sharedDepth($to.pos); depth > 0; depth -= 1) {
    const { name } = $from.node(depth).type;
    if (name === 'listItem') return depth - 1;
    if (['gallery', 'column', 'callout'].includes(name)) return depth;
  }
  return 0;
}

// Moves the neighbour, so that the caret stays in place.
function swap(tr: Transaction, { from, to, into }: { from: number; to: number; into: number }) {
  const slice = tr.doc.slice(from, to);
  tr.delete(from, to).insert(tr.mapping.map(into, -1), slice.content);
}

/** Inserts blocks in place of an empty line or after the current block, with a line to continue on. */
export function insertBlocks(editor: Editor, blocks: readonly Node[], at = editor.state.selection.from) {
  const { tr, schema } = editor.state;
  const content = Fragment.fromArray([...blocks]);
  const insertAt = insertionPoint(tr.doc.resolve(Math.min(at, tr.doc.content.size)), content);
  tr.replaceWith(insertAt.from, insertAt.to, content);
  const end = insertAt.from + content.size;
  if (!tr.doc.resolve(end).nodeAfter) tr.insert(end, schema.nodes.paragraph!.create());
  tr.setSelection(TextSelection.near(tr.doc.resolve(end), 1));
  editor.view.dispatch(tr.scrollIntoView());
  if (editor.view.hasFocus()) restoreSelection(editor.view);
  return insertAt.from;
}

/** In Chrome the caret cannot type if its line was replaced by a block and reappears below it. */
export function restoreSelection(view: EditorView) {
  view.dom.ownerDocument.getSelection()?.removeAllRanges();
  view.focus();
}

/** The nearest position at which blocks are allowed. */
export function insertionPoint($at: ReturnType<Node['resolve']>, content: Fragment): { from: number; to: number } {
  const line = $at.parent;
  if (line.type.name === 'paragraph' && line.content.size === 0) {
    const index = $at.index(-1);
    if ($at.node(-1).canReplace(index, index + 1, content)) return { from: $at.before(), to: $at.after() };
  }
  if (line.canReplace($at.index(), $at.index(), content)) return { from: $at.pos, to: $at.pos };
  for (let depth = $at.depth; depth > 0; depth -= 1) {
    const index = $at.indexAfter(depth - 1);
    const isListed = $at.node(depth - 1).type.name.endsWith('List');
    if (!isListed && $at.node(depth - 1).canReplace(index, index, content)) {
      return { from: $at.after(depth), to: $at.after(depth) };
    }
  }
  return { from: $at.pos, to: $at.pos };
}
