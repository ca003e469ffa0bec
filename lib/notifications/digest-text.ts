import 'server-only';
import { translatorOf, type Translator } from '@/lib/i18n/translator';
import { commentExcerpt } from '@/lib/comments/plain-text';
import type { OutgoingEmail } from '@/lib/mail/sending';
import { titleOf } from '@/lib/posts/title';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import type { DigestedComment } from './digested-comment';
import { absolute, shortened } from './email-words';
import { unsubscribeToken } from './unsubscribe-token';

/** As many as one digest names; the rest is counted. */
const MAX_LISTED = 30;
const MAX_TEXT = 300;

type Digest = Pick<OutgoingEmail, 'template' | 'id' | 'list'>;
type Recipient = { id: string; name: string; day: string };

/** The e-mail about what came since the last digest. */
export async function digestEmail(told: DigestedComment[], { id: userId, name, day }: Recipient): Promise<Digest> {
  const { siteName: site, language } = await getSettings();
  const t = translatorOf(language);
  const token = unsubscribeToken({ userId, subscription: 'digest' });
  const more = told.length - MAX_LISTED;
  return {
    id: `digest-${day}.${userId}`,
    list: { id: 'comments', unsubscribe: absolute(paths.unsubscribeAtOnce(token)) },
    template: {
      subject: t('digest.subject', { count: told.length, site }),
      greeting: t('email.greeting', { name }),
      paragraphs: [
        t('digest.lead', { site }),
        ...told.slice(0, MAX_LISTED).map((one) => entryOf(one, t)),
        ...(more > 0 ? [t('digest.more', { count: more })] : []),
      ],
      action: { label: t('digest.view'), href: absolute(paths.notifications()) },
      closing: [t('digest.why')],
      links: [
        { label: t('email.unsubscribe'), href: absolute(paths.unsubscribe(token)) },
        { label: t('email.choose'), href: absolute(paths.notifications()) },
      ],
    },
  };
}

const happenings: Record<string, 'digest.reply' | 'digest.mention' | 'digest.followReplies'> = {
  reply: 'digest.reply',
  mention: 'digest.mention',
  'follow-replies': 'digest.followReplies',
};

function entryOf({ kind, comment }: DigestedComment, t: Translator) {
  return t(happenings[kind] ?? 'digest.commented', {
    name: comment.author?.name ?? comment.authorName,
    title: titleOf(comment.post),
    text: shortened(commentExcerpt(comment.bodyHtml), MAX_TEXT),
  });
}
