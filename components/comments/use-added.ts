'use client';

import { useCallback, useState } from 'react';
import type { AnswerToViewer } from '@/lib/comments/viewer-state';

type Own = NonNullable<AnswerToViewer['viewer']>['own'][number];

/**
 * Adds the viewer's comments that the page of everybody does not have, each where it would stand: instead of its tombstone,
 * below the comment that it replies to, or in the element `atEnd`. Tells when they are there.
 */
export function useAdded(own: readonly Own[]) {
  const [areAdded, setAdded] = useState(false);
  const atEnd = useCallback(
    (end: HTMLElement | null) => {
      // The newest is first, and a reply is newer than what it replies to.
      const removals = own.toReversed().flatMap(({ id, parentId, shown }) => {
        const place = document.querySelector(`[data-place="${parentId}"]`) ?? end;
        return shown && place ? [add({ id, html: shown.html }, place)] : [];
      });
      setAdded(true);
      return () => removals.forEach((remove) => remove());
    },
    [own],
  );
  return { atEnd, areAdded };
}

function add({ id, html }: { id: string; html: string }, place: Element) {
  const article = document.createElement('article');
  article.className = 'comment';
  article.id = `comment-${id}`;
  article.tabIndex = -1;
  article.innerHTML = html;
  // Nobody likes their own comment.
  for (const button of article.querySelectorAll<HTMLButtonElement>('.comment__like')) button.disabled = true;
  const tombstone = document.getElementById(article.id);
  if (tombstone) tombstone.replaceWith(article);
  else place.append(article);
  return () => (tombstone ? article.replaceWith(tombstone) : article.remove());
}
