import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { isPublic } from '@/lib/posts/visibility';
import { reactionKinds, type ReactionCounts, type ReactionKind } from './reaction';

/** How many reacted in which way to a post; nothing of a kind that is not known any more. */
export async function countReactions(postId: string): Promise<ReactionCounts> {
  const rows = await readDb.postReactionCount.findMany({
    where: { postId, kind: { in: [...reactionKinds] } },
    select: { kind: true, count: true },
  });
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}

/** What a viewer felt about a post, with the numbers of this moment. */
export async function findReactionsFor(actor: Actor, postId: string) {
  const [counts, own] = await Promise.all([
    countReactions(postId),
    readDb.postReaction.findMany({
      where: { postId, userId: actor.id, kind: { in: [...reactionKinds] } },
      select: { kind: true },
    }),
  ]);
  return { counts, own: own.flatMap(({ kind }) => reactionKinds.find((each) => each === kind) ?? []) };
}

/** The address of a public post, or null. */
export async function findReactableSlug(postId: string) {
  const post = await readDb.post.findUnique({
    where: { id: postId },
    select: { type: true, slug: true, status: true, publishAt: true, unpublishAt: true },
  });
  return post?.type === 'post' && isPublic(post, new Date()) ? post.slug : null;
}

export type ReactionsForViewer = { counts: ReactionCounts; own: ReactionKind[] };
