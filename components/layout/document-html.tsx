'use client';

import { createElement, useState } from 'react';
import { documentHtmlAt } from '@/lib/caching/document-html';

type Props = {
  /** What to show, or the place where the document has it. */
  html?: string;
  place?: number;
  element?: 'div' | 'ol' | 'script';
  className?: string;
  type?: string;
};

/** HTML that React neither reads nor changes: the document brought it. */
export function DocumentHtml({ html, place = 0, element = 'div', ...attributes }: Props) {
  const [brought] = useState(() => (html === undefined ? htmlAt(place) : ''));
  return createElement(element as string, {
    ...attributes,
    ...(html === undefined ? { 'data-html': place } : {}),
    dangerouslySetInnerHTML: { __html: html ?? brought },
  });
}

// If React has to draw the page anew (an extension changed it), the document still has what it was served with.
function htmlAt(place: number) {
  if (typeof document !== 'undefined') return document.querySelector(`[data-html="${place}"]`)?.innerHTML ?? '';
  return documentHtmlAt(place);
}
