import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { commentExcerpt } from '@/lib/comments/plain-text';
import { readDb } from '@/lib/database/db';
import { kindOf, shownBody } from '@/lib/notes/note';
import { namesIn } from '@/lib/notes/queries';
import { discussedBy } from '@/lib/posts/post-access';
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
export async function countUnread(actor: Actor) {
  const [unread, notes, decisions] = await Promise.all([
    readDb.notification.findMany({
      where: { userId: actor.id, readAt: null, ...told() },
      take: MAX_COUNT,
      select: { id: true },
    }),
    countUnreadNotes(actor),
    countUnreadDecisions(actor.id),
  ]);
  return unread.length + notes + decisions;
}

// Readers, who are asked on every page, have none.
function countUnreadNotes(actor: Actor) {
  if (!can(actor, 'posts.write')) return 0;
  return readDb.noteNotification.count({
    where: { userId: actor.id, readAt: null, note: { post: discussedBy(actor) } },
  });
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

type CommentRow = Awaited<ReturnType<typeof listOfComments>>[number];
type NoteRow = Awaited<ReturnType<typeof listOfNotes>>[number];
export type ListedNotification = CommentRow | NoteRow;

/** A page of the actor's notifications, newest first; `next` continues. */
export async function listNotifications(actor: Actor, after = '') {
  const [ofComments, ofNotes] = await Promise.all([listOfComments(actor, after), listOfNotes(actor, after)]);
  const rows = [...ofComments, ...ofNotes].toSorted((a, b) => (a.id > b.id ? -1 : 1));
  const notifications: ListedNotification[] = rows.slice(0, PAGE_SIZE);
  return { notifications, next: rows.length > PAGE_SIZE ? (notifications.at(-1)?.id ?? null) : null };
}

async function listOfComments({ id: userId }: Actor, after: string) {
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
  return rows.map(({ comment, readAt, ...row }) => ({
    ...row,
    about: 'comment' as const,
    isRead: readAt !== null,
    commentId: comment.id,
    /** Set where they are told what became of it. */
    correction: row.kind === CORRECTION ? comment.correction : null,
    author: comment.author?.name ?? comment.authorName,
    excerpt: commentExcerpt(comment.bodyHtml).slice(0, MAX_EXCERPT),
    post: comment.post,
  }));
}

/** Of notes that the actor may still read. */
async function listOfNotes(actor: Actor, after: string) {
  if (!can(actor, 'posts.write')) return [];
  const rows = await readDb.noteNotification.findMany({
    where: { userId: actor.id, ...(after ? { id: { lt: after } } : {}), note: { post: discussedBy(actor) } },
    orderBy: { id: 'desc' },
    take: PAGE_SIZE + 1,
    select: {
      id: true,
      readAt: true,
      createdAt: true,
      note: {
        select: {
          id: true,
          kind: true,
          body: true,
          author: { select: { name: true } },
          post: { select: { id: true, title: true } },
        },
      },
    },
  });
  const names = await namesIn(rows.map(({ note }) => note));
  return rows.map(({ note, readAt, ...row }) => ({
    ...row,
    about: 'note' as const,
    isRead: readAt !== null,
    noteId: note.id,
    kind: kindOf(note.kind),
    author: note.author?.name ?? '',
    excerpt: shownBody(note.body, names).slice(0, MAX_EXCERPT),
    post: note.post,
  }));
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
