import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { isBanned } from '@/lib/auth/bans';
import { requireCapability } from '@/lib/auth/guards';
import { isPostgres, transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { isPublic } from '@/lib/posts/visibility';
import { readSettings } from '@/lib/settings/queries';
import { Prisma } from '@/prisma/generated/sqlite/client';
import { offeredReactions, type ReactionKind } from './reaction';

type Wish = { postId: string; kind: ReactionKind; isAdded: boolean };
type Counted = { postId: string; kind: string };

/** Adds a reaction to a post, or takes it away; to wish it twice changes nothing. The count moves with the row. */
export async function react(actor: Actor, { postId, kind, isAdded }: Wish, now = new Date()) {
  requireCapability(actor, 'comments.write');
  const offered = offeredReactions(await readSettings());
  if (isAdded && !offered.includes(kind)) throw new AppError('conflict', 'This reaction is no longer offered.');
  return transaction(async (tx) => {
    const post = await findReactable(tx, postId, now);
    await requireReader(tx, actor, now);
    const hasChanged = await (isAdded ? add : remove)(tx, { postId, kind, userId: actor.id }, now);
    const count = hasChanged ? await move(tx, { postId, kind }, isAdded ? 1 : -1) : await read(tx, { postId, kind });
    if (hasChanged) emit(tx, { type: 'likes.changed', actorId: actor.id, postIds: [postId] });
    return { slug: post.slug, count, hasChanged };
  });
}

/** Takes all reactions of a person away with the counts that they moved. */
export async function removeReactionsOf(userId: string, tx: Tx) {
  const reactions = await tx.postReaction.findMany({ where: { userId }, select: { postId: true } });
  if (reactions.length === 0) return [];
  const counted = Prisma.sql`("postId", "kind") IN (SELECT "postId", "kind" FROM "PostReaction" WHERE "userId" = ${userId})`;
  if (isPostgres())
    await tx.$queryRaw`SELECT "kind" FROM "PostReactionCount" WHERE ${counted} ORDER BY "postId", "kind" FOR UPDATE`;
  await tx.$executeRaw`UPDATE "PostReactionCount" SET "count" = "count" - 1 WHERE ${counted}`;
  await tx.postReaction.deleteMany({ where: { userId } });
  return [...new Set(reactions.map(({ postId }) => postId))];
}

async function findReactable(tx: Tx, postId: string, now: Date) {
  const post = await tx.post.findUnique({
    where: { id: postId },
    select: { type: true, slug: true, status: true, publishAt: true, unpublishAt: true },
  });
  if (post?.type === 'post' && isPublic(post, now)) return post;
  throw new AppError('not_found', 'This post no longer exists.');
}

async function requireReader(tx: Tx, { id }: Actor, now: Date) {
  const user = await tx.user.findUnique({
    where: { id },
    select: { emailVerifiedAt: true, bannedAt: true, bannedUntil: true, deletedAt: true },
  });
  if (!user || user.deletedAt) throw new AppError('unauthenticated', 'Please sign in first.');
  if (isBanned(user, now)) throw new AppError('forbidden', 'Your account is not allowed to react at the moment.');
  if (!user.emailVerifiedAt) throw new AppError('forbidden', 'Please confirm your e-mail address first.');
}

async function add(tx: Tx, { postId, kind, userId }: Counted & { userId: string }, now: Date) {
  const added = await tx.$executeRaw`
    INSERT INTO "PostReaction" ("postId", "userId", "kind", "createdAt") VALUES (${postId}, ${userId}, ${kind}, ${now})
    ON CONFLICT DO NOTHING`;
  return added > 0;
}

async function remove(tx: Tx, where: Counted & { userId: string }) {
  const { count } = await tx.postReaction.deleteMany({ where });
  return count > 0;
}

async function move(tx: Tx, { postId, kind }: Counted, by: number) {
  const [row] = await tx.$queryRaw<{ count: number | bigint }[]>`
    INSERT INTO "PostReactionCount" ("postId", "kind", "count") VALUES (${postId}, ${kind}, ${by})
    ON CONFLICT ("postId", "kind") DO UPDATE SET "count" = "PostReactionCount"."count" + ${by} RETURNING "count"`;
  return Number(row?.count ?? 0);
}

async function read(tx: Tx, { postId, kind }: Counted) {
  const where = { postId_kind: { postId, kind } };
  return (await tx.postReactionCount.findUnique({ where, select: { count: true } }))?.count ?? 0;
}
