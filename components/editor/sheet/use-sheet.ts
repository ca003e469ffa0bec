'use client';

import { useEditor, type Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { caretOf, plainCaret } from './caret';
import { Sheet, type SheetEvents } from './sheet';

/** The page: a Tiptap editor whose document is the stored HTML, and what its caret stands on. */
export function useSheet(initialHtml: string, events: SheetEvents) {
  const [caret, setCaret] = useState(plainCaret);
  const [sheet] = useState(() => new Sheet(initialHtml));
  const editor: Editor | null = useEditor({
    ...sheet.options,
    onTransaction: ({ editor: changed }) => {
      const next = caretOf(changed);
      setCaret((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
    },
  });
  useEffect(() => {
    sheet.listen(events);
  });
  return { sheet, caret, editor };
}
