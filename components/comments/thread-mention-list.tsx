'use client';

import { useEffect, useState } from 'react';
import type { OfferedPeople } from '@/lib/comments/mentions/mention';
import { paths } from '@/lib/web/reader-paths';
import { MentionList } from './mention-list';

type Props = { field: HTMLTextAreaElement; postId: string };

/** Offers the people of a thread. */
export function ThreadMentionList({ field, postId }: Props) {
  return <MentionList field={field} offered={usePeople(postId)} />;
}

const none: OfferedPeople = { people: [], words: { label: '', found: '', keys: '' } };

function usePeople(postId: string) {
  const [offered, setOffered] = useState(none);
  useEffect(() => {
    const asking = new AbortController();
    fetch(paths.threadPeople(postId), { signal: asking.signal })
      .then((answer) => (answer.ok ? (answer.json() as Promise<OfferedPeople>) : none))
      .then(setOffered)
      .catch(() => {});
    return () => asking.abort();
  }, [postId]);
  return offered;
}
