import 'server-only';
import type { Translator } from '@/lib/i18n/translator';
import { readDb } from '@/lib/database/db';
import type { Role } from '@/lib/auth/actor';
import type { EmailTemplate } from '@/lib/mail/email-template';
import { findChoices } from '@/lib/notifications/choices';
import { noteSentences } from '@/lib/notes/note-sentences';
import { findTold } from '@/lib/notes/queries';
import { titleOf } from '@/lib/posts/title';
import { paths } from '@/lib/web/paths';
import { absolute, greetingIn } from './email-parts';

type Recipient = { id: string; name: string; emailVerifiedAt: Date | null };
type Site = { siteName: string; t: Translator };

/** Tells one of the staff of a note that concerns them; null if they may not open the post any more, or do not want it. */
export async function writeNoteEmail(
  user: Recipient,
  { t }: Site,
  { noteId }: { noteId: string },
): Promise<EmailTemplate | null> {
  if (!user.emailVerifiedAt) return null;
  const { role } = await readDb.user.findUniqueOrThrow({ where: { id: user.id }, select: { role: true } });
  const reader = { ...user, role: role as Role, sessionId: '', emailVerified: true };
  const [note, { notes }] = await Promise.all([findTold(reader, noteId), findChoices(user)]);
  if (!note || notes === 'off') return null;
  const { author: name, quote, body, post } = note;
  const title = titleOf(post);
  return {
    subject: t(noteSentences[note.kind], { name, title }),
    greeting: greetingIn(t, user.name),
    paragraphs: [...(quote ? [`“${quote}”`] : []), ...(body ? [body] : [])],
    action:
      note.kind === 'handed-in'
        ? { label: t('email.reviewAction'), href: absolute(paths.admin.post(post.id)) }
        : { label: t('email.noteAction'), href: absolute(paths.admin.postNotes(post.id, noteId)) },
    closing: [t('email.whyNote')],
    links: [{ label: t('email.choose'), href: absolute(paths.notifications()) }],
  };
}
