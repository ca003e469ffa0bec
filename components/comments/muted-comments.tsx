'use client';

import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { articlesOf } from './shown-comment';

/** Hides comments of people whom the reader has muted, each with a button that shows it. */
export function MutedComments({ ids, label }: { ids: readonly string[]; label: string }) {
  return ids.flatMap((id) =>
    articlesOf(id).map((article, at) => <MutedComment key={`${id}-${at}`} comment={article} label={label} />),
  );
}

function MutedComment({ comment, label }: { comment: HTMLElement; label: string }) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    comment.toggleAttribute('data-muted', !isShown);
    return () => comment.removeAttribute('data-muted');
  }, [comment, isShown]);
  const header = comment.querySelector('.comment__header');
  if (!header || isShown) return null;
  return createPortal(
    <button className="comment__like" type="button" onClick={() => setShown(true)}>
      {label}
    </button>,
    header,
  );
}
