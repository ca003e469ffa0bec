import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin, type EditorState } from '@tiptap/pm/state';
import { typographicSign } from '../document/quotation-marks';

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
            const made = isInCode(view.state) ? null : typographicSign(typed, textBefore(view.state, from), language);
            if (made === null) return false;
            view.dispatch(view.state.tr.insertText(typed, from, to).scrollIntoView());
            const begin = from - made.replaces;
            view.dispatch(closeHistory(view.state.tr.insertText(made.sign, begin, from + typed.length)));
            return true;
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

function textBefore({ doc }: EditorState, at: number) {
  const $at = doc.resolve(at);
  return $at.parent.textBetween(Math.max(0, $at.parentOffset - 500), $at.parentOffset, undefined, '\uFFFC');
}
