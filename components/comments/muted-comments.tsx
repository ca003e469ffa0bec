'use client';

import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

/** Hides comments of people whom the reader has muted, each with a button that shows it. */
export function MutedComments({ ids }: { ids: readonly string[] }) {
  return ids.map((id) => <MutedComment key={id} id={id} />);
}

function MutedComment({ id }: { id: string }) {
  const [isShown, setShown] = useState(false);
  const comment = document.getElementById(`comment-${id}`);
  useEffect(() => {
    comment?.toggleAttribute('data-muted', !isShown);
    return () => comment?.removeAttribute('data-muted');
  }, [comment, isShown]);
  const header = comment?.querySelector('.comment__header');
  if (!header || isShown) return null;
  return createPortal(
    <button className="comment__edited" type="button" onClick={() => setShown(true)}>
      Muted. Show
    </button>,
    header,
  );
}
