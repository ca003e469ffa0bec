'use client';

import { lazy, Suspense, useEffect, useState } from 'react';

const MentionList = lazy(async () => ({ default: (await import('./mention-list')).MentionList }));

/** Offers people to mention in the comment forms of a page, from the first "@" that is typed there. */
export function MentionOffers({ postId }: { postId: string }) {
  const [field, setField] = useState<HTMLTextAreaElement | null>(null);
  useEffect(() => {
    const look = ({ target, data }: Event & { data?: string | null }) => {
      if (data?.endsWith('@') && target instanceof HTMLTextAreaElement && target.name === 'body') setField(target);
    };
    document.addEventListener('input', look);
    return () => document.removeEventListener('input', look);
  }, []);
  return <Suspense>{field && <MentionList key={field.id} field={field} postId={postId} />}</Suspense>;
}
