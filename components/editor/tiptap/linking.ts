import type { Editor } from '@tiptap/core';

/** Links the selection or changes the current link; without either, inserts linked text. */
export function setLink(editor: Editor, address: string | null, words: string) {
  const chain = editor.chain().focus();
  if (!address) return chain.extendMarkRange('link').unsetMark('link').run();
  if (!editor.state.selection.empty || editor.isActive('link')) {
    return chain.extendMarkRange('link').setMark('link', { href: address }).run();
  }
  const marks = [{ type: 'link', attrs: { href: address } }];
  return chain.insertContent({ type: 'text', text: words.trim() || address, marks }).run();
}
