import 'server-only';
import { commentExcerpt } from '@/lib/comments/plain-text';
import type { OutgoingEmail } from '@/lib/mail/sending';
import { titleOf } from '@/lib/posts/title';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import type { DigestedComment } from './digested-comment';
import { absolute, shortened, whatHappened } from './email-words';
import { unsubscribeToken } from './unsubscribe-token';

/** As many as one digest names; the rest is counted. */
const MAX_LISTED = 30;
const MAX_TEXT = 300;

type Digest = Pick<OutgoingEmail, 'template' | 'id' | 'list'>;
type Recipient = { id: string; name: string; day: string };

/** The e-mail about what came since the last digest. */
export async function digestEmail(told: DigestedComment[], { id: userId, name, day }: Recipient): Promise<Digest> {
  const { siteName } = await getSettings();
  const token = unsubscribeToken({ userId, subscription: 'digest' });
  const more = told.length - MAX_LISTED;
  return {
    id: `digest-${day}.${userId}`,
    list: { id: 'comments', unsubscribe: absolute(paths.unsubscribeAtOnce(token)) },
    template: {
      subject: told.length === 1 ? `A new comment at ${siteName}` : `${told.length} new comments at ${siteName}`,
      greeting: `Hello ${name},`,
      paragraphs: [
        `This is what came since the last e-mail from ${siteName}:`,
        ...told.slice(0, MAX_LISTED).map(entryOf),
        ...(more > 0 ? [`And ${more} more.`] : []),
      ],
      action: { label: 'View them', href: absolute(paths.notifications()) },
      closing: ['You get this e-mail because you chose to be told once a day.'],
      links: [
        { label: 'Unsubscribe', href: absolute(paths.unsubscribe(token)) },
        { label: 'Choose your e-mails', href: absolute(paths.notifications()) },
      ],
    },
  };
}

function entryOf({ kind, comment }: DigestedComment) {
  const author = comment.author?.name ?? comment.authorName;
  const text = shortened(commentExcerpt(comment.bodyHtml), MAX_TEXT);
  return `${author} ${whatHappened(kind)} “${titleOf(comment.post)}”: ${text}`;
}
