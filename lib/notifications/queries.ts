import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { commentExcerpt } from '@/lib/comments/plain-text';
import { readDb } from '@/lib/database/db';
import { publicWhere } from '@/lib/posts/visibility';
import { CORRECTION } from './notification';
import { emailRefusalOf } from './refusal';
import { shown, told } from './told';

export const PAGE_SIZE = 30;
/** More are counted as so many. */
export const MAX_COUNT = 100;
const MAX_FOLLOWED = 100;
const MAX_EXCERPT = 200;

/** How many the actor has not marked as read, decisions about their comments among them; about MAX_COUNT at most. */
export async function countUnread({ id }: Actor) {
  const [unread, decisions] = await Promise.all([
    readDb.notification.findMany({
      where: { userId: id, readAt: null, ...told() },
      take: MAX_COUNT,
      select: { id: true },
    }),
    countUnreadDecisions(id),
  ]);
  return unread.length + decisions;
}

/** Decisions about the actor's comments, of which they have not said that they read them. */
export async function findUnreadDecisions({ id }: Actor) {
  const newest = { where: { userId: id }, orderBy: { id: 'desc' }, select: { id: true } } as const;
  const [count, last] = await Promise.all([countUnreadDecisions(id), readDb.commentStatement.findFirst(newest)]);
  return { count, newest: last?.id ?? '' };
}

function countUnreadDecisions(userId: string) {
  return readDb.commentStatement.count({ where: { userId, readAt: null } });
}

export type ListedNotification = Awaited<ReturnType<typeof listNotifications>>['notifications'][number];

/** A page of the actor's notifications, newest first; `next` continues. */
export async function listNotifications({ id: userId }: Actor, after = '') {
  const rows = await readDb.notification.findMany({
    where: { userId, ...(after ? { id: { lt: after } } : {}), ...told() },
    orderBy: { id: 'desc' },
    take: PAGE_SIZE + 1,
    select: {
      id: true,
      kind: true,
      readAt: true,
      createdAt: true,
      comment: {
        select: {
          id: true,
          bodyHtml: true,
          authorName: true,
          author: { select: { name: true } },
          correction: { select: { id: true, status: true, note: true } },
          post: { select: { title: true, slug: true } },
        },
      },
    },
  });
  const page = rows.slice(0, PAGE_SIZE);
  const notifications = page.map(({ comment, readAt, ...row }) => ({
    ...row,
    isRead: readAt !== null,
    commentId: comment.id,
    /** Set where they are told what became of it. */
    correction: row.kind === CORRECTION ? comment.correction : null,
    author: comment.author?.name ?? comment.authorName,
    excerpt: commentExcerpt(comment.bodyHtml).slice(0, MAX_EXCERPT),
    post: comment.post,
  }));
  return { notifications, next: rows.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null };
}

/** Whether the actor follows a post. */
export async function isFollowing({ id: userId }: Actor, postId: string) {
  const where = { postId_userId: { postId, userId } };
  return (await readDb.postFollow.findUnique({ where, select: { postId: true } })) !== null;
}

/** The public posts that the actor follows, the last followed first; at most MAX_FOLLOWED. */
export async function listFollowed({ id: userId }: Actor) {
  const rows = await readDb.postFollow.findMany({
    where: { userId, post: publicWhere() },
    orderBy: [{ createdAt: 'desc' }, { postId: 'desc' }],
    take: MAX_FOLLOWED,
    select: { post: { select: { id: true, title: true, slug: true } } },
  });
  return rows.map(({ post }) => post);
}

/** Whether the actor follows the replies to a comment. */
export async function isFollowingReplies({ id: userId }: Actor, commentId: string) {
  const where = { commentId_userId: { commentId, userId } };
  return (await readDb.commentFollow.findUnique({ where, select: { commentId: true } })) !== null;
}

/** The comments whose replies the actor follows and readers see, the last followed first; at most MAX_FOLLOWED. */
export async function listFollowedComments({ id: userId }: Actor) {
  const rows = await readDb.commentFollow.findMany({
    where: { userId, ...shown() },
    orderBy: [{ createdAt: 'desc' }, { commentId: 'desc' }],
    take: MAX_FOLLOWED,
    select: {
      comment: {
        select: {
          id: true,
          authorName: true,
          author: { select: { name: true } },
          post: { select: { title: true, slug: true } },
        },
      },
    },
  });
  return rows.map(({ comment: { id, author, authorName, post } }) => ({
    id,
    author: author?.name ?? authorName,
    post,
  }));
}

/** That the actor's address was refused, when, and what the mail server said; null if e-mails are sent there. */
export async function findEmailRefusal({ id }: Actor) {
  const user = await readDb.user.findUnique({
    where: { id },
    select: { email: true, emailRefusal: { select: { email: true, reply: true, refusedAt: true } } },
  });
  return user ? emailRefusalOf(user) : null;
}
