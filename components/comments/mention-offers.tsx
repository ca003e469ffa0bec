'use client';

import { lazy, Suspense } from 'react';
import { useMentionField } from './use-mention-field';

const MentionList = lazy(async () => ({ default: (await import('./thread-mention-list')).ThreadMentionList }));

/** Offers people to mention in the comment forms of a page, from the first "@" that is typed there. */
export function MentionOffers({ postId }: { postId: string }) {
  const field = useMentionField();
  return <Suspense>{field && <MentionList key={field.id} field={field} postId={postId} />}</Suspense>;
}
