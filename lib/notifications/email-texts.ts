import 'server-only';
import { translatorOf } from '@/lib/i18n/translator';
import { commentExcerpt } from '@/lib/comments/plain-text';
import type { OutgoingEmail } from '@/lib/mail/sending';
import { titleOf } from '@/lib/posts/title';
import type { Settings } from '@/lib/settings/settings';
import { paths } from '@/lib/web/paths';
import type { EmailedComment } from './emailed-comment';
import { absolute, shortened } from './email-words';
import type { Subscription } from './notification';
import { unsubscribeToken } from './unsubscribe-token';

/** As much of a comment as an e-mail says. */
const MAX_TEXT = 1_500;
const MAX_OWN_TEXT = 200;

type Told = Pick<OutgoingEmail, 'template' | 'id' | 'thread' | 'list'>;
/** `repliesTo`: the comment whose replies they follow. */
type Recipient = { id: string; name: string; kind: string; repliesTo: string | null };

/** The e-mail about a comment. All about one post have the same subject and name each other, so that they nest. */
export function commentEmail(
  comment: EmailedComment,
  recipient: Recipient,
  { siteName: site, language }: Settings,
): Told {
  const t = translatorOf(language);
  const title = titleOf(comment.post);
  const author = comment.author?.name ?? comment.authorName;
  const isOwnShown = ['approved', 'shadowed'].includes(comment.parent?.status ?? '');
  const own = recipient.kind === 'reply' && isOwnShown ? comment.parent : null;
  const { why, happened, subscription } = reasons[recipient.kind] ?? reply;
  const token = unsubscribeToken({ userId: recipient.id, subscription: subscription(comment, recipient) });
  const unsubscribe = absolute(paths.unsubscribe(token));
  return {
    id: idOf(comment.id, recipient),
    thread: threadOf(comment, recipient),
    list: { id: 'comments', unsubscribe: absolute(paths.unsubscribeAtOnce(token)) },
    template: {
      subject: `Re: ${title}`,
      greeting: t('email.greeting', { name: recipient.name }),
      paragraphs: [
        t(happened, { name: author, title, site }),
        shortened(commentExcerpt(comment.bodyHtml), MAX_TEXT),
        ...(own ? [t('email.youHadWritten', { text: shortened(commentExcerpt(own.bodyHtml), MAX_OWN_TEXT) })] : []),
      ],
      action: { label: t('email.readAndReply'), href: absolute(paths.commentInThread(comment.post.slug, comment.id)) },
      closing: [t(why)],
      links: [
        { label: t('email.unsubscribe'), href: unsubscribe },
        { label: t('email.choose'), href: absolute(paths.notifications()) },
      ],
    },
  };
}

type Reason = {
  why: 'email.whyReply' | 'email.whyMention' | 'email.whyFollowReplies' | 'email.whyFollow' | 'email.whyAll';
  /** What somebody did. */
  happened: 'email.repliedTo' | 'email.mentioned' | 'email.repliedInFollowed' | 'email.commentedOn';
  subscription: (comment: EmailedComment, recipient: Pick<Recipient, 'repliesTo'>) => Subscription;
};

const reply: Reason = { why: 'email.whyReply', happened: 'email.repliedTo', subscription: () => 'replies' };
const reasons: Record<string, Reason> = {
  reply,
  mention: { why: 'email.whyMention', happened: 'email.mentioned', subscription: () => 'mentions' },
  'follow-replies': {
    why: 'email.whyFollowReplies',
    happened: 'email.repliedInFollowed',
    subscription: (_comment, { repliesTo }) => (repliesTo === null ? 'followed' : `replies-to:${repliesTo}`),
  },
  follow: {
    why: 'email.whyFollow',
    happened: 'email.commentedOn',
    subscription: ({ postId }) => `post:${postId}`,
  },
  all: { why: 'email.whyAll', happened: 'email.commentedOn', subscription: () => 'comments' },
};

function threadOf({ postId, rootId, id, parentId }: EmailedComment, recipient: { id: string }) {
  const above = [`post-${postId}`, ...(rootId === id ? [] : [`comment-${rootId}`])];
  const parent = parentId ? `comment-${parentId}` : `post-${postId}`;
  const references = [...new Set([...above, parent])].map((name) => forRecipient(name, recipient));
  return { inReplyTo: forRecipient(parent, recipient), references };
}

function idOf(commentId: string, recipient: { id: string }) {
  return forRecipient(`comment-${commentId}`, recipient);
}

/** Each recipient has a message of their own. */
function forRecipient(name: string, { id }: { id: string }) {
  return `${name}.${id}`;
}
