import type { Editor } from '@tiptap/core';
import { findState } from './find';
import { chosenImage, type ChosenImage } from './image-commands';
import type { BlockKind } from './node-types';

export type MarkName = 'bold' | 'italic' | 'strike' | 'code';

/** The state of the selection, for toolbars. */
export type SelectionState = {
  kind: BlockKind;
  marks: MarkName[];
  link: string | null;
  hasSelection: boolean;
  inTable: boolean;
  /** The alt text of the selected inline image. */
  alt: string | null;
  /** Of the selected image with a caption. */
  image: ChosenImage | null;
  /** Which of the places found. */
  found: { at: number; count: number };
};

export const emptySelectionState: SelectionState = {
  kind: 'paragraph',
  marks: [],
  link: null,
  hasSelection: false,
  inTable: false,
  alt: null,
  image: null,
  found: { at: 0, count: 0 },
};

const markNames: MarkName[] = ['bold', 'italic', 'strike', 'code'];

export function selectionStateOf(editor: Editor): SelectionState {
  const link: unknown = editor.getAttributes('link').href;
  return {
    kind: kindOf(editor),
    marks: markNames.filter((name) => editor.isActive(name)),
    link: typeof link === 'string' ? link : null,
    hasSelection: !editor.state.selection.empty,
    inTable: editor.isActive('table'),
    alt: editor.isActive('inlineImage') ? String(editor.getAttributes('inlineImage').alt ?? '') : null,
    image: chosenImage(editor.state)?.image ?? null,
    found: findState(editor.state),
  };
}

function kindOf(editor: Editor): BlockKind {
  const { $from } = editor.state.selection;
  if ($from.parent.type.name === 'codeBlock') return 'code';
  if ($from.parent.type.name === 'heading') {
    const level = Number($from.parent.attrs.level);
    return level === 2 ? 'heading2' : level === 3 ? 'heading3' : 'heading4';
  }
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const kind = kindsByNode[$from.node(depth).type.name];
    if (kind) return kind;
  }
  return 'paragraph';
}

const kindsByNode: Record<string, BlockKind> = {
  bulletList: 'bullets',
  orderedList: 'numbers',
  pullQuote: 'pull-quote',
  blockquote: 'quote',
};
