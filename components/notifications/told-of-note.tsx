import type { ReactNode } from 'react';
import type { Action } from '@/components/ui/action-errors';
import type { Translator } from '@/lib/i18n/translator';
import { noteSentences } from '@/lib/notes/note-sentences';
import type { ListedNotification } from '@/lib/notifications/queries';
import { titleOf } from '@/lib/posts/title';
import { paths } from '@/lib/web/paths';
import { Opening } from './opening';

type Props = { notification: Extract<ListedNotification, { about: 'note' }>; t: Translator; open: Action };

/** What one of the staff wrote about a post; leads to it in the admin. */
export function ToldOfNote({ notification, t, open }: Props) {
  const { id, post, noteId, isRead, kind, author, excerpt } = notification;
  const parts = t.parts<'notifications.note', ReactNode>(
    // All take the same.
    noteSentences[kind] as 'notifications.note',
    { name: <bdi key="name">{author}</bdi>, title: <bdi key="title">{titleOf(post)}</bdi> },
  );
  return (
    <>
      <Opening id={id} href={paths.admin.postNotes(post.id, noteId)} isRead={isRead} action={open}>
        {/* Browsers that translate a page move texts that have no element of their own. */}
        {parts.map((part, index) => (typeof part === 'string' ? <span key={index}>{part}</span> : part))}
      </Opening>
      {excerpt && <p dir="auto">{excerpt}</p>}
    </>
  );
}
