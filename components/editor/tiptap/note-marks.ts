import { Extension, type Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Passage } from '@/lib/html/passage';

export type MarkedNote = { id: string; passage: Passage };

const key = new PluginKey<DecorationSet>('note-marks');
const AROUND = 40;

/** Marks the words that notes are about. Only on screen: the text itself has no trace of them. */
export const NoteMarks = Extension.create<{ onNote: (id: string) => void }>({
  name: 'noteMarks',
  addOptions: () => ({ onNote: () => {} }),
  addProseMirrorPlugins() {
    const { options } = this;
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, marks) => {
            const notes = transaction.getMeta(key) as MarkedNote[] | undefined;
            if (notes) return DecorationSet.create(transaction.doc, marksOf(transaction.doc, notes));
            return marks.map(transaction.mapping, transaction.doc);
          },
        },
        props: {
          decorations: (state) => key.getState(state),
          handleClick: (_view, _at, event) => {
            const mark = event.target instanceof Element ? event.target.closest('[data-note]') : null;
            const id = mark?.getAttribute('data-note');
            if (id) options.onNote(id);
            return false;
          },
        },
      }),
    ];
  },
});

/** Shows these notes, where their words stand now. */
export function markNotes(editor: Editor, notes: readonly MarkedNote[]) {
  editor.view.dispatch(editor.state.tr.setMeta(key, notes).setMeta('addToHistory', false));
}

/** The selected words within their paragraph; null if none are. */
export function selectedPassage(editor: Editor): Passage | null {
  const { from, to, empty, $from } = editor.state.selection;
  if (empty || !$from.parent.isTextblock) return null;
  const end = Math.min(to, $from.end());
  const text = (start: number, until: number) => editor.state.doc.textBetween(start, until, ' ', ' ');
  const quote = text(from, end).trim();
  if (!quote) return null;
  return {
    quote,
    prefix: text($from.start(), from).slice(-AROUND),
    suffix: text(end, $from.end()).slice(0, AROUND),
  };
}

type Line = { text: string; places: number[] };

function marksOf(doc: Node, notes: readonly MarkedNote[]) {
  const lines: Line[] = [];
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    lines.push(lineOf(node, at + 1));
    return false;
  });
  return notes.flatMap(({ id, passage }) => {
    const found = find(lines, passage);
    if (!found) return [];
    const { places, start, end } = found;
    return [Decoration.inline(places[start]!, places[end - 1]! + 1, { class: 'note-mark', 'data-note': id })];
  });
}

/** The text of a block with its runs of space as one, and where each character stands. */
function lineOf(block: Node, begin: number): Line {
  const line = { text: '', places: [] as number[] };
  block.descendants((node, offset) => {
    if (!node.isText) return true;
    [...(node.text ?? '').matchAll(/\s+|\S/gu)].forEach(({ 0: run, index }) => {
      const shown = run.trim() ? run : ' ';
      line.text += shown;
      for (let at = 0; at < shown.length; at += 1) line.places.push(begin + offset + index + at);
    });
    return false;
  });
  return line;
}

function find(lines: readonly Line[], { quote, prefix, suffix }: Passage) {
  let best: { places: number[]; start: number; end: number; likeness: number } | null = null;
  for (const { text, places } of lines) {
    for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
      const end = start + quote.length;
      const likeness = Number(text.slice(0, start).endsWith(prefix)) + Number(text.slice(end).startsWith(suffix));
      if (!best || likeness > best.likeness) best = { places, start, end, likeness };
    }
  }
  return best;
}
