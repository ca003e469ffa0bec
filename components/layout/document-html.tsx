'use client';

import { createElement, useState } from 'react';
import { documentHtmlAt } from '@/lib/caching/document-html';

type Props = {
  /** The HTML, or its position in the document. */
  html?: string;
  index?: number;
  element?: 'div' | 'ol' | 'script';
  className?: string;
  type?: string;
};

/** HTML that React does not hydrate: it came with the document. */
export function DocumentHtml({ html, index = 0, element = 'div', ...attributes }: Props) {
  const [served] = useState(() => (html === undefined ? htmlAt(index) : ''));
  return createElement(element as string, {
    ...attributes,
    ...(html === undefined ? { 'data-html': index } : {}),
    dangerouslySetInnerHTML: { __html: html ?? served },
  });
}

// If React has to render the page again (an extension changed it), the document still has the original HTML.
function htmlAt(index: number) {
  if (typeof document !== 'undefined') return document.querySelector(`[data-html="${index}"]`)?.innerHTML ?? '';
  return documentHtmlAt(index);
}
