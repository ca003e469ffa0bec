import 'server-only';
import { insertMissingRows } from '@/lib/database/bulk-insert';
import type { Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { formerMentionHtml, mentionHtml, type Mentionable, type Shown } from './mention';

type Mentions = { commentId: string; mentioned: readonly Mentionable[]; now: Date };

/** Stores whom a new comment mentions. */
export async function storeMentions(tx: Tx, { commentId, mentioned, now }: Mentions) {
  if (mentioned.length === 0) return;
  const rows = mentioned.map(({ userId, typed }) => ({ commentId, userId, typed, createdAt: now }));
  await insertMissingRows(tx, 'CommentMention', rows);
}

/** Stores whom a comment mentions after a change; true if somebody is new among them. */
export async function changeMentions(tx: Tx, mentions: Mentions) {
  const { commentId, mentioned } = mentions;
  const before = await tx.commentMention.findMany({ where: { commentId }, select: { userId: true } });
  const ids = mentioned.map(({ userId }) => userId);
  await tx.commentMention.deleteMany({ where: { commentId, userId: { notIn: ids } } });
  await storeMentions(tx, mentions);
  return ids.some((id) => !before.some(({ userId }) => userId === id));
}

/** Shows somebody in the comments that mention them as they are called now; one statement for any number of comments. */
export async function replaceMentionsOf(tx: Tx, userId: string, { before, after }: { before: Shown; after: Shown }) {
  await replaceHtml(tx, userId, { from: mentionHtml(before), to: mentionHtml(after) });
}

/** Takes the references to a deleted account out of comments: what was typed stays, as text. */
export async function eraseMentionsOf(tx: Tx, userId: string, before: Shown) {
  await replaceHtml(tx, userId, { from: mentionHtml(before), to: formerMentionHtml(before) });
  await tx.commentMention.deleteMany({ where: { userId } });
}

async function replaceHtml(tx: Tx, userId: string, { from, to }: { from: string; to: string }) {
  if (from === to) return;
  const rows = await tx.commentMention.findMany({
    where: { userId },
    select: { comment: { select: { postId: true } } },
  });
  if (rows.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Comment" SET "bodyHtml" = REPLACE("bodyHtml", ${from}, ${to})
    WHERE "id" IN (SELECT m."commentId" FROM "CommentMention" m WHERE m."userId" = ${userId})`;
  const postIds = [...new Set(rows.map(({ comment }) => comment.postId))];
  emit(tx, { type: 'comments.rerendered', actorId: userId, postIds });
}
