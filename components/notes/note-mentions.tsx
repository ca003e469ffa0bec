'use client';

import { lazy, Suspense } from 'react';
import { useText } from '#text';
import { useMentionField } from '@/components/comments/use-mention-field';
import type { OfferedPerson } from '@/lib/comments/mentions/mention';

const MentionList = lazy(async () => ({ default: (await import('@/components/comments/mention-list')).MentionList }));

/** Offers the people who can be mentioned in the notes and answers of a page, from the first "@" that is typed there. */
export function NoteMentions({ people }: { people: OfferedPerson[] }) {
  const t = useText();
  const field = useMentionField();
  const words = {
    label: t('People who can be mentioned'),
    found: t('People found: {count}', { count: '{count}' }),
    keys: t('Use the arrow keys, and Enter to mention one.'),
  };
  return <Suspense>{field && <MentionList key={field.id} field={field} offered={{ people, words }} />}</Suspense>;
}
