import 'server-only';
import { plainCommentText } from '@/lib/comments/plain-text';
import type { OutgoingEmail } from '@/lib/mail/sending';
import { titleOf } from '@/lib/posts/title';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import type { EmailedComment } from './emailed-comment';
import { absolute, shortened, whatHappened } from './email-words';
import type { Subscription } from './notification';
import { unsubscribeToken } from './unsubscribe-token';

/** As much of a comment as an e-mail says. */
const MAX_TEXT = 1_500;
const MAX_OWN_TEXT = 200;

type Told = Pick<OutgoingEmail, 'template' | 'id' | 'thread' | 'list'>;
/** `repliesTo`: the comment whose replies they follow. */
type Recipient = { id: string; name: string; kind: string; repliesTo: string | null };

/** The e-mail about a comment. All about one post have the same subject and name each other, so that they nest. */
export async function commentEmail(comment: EmailedComment, recipient: Recipient): Promise<Told> {
  const { siteName } = await getSettings();
  const title = titleOf(comment.post);
  const author = comment.author?.name ?? comment.authorName;
  const own = recipient.kind === 'reply' && comment.parent?.status === 'approved' ? comment.parent : null;
  const { why, subscription } = reasons[recipient.kind] ?? reply;
  const token = unsubscribeToken({ userId: recipient.id, subscription: subscription(comment, recipient) });
  const unsubscribe = absolute(paths.unsubscribe(token));
  return {
    id: idOf(comment.id, recipient),
    thread: threadOf(comment, recipient),
    list: { id: 'comments', unsubscribe: absolute(paths.unsubscribeAtOnce(token)) },
    template: {
      subject: `Re: ${title}`,
      greeting: `Hello ${recipient.name},`,
      paragraphs: [
        `${author} ${whatHappened(recipient.kind)} “${title}” at ${siteName}:`,
        shortened(plainCommentText(comment.bodyHtml), MAX_TEXT),
        ...(own ? [`You had written: “${shortened(plainCommentText(own.bodyHtml), MAX_OWN_TEXT)}”`] : []),
      ],
      action: { label: 'Read and reply', href: absolute(paths.commentInThread(comment.post.slug, comment.id)) },
      closing: [`You get this e-mail because ${why}.`],
      links: [
        { label: 'Unsubscribe', href: unsubscribe },
        { label: 'Choose your e-mails', href: absolute(paths.notifications()) },
      ],
    },
  };
}

type Reason = {
  why: string;
  subscription: (comment: EmailedComment, recipient: Pick<Recipient, 'repliesTo'>) => Subscription;
};

const reply: Reason = { why: 'somebody replied to your comment', subscription: () => 'replies' };
const reasons: Record<string, Reason> = {
  reply,
  mention: { why: 'a comment mentions you', subscription: () => 'mentions' },
  'follow-replies': {
    why: 'you follow the replies to a comment above it',
    subscription: (_comment, { repliesTo }) => (repliesTo === null ? 'followed' : `replies-to:${repliesTo}`),
  },
  follow: { why: 'you follow this post', subscription: ({ postId }) => `post:${postId}` },
  all: { why: 'you asked to be told of all comments', subscription: () => 'comments' },
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
