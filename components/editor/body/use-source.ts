'use client';

import { useMemo, useState } from 'react';
import type { EditorDocument } from '../tiptap/editor-document';

/** The HTML source, which is read and written while it is shown. */
export function useSource(editorDocument: Pick<EditorDocument, 'html' | 'setHtml' | 'showsSource'>) {
  const [source, setSource] = useState<string | null>(null);
  return useMemo(
    () => ({
      source,
      setSource,
      html: () => source ?? editorDocument.html(),
      setHtml: (html: string) => {
        if (source !== null) setSource(html);
        editorDocument.setHtml(html);
      },
      toggleSource: () => {
        const html = editorDocument.html();
        // Unchanged source leaves the document as it is, so that viewing it changes nothing.
        if (source !== null && source !== html) editorDocument.setHtml(source);
        editorDocument.showsSource(source === null);
        setSource(source === null ? html : null);
      },
    }),
    [source, editorDocument],
  );
}
