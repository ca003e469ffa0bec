'use client';

import { useText } from '#text';
import { useEditor, type Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { selectionStateOf, emptySelectionState } from './selection';
import { EditorDocument, type EditorEvents, type Initial } from './editor-document';

/** A Tiptap editor for stored HTML, and the state of its selection. */
export function useEditorDocument(initial: Initial, events: EditorEvents) {
  const t = useText();
  const [selection, setSelection] = useState(emptySelectionState);
  const [editorDocument] = useState(() => new EditorDocument(initial, t));
  const editor: Editor | null = useEditor({
    ...editorDocument.options,
    onTransaction: ({ editor: changed }) => {
      const next = selectionStateOf(changed);
      setSelection((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
    },
  });
  useEffect(() => {
    editorDocument.listen(events);
  });
  return { editorDocument, selection, editor };
}
