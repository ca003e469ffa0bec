import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin, type EditorState } from '@tiptap/pm/state';
import { APOSTROPHE, mistakenQuote, typographicSign } from '../document/quotation-marks';

/** Straight quotes, hyphens and dots become the signs of the language as they are typed; undo brings back what was typed. */
export const TypographicQuotes = Extension.create<{ language: string }>({
  name: 'typographicQuotes',
  addOptions: () => ({ language: 'en' }),
  addProseMirrorPlugins() {
    const { language } = this.options;
    return [
      new Plugin({
        props: {
          handleTextInput(view, from, to, typed) {
            if (isInCode(view.state)) return false;
            const before = textBefore(view.state, from);
            const made = typographicSign(typed, before, language);
            const mistaken = quoteBefore(view.state, from, mistakenQuote(typed, before, language));
            if (made === null && mistaken === null) return false;
            view.dispatch(view.state.tr.insertText(typed, from, to).scrollIntoView());
            const tr = closeHistory(view.state.tr);
            if (mistaken !== null) tr.insertText(APOSTROPHE, mistaken, mistaken + 1);
            if (made) tr.insertText(made.sign, from - made.replaces, from + typed.length);
            view.dispatch(tr);
            return true;
          },
          // A new line ends a word as well.
          handleKeyDown({ state, dispatch }, { key, isComposing }) {
            const { from, empty } = state.selection;
            if (key !== 'Enter' || isComposing || !empty || isInCode(state)) return false;
            const mistaken = quoteBefore(state, from, mistakenQuote('\n', textBefore(state, from), language));
            if (mistaken !== null) dispatch(state.tr.insertText(APOSTROPHE, mistaken, mistaken + 1));
            return false;
          },
        },
      }),
    ];
  },
});

function isInCode({ selection: { $from }, storedMarks }: EditorState) {
  return (
    $from.parent.type.spec.code === true || (storedMarks ?? $from.marks()).some(({ type }) => type.name === 'code')
  );
}

/** Where the quote is; null if other content is in between. */
function quoteBefore({ doc }: EditorState, from: number, distance: number | null) {
  const at = from - (distance ?? 0);
  return distance !== null && at > 0 && doc.textBetween(at, at + 1) === '‘' ? at : null;
}

function textBefore({ doc }: EditorState, at: number) {
  const $at = doc.resolve(at);
  return $at.parent.textBetween(Math.max(0, $at.parentOffset - 500), $at.parentOffset, undefined, '\uFFFC');
}
