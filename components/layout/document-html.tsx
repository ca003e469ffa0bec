'use client';

import { createElement, useState } from 'react';
import { documentHtmlAt } from '@/lib/caching/document-html';

type Props = {
  /** What to show, or the place where the document has it. */
  html?: string;
  index?: number;
  element?: 'div' | 'ol' | 'script';
  className?: string;
  type?: string;
};

/** HTML that React neither reads nor changes: the document brought it. */
export function DocumentHtml({ html, index = 0, element = 'div', ...attributes }: Props) {
  const [served] = useState(() => (html === undefined ? htmlAt(index) : ''));
  return createElement(element as string, {
    ...attributes,
    ...(html === undefined ? { 'data-html': index } : {}),
    dangerouslySetInnerHTML: { __html: html ?? served },
  });
}

// If React has to draw the page anew (an extension changed it), the document still has what it was served with.
function htmlAt(index: number) {
  if (typeof document !== 'undefined') return document.querySelector(`[data-html="${index}"]`)?.innerHTML ?? '';
  return documentHtmlAt(index);
}
