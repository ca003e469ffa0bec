'use client';

import { useLayoutEffect } from 'react';

/** A comment on this page: in the thread, and above it if it is pinned. */
export function articlesOf(id: string) {
  return [...document.querySelectorAll<HTMLElement>(`#comment-${id}, [data-copy="${id}"]`)];
}

/** Shows a comment as the server now has it. */
export function showAnew(id: string, html: string) {
  for (const article of articlesOf(id)) {
    const now = document.createElement('template');
    now.innerHTML = html;
    for (const part of ['.comment__header', '.comment__body']) {
      const fresh = now.content.querySelector(part);
      if (fresh) article.querySelector(part)?.replaceWith(fresh);
    }
  }
}

/** Hides the text of a comment, or all of it, as long as something else stands in its place. */
export function useReplaced(id: string, what: 'text' | 'all') {
  useLayoutEffect(() => {
    const articles = articlesOf(id);
    for (const article of articles) article.dataset.replaced = what;
    return () => {
      for (const article of articles) delete article.dataset.replaced;
    };
  }, [id, what]);
}
