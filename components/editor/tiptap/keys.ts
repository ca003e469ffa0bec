import { Extension, type Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { moveBlock } from './block-commands';
import { leaveNote, toStartOfNote } from './footnotes';

type Options = Record<'onLinkWanted' | 'onToolsWanted' | 'onFindWanted', () => void>;

/** Keyboard commands beyond those of Tiptap's own extensions. */
export const Keys = Extension.create<Options>({
  name: 'keys',
  priority: 1_000,
  addOptions: () => ({ onLinkWanted: () => {}, onToolsWanted: () => {}, onFindWanted: () => {} }),
  addKeyboardShortcuts() {
    const { editor } = this;
    return {
      'Mod-k': () => {
        this.options.onLinkWanted();
        return true;
      },
      'Alt-F10': () => {
        this.options.onToolsWanted();
        return true;
      },
      'Mod-Alt-f': () => {
        this.options.onFindWanted();
        return true;
      },
      'Mod-Enter': () => leaveBlock(editor),
      // Without a redo step, ProseMirror would fall through to the binding without Shift and undo.
      'Mod-Shift-z': () => editor.commands.redo() || true,
      'Mod-Shift-x': () => editor.commands.toggleStrike(),
      'Mod-Alt-0': () => editor.commands.setParagraph(),
      'Alt-ArrowUp': () => moveBlock(editor, 'up'),
      'Alt-ArrowDown': () => moveBlock(editor, 'down'),
      Enter: () => (isInLineBlock(editor) && leaveBlock(editor)) || leaveNote(editor),
      Escape: () => leaveNote(editor),
      ArrowRight: () => isAtEnd(editor) && leaveNote(editor),
      ArrowLeft: () => (isAtStart(editor) ? leaveNote(editor, 'before') : toStartOfNote(editor)),
      // Browsers would also delete the words before an empty footnote.
      Backspace: () => isAtStart(editor) && isAtEnd(editor) && leaveNote(editor),
    };
  },
});

/** Blocks of one line of text, which ends with Enter. */
export const lineBlocks = ['figure', 'missingImage', 'embed', 'player', 'button', 'file'];

function isInLineBlock(editor: Editor) {
  return lineBlocks.includes(editor.state.selection.$from.parent.type.name);
}

/** Inserts a line after the block, or after what is around a block of one line, where a line may stand. */
function leaveBlock(editor: Editor) {
  const { tr, schema, selection } = editor.state;
  const { $to } = selection;
  let depth = isInLineBlock(editor) ? $to.depth : Math.min(1, $to.depth);
  while (
    depth > 1 &&
    !$to.node(depth - 1).canReplaceWith($to.indexAfter(depth - 1), $to.indexAfter(depth - 1), schema.nodes.paragraph!)
  )
    depth -= 1;
  const end = depth > 0 ? $to.after(depth) : selection.to;
  tr.insert(end, schema.nodes.paragraph!.create());
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
  return true;
}

function isAtEnd({ state: { selection } }: Editor) {
  return selection.empty && selection.$from.parentOffset === selection.$from.parent.content.size;
}

function isAtStart({ state: { selection } }: Editor) {
  return selection.empty && selection.$from.parentOffset === 0;
}
