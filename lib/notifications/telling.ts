import 'server-only';
import { z } from 'zod';
import { ancestorPaths } from '@/lib/comments/path';
import { insertMissingRows } from '@/lib/database/bulk-insert';
import { readDb, transaction } from '@/lib/database/db';
import { TELL_OF_COMMENT } from '@/lib/events/subscribers';
import { enqueue } from '@/lib/outbox/queueing';
import type { JobResult, OutboxJob } from '@/lib/outbox/worker';
import { newId } from '@/lib/platform/ids';
import { publicWhere } from '@/lib/posts/visibility';
import { choiceSelect } from './choices';
import { NOTIFICATION_EMAILS } from './emailing';
import { choiceOf, choicesFrom, isNews, moderatingRoles, type Kind } from './notification';
import { mayEmail, recipientSelect } from './recipient';

/** So many followers are told in one transaction. */
export const FOLLOWERS_PER_SLICE = 100;
/** More than any site has to moderate it. */
const MAX_STAFF = 200;

/** `after`: the follower with whom the slice before ended. `isChange`: only whom it mentions is told. */
const job = z.object({
  commentId: z.string(),
  after: z.string().optional(),
  isChange: z.boolean().default(false),
});

const accountSelect = { ...recipientSelect, notificationChoice: { select: choiceSelect } } as const;

/**
 * The outbox handler for a comment that appeared: tells whom it concerns, each once, however often it appears. On the site
 * at once; e-mails are jobs, and so is the next slice of followers.
 */
export async function tellOfComment(payload: unknown, { id: jobId }: OutboxJob): Promise<JobResult> {
  const { commentId, after, isChange } = job.parse(payload);
  const now = new Date();
  const comment = await findComment(commentId, now);
  if (!comment || !isNews(comment, now)) return 'unneeded';
  const { followers, last } = isChange ? nobody : await listFollowers(comment, after ?? '');
  const first = isChange ? mentionedBy(comment) : after === undefined ? await listFirst(comment) : [];
  const told = toldOf(comment, await withoutMuters(comment.authorId, [...first, ...followers]), now);
  if (told.length === 0 && last === null) return 'unneeded';
  await transaction(async (tx) => {
    await insertMissingRows(tx, 'Notification', told);
    const emails = { event: NOTIFICATION_EMAILS, payload: { commentId }, dedupeKey: `${NOTIFICATION_EMAILS}:${jobId}` };
    if (told.some(({ delivery }) => delivery === 'at-once')) await enqueue({ ...emails, priority: 'bulk' }, tx);
    if (last === null) return;
    const next = { event: TELL_OF_COMMENT, payload: { commentId, after: last }, dedupeKey: `${jobId}:next` };
    await enqueue({ ...next, priority: 'bulk' }, tx);
  });
  return 'done';
}

const nobody = { followers: [], last: null };

type Told = NonNullable<Awaited<ReturnType<typeof findComment>>>;
type Account = Awaited<ReturnType<typeof listStaff>>[number]['account'];
type Reason = { kind: Kind; account: Account };

function findComment(id: string, now: Date) {
  return readDb.comment.findFirst({
    where: { id, type: 'comment', status: 'approved', post: publicWhere(now) },
    select: {
      id: true,
      postId: true,
      path: true,
      authorId: true,
      createdAt: true,
      parent: { select: { author: { select: accountSelect } } },
      mentions: { select: { user: { select: accountSelect } } },
    },
  });
}

function authorOf({ parent }: Told): Reason[] {
  return parent?.author ? [{ kind: 'reply', account: parent.author }] : [];
}

async function listFirst(comment: Told) {
  return [...authorOf(comment), ...mentionedBy(comment), ...(await listStaff())];
}

function mentionedBy({ mentions }: Told): Reason[] {
  return mentions.map(({ user }) => ({ kind: 'mention', account: user }));
}

async function listStaff() {
  const users = await readDb.user.findMany({
    where: { role: { in: [...moderatingRoles] }, notificationChoice: { comments: { not: 'off' } } },
    take: MAX_STAFF,
    select: accountSelect,
  });
  return users.map((account) => ({ kind: 'all' as const, account }));
}

/**
 * A slice of those who follow the replies to a comment above or the post, in the order of their ids; `last` is where the
 * next begins, null after the end.
 */
async function listFollowers({ postId, path, createdAt }: Told, after: string) {
  // Whoever began later follows what came later, even if this one is shown only now, or again.
  const slice = { userId: { gt: after }, createdAt: { lte: createdAt } };
  const [ofReplies, ofPost] = await Promise.all([
    listRepliesFollowers(postId, ancestorPaths(path), slice),
    listPostFollowers(postId, slice),
  ]);
  const ends = [ofReplies, ofPost].filter((list) => list.length === FOLLOWERS_PER_SLICE).map((list) => list.at(-1)!.id);
  const last = ends.toSorted()[0] ?? null;
  const within = (list: Account[]) => list.filter(({ id }) => last === null || id <= last);
  const followers: Reason[] = [
    ...within(ofReplies).map((account) => ({ kind: 'follow-replies' as const, account })),
    ...within(ofPost).map((account) => ({ kind: 'follow' as const, account })),
  ];
  return { followers, last };
}

type Slice = { userId: { gt: string }; createdAt: { lte: Date } };

async function listRepliesFollowers(postId: string, above: string[], slice: Slice): Promise<Account[]> {
  if (above.length === 0) return [];
  const comments = await readDb.comment.findMany({ where: { postId, path: { in: above } }, select: { id: true } });
  const rows = await readDb.commentFollow.findMany({
    where: { commentId: { in: comments.map(({ id }) => id) }, ...slice },
    orderBy: { userId: 'asc' },
    take: FOLLOWERS_PER_SLICE,
    select: { user: { select: accountSelect } },
  });
  return rows.map(({ user }) => user);
}

async function listPostFollowers(postId: string, slice: Slice): Promise<Account[]> {
  const rows = await readDb.postFollow.findMany({
    where: { postId, ...slice },
    orderBy: { userId: 'asc' },
    take: FOLLOWERS_PER_SLICE,
    select: { user: { select: accountSelect } },
  });
  return rows.map(({ user }) => user);
}

/** Whoever has muted the author of a comment does not want to be told of it. */
async function withoutMuters(authorId: string | null, reasons: Reason[]) {
  if (authorId === null) return reasons;
  const muters = await readDb.mute.findMany({
    where: { mutedId: authorId, userId: { in: reasons.map(({ account }) => account.id) } },
    select: { userId: true },
  });
  const names = new Set(muters.map(({ userId }) => userId));
  return reasons.filter(({ account }) => !names.has(account.id));
}

/** The first reason of each person counts. Nobody is told of their own comment. */
function toldOf({ id: commentId, authorId }: Told, reasons: Reason[], now: Date) {
  const others = reasons.filter(({ account }) => !account.deletedAt && account.id !== authorId);
  return others.map(({ kind, account }) => {
    const wanted = choicesFrom(account.notificationChoice)[choiceOf[kind]];
    const isEmailed = mayEmail(account, wanted, now);
    return {
      id: newId(),
      userId: account.id,
      commentId,
      kind,
      delivery: isEmailed ? wanted : 'none',
      emailDueAt: isEmailed ? now : null,
      createdAt: now,
    };
  });
}
