import { Extension, type Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

type Wanted = { query: string; isExact: boolean };
type Match = { from: number; to: number };
type State = Wanted & { matches: Match[]; /** The current match, from 0; -1 for none. */ at: number };

const key = new PluginKey<State>('find');
const nothing: State = { query: '', isExact: false, matches: [], at: -1 };
/** More are not marked: a single letter stands in a long text a hundred thousand times. */
const MAX_MATCHES = 2_000;

/** Marks what is looked for in the text. */
export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins: () => [
    new Plugin<State>({
      key,
      state: {
        init: () => nothing,
        apply(tr, state) {
          const wanted = tr.getMeta(key) as Partial<State> | undefined;
          if (wanted?.query === '') return nothing;
          if (!wanted && (!tr.docChanged || !state.query)) return state;
          const next = { ...state, ...wanted };
          const isSame = next.query === state.query && next.isExact === state.isExact && !tr.docChanged;
          const matches = isSame ? state.matches : matchesIn(tr.doc, next);
          return { ...next, matches, at: Math.min(Math.max(next.at, 0), matches.length - 1) };
        },
      },
      props: {
        decorations(editorState) {
          const { matches, at } = key.getState(editorState) ?? nothing;
          if (matches.length === 0) return null;
          const marks = matches.map(({ from, to }, index) =>
            Decoration.inline(from, to, { class: index === at ? 'found found--current' : 'found' }),
          );
          return DecorationSet.create(editorState.doc, marks);
        },
      },
    }),
  ],
});

/** For toolbars: which of how many; `at` is 0 without a match. */
export function findState(state: EditorState) {
  const { matches, at } = key.getState(state) ?? nothing;
  return { at: at + 1, count: matches.length };
}

/** Looks for words, from the caret on; "" ends the search. */
export function find(editor: Editor, wanted: Wanted) {
  const { state } = editor;
  const begin = state.tr.setMeta(key, { ...wanted, at: 0 });
  editor.view.dispatch(begin);
  const { matches } = key.getState(editor.state) ?? nothing;
  const next = matches.findIndex(({ from }) => from >= state.selection.from);
  if (matches.length > 0) selectMatch(editor, Math.max(next, 0));
}

export function stepFound(editor: Editor, step: 1 | -1) {
  const { matches, at } = key.getState(editor.state) ?? nothing;
  if (matches.length > 0) selectMatch(editor, (at + step + matches.length) % matches.length);
}

/** Replaces the current match and goes to the next. */
export function replaceFound(editor: Editor, words: string) {
  const { matches, at } = key.getState(editor.state) ?? nothing;
  const match = matches[at];
  if (!match) return;
  const { tr } = editor.state;
  const end = match.from + words.length;
  replace(tr, match, words);
  editor.view.dispatch(tr);
  const { matches: left } = key.getState(editor.state) ?? nothing;
  const next = left.findIndex(({ from }) => from >= end);
  if (left.length > 0) selectMatch(editor, Math.max(next, 0));
}

/** Replaces all matches in one step, which undo takes back; returns how many there were. */
export function replaceAllFound(editor: Editor, words: string) {
  const { query, isExact } = key.getState(editor.state) ?? nothing;
  const { tr } = editor.state;
  const all = query ? matchesIn(tr.doc, { query, isExact }, Infinity) : [];
  for (const match of all.toReversed()) replace(tr, match, words);
  if (all.length > 0) editor.view.dispatch(tr);
  return all.length;
}

function replace(tr: Transaction, { from, to }: Match, words: string) {
  if (words) tr.insertText(words, from, to);
  else tr.delete(from, to);
}

// The focus stays in the field: the selection shows the place all the same, and scrolls to it.
function selectMatch(editor: Editor, at: number) {
  const match = key.getState(editor.state)?.matches[at];
  if (!match) return;
  const { tr } = editor.state;
  tr.setMeta(key, { at }).setSelection(TextSelection.create(tr.doc, match.from, match.to));
  editor.view.dispatch(tr.scrollIntoView());
}

/** Matches do not reach from one block into the next, nor into or out of a footnote. */
export function matchesIn(doc: Node, { query, isExact }: Wanted, most = MAX_MATCHES): Match[] {
  const pattern = new RegExp(query.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`), isExact ? 'g' : 'gi');
  const matches: Match[] = [];
  doc.descendants((node, at) => {
    if (!node.inlineContent || matches.length >= most) return;
    for (const { index, 0: found } of lineOf(node).matchAll(pattern)) {
      if (found && matches.length < most) matches.push({ from: at + 1 + index, to: at + 1 + index + found.length });
    }
  });
  return matches.toSorted((a, b) => a.from - b.from);
}

// As long as the positions in it: what is no text of its own is a sign that nobody looks for.
function lineOf(parent: Node) {
  return parent.children.map((node) => node.text ?? '\uFFFC'.repeat(node.nodeSize)).join('');
}
