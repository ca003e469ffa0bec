import { Extension } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { exitSuggestion, Suggestion, type SuggestionProps } from '@tiptap/suggestion';
import type { Editor } from '@tiptap/core';
import { lineBlocks } from './keys';

/** The "/" menu: the text typed after the slash, and its position on screen. */
export type SlashState = { query: string; left: number; top: number } | null;

type Options = {
  onSlash: (state: SlashState) => void;
  /** Handles keys while the menu is open; true if handled. */
  onMenuKey: (event: KeyboardEvent) => boolean;
  /** Whether the name of a block begins so. */
  isNamed: (typed: string) => boolean;
};

const key = new PluginKey<{ active: boolean; range: { from: number; to: number } }>('slash');

/** Opens at a slash typed at the start of a word, not when the caret passes one. */
export const Slash = Extension.create<Options>({
  name: 'slash',
  onBlur() {
    closeSlash(this.editor);
  },
  addOptions: () => ({ onSlash: () => {}, onMenuKey: () => false, isNamed: () => false }),
  addProseMirrorPlugins() {
    const { editor, options } = this;
    const show = ({ query, clientRect }: SuggestionProps) => {
      const place = clientRect?.();
      if (place) options.onSlash({ query, left: place.left + scrollX, top: place.bottom + scrollY });
    };
    return [
      Suggestion({
        editor,
        pluginKey: key,
        char: '/',
        allowSpaces: true,
        decorationClass: 'slash-typed',
        allow: ({ state }) => {
          const { parent } = state.selection.$from;
          return (
            parent.inlineContent &&
            !parent.type.spec.code &&
            ![...lineBlocks, 'footnote', 'toggleSummary'].includes(parent.type.name)
          );
        },
        shouldShow: ({ transaction, query }) =>
          query.length <= 24 &&
          (!/\s/.test(query) || options.isNamed(query)) &&
          (key.getState(editor.state)?.active === true || isTyped(transaction)),
        render: () => ({
          onStart: show,
          onUpdate: show,
          onExit: () => options.onSlash(null),
          onKeyDown: ({ event }) => options.onMenuKey(event),
        }),
      }),
    ];
  },
});

function isTyped(transaction: { docChanged: boolean; getMeta: (key: string) => unknown }) {
  return transaction.docChanged && !transaction.getMeta('paste') && !transaction.getMeta('history$');
}

/** Removes the text typed for the menu. */
export function takeSlash(editor: Editor) {
  const typed = key.getState(editor.state);
  if (typed?.active) editor.view.dispatch(editor.state.tr.delete(typed.range.from, typed.range.to));
}

function closeSlash(editor: Editor) {
  if (key.getState(editor.state)?.active) exitSuggestion(editor.view, key);
}
