import { InputRule, Node, type Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node as PmNode } from '@tiptap/pm/model';
import { Plugin, Selection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { msg } from '@/lib/i18n/admin/msg';

/** A footnote, inline in the document; readers see it at the end. */
export const Footnote = Node.create<{ title: string }>({
  name: 'footnote',
  addOptions: () => ({ title: msg('Footnote') }),
  group: 'inline',
  inline: true,
  content: '(text | hardBreak)*',
  parseHTML: () => [{ tag: 'span[data-footnote]', priority: 100 }],
  renderHTML() {
    return ['span', { 'data-footnote': '', class: 'note', title: this.options.title }, 0];
  },
  addInputRules() {
    return [
      new InputRule({
        // A footnote may contain brackets: "[^See [1], p. 2.]".
        find: /\[\^((?:[^[\]]|\[[^[\]]*\])+)\]$/,
        handler: ({ state, range, match }) => {
          const { $from } = state.selection;
          if ($from.parent.type === this.type) return;
          const words = match[1] ?? '';
          if (words.trim() === '') return;
          // Including links and emphasis.
          const start = range.from + 2 - $from.start();
          const written = $from.parent.content.cut(start, start + words.length);
          const isWhole = written.textBetween(0, written.size) === words && this.type.validContent(written);
          const note = this.type.create(null, isWhole ? written : state.schema.text(words));
          state.tr.replaceWith(range.from, range.to, note);
          state.tr.setSelection(TextSelection.create(state.tr.doc, range.from + note.nodeSize));
        },
      }),
    ];
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, before, now) => removeEmptyNote(transactions, before, now),
      props: { decorations: edgeOfNote },
    }),
  ],
});

/** Inserts a footnote and moves the caret into it; an inline selection becomes its text. */
export function insertNote({ state, view }: Editor) {
  const { schema, selection, doc, tr } = state;
  const { footnote } = schema.nodes;
  const { from, to, $from } = selection;
  const words = doc.slice(from, to).content;
  const isInLine = $from.sameParent(selection.$to) && $from.parent.inlineContent && footnote!.validContent(words);
  const place = isInLine ? selection : Selection.near(selection.$to, -1);
  const index = place.$from.index();
  if (place.$from.parent.canReplaceWith(index, index, footnote!)) {
    const note = footnote!.create(null, isInLine ? words : null);
    tr.replaceWith(place.from, place.to, note);
    tr.setSelection(TextSelection.create(tr.doc, place.from + note.nodeSize - 1));
    view.dispatch(closeHistory(tr).scrollIntoView());
  }
  view.focus();
}

/** The edge of a footnote and the position beside it look the same: the key tells them apart. */
export function leaveNote({ state, view }: Editor, way: 'before' | 'behind' = 'behind') {
  const { tr, selection } = state;
  const { $from } = selection;
  if ($from.parent.type.name !== 'footnote') return false;
  const place = way === 'before' ? $from.before() : $from.after();
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, place)).scrollIntoView());
  return true;
}

/** Before the first letter of a footnote: browsers would move to the position outside it, which looks the same. */
export function toStartOfNote({ state, view }: Editor) {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type.name !== 'footnote') return false;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\uFFFC');
  if ([...new Intl.Segmenter().segment(before)].length !== 1) return false;
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, $from.start())).scrollIntoView());
  return true;
}

/** An empty footnote is removed when it is left: it would be invisible, yet readers would get its number. */
function removeEmptyNote(transactions: readonly Transaction[], before: EditorState, now: EditorState) {
  const { $from } = before.selection;
  if ($from.parent.type.name !== 'footnote') return null;
  const at = transactions.reduce((place, { mapping }) => mapping.map(place), $from.before());
  const note = now.doc.nodeAt(at);
  const { $from: $now } = now.selection;
  const isThere = $now.depth > 0 && $now.before() === at;
  if (isThere || note?.type.name !== 'footnote' || !isBlank(note)) return null;
  return now.tr.delete(at, at + note.nodeSize).setMeta('addToHistory', false);
}

function isBlank(note: PmNode) {
  return note.textContent.trim() === '';
}

// Browsers treat the positions on both sides of a footnote's edge as one and would type on the wrong side: a separator
// makes them two.
function edgeOfNote({ doc, selection }: EditorState) {
  const { $from, empty } = selection;
  const isBehind = $from.nodeBefore?.type.name === 'footnote';
  const isAtStart = $from.parent.type.name === 'footnote' && $from.parentOffset === 0;
  if (!empty || !(isBehind || isAtStart)) return null;
  const edge = Decoration.widget($from.pos, drawnEdge, { side: -1, key: 'edge-of-note' });
  return DecorationSet.create(doc, [edge]);
}

function drawnEdge() {
  const edge = document.createElement('img');
  edge.alt = '';
  edge.className = 'note__edge';
  return edge;
}
