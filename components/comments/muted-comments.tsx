'use client';

import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { articlesOf } from './shown-comment';

/** Hides comments of people whom the reader has muted, each with a button that shows it. */
export function MutedComments({ ids }: { ids: readonly string[] }) {
  return ids.flatMap((id) =>
    articlesOf(id).map((article, at) => <MutedComment key={`${id}-${at}`} comment={article} />),
  );
}

function MutedComment({ comment }: { comment: HTMLElement }) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    comment.toggleAttribute('data-muted', !isShown);
    return () => comment.removeAttribute('data-muted');
  }, [comment, isShown]);
  const header = comment.querySelector('.comment__header');
  if (!header || isShown) return null;
  return createPortal(
    <button className="comment__edited" type="button" onClick={() => setShown(true)}>
      Muted. Show
    </button>,
    header,
  );
}
