import 'server-only';
import type { Actor, Role } from '@/lib/auth/actor';
import { isBanned } from '@/lib/auth/bans';
import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { isPublic } from '@/lib/posts/visibility';
import { readLocks } from './stored-locks';
import { restrictionOf } from './restriction';
import { decide, type CommentAction, type PolicyUser, type PolicyComment } from './policy';

const policyPostFields = {
  id: true,
  slug: true,
  title: true,
  status: true,
  publishAt: true,
  unpublishAt: true,
  commentsMode: true,
  commentsClosing: true,
  commentsLockedReason: true,
  lockedReplies: true,
  commentCount: true,
} as const;

export type PolicyPostFields = NonNullable<Awaited<ReturnType<typeof findPolicyPost>>>;

/** What the policy asks of a comment. */
export const policyCommentFields = {
  path: true,
  authorId: true,
  status: true,
  deletedBy: true,
  createdAt: true,
  deletedAt: true,
} as const satisfies Record<keyof PolicyComment, true>;

/** The actor's current row: a ban or a new role applies immediately. */
export async function findPolicyUser(tx: Tx, actor: Pick<Actor, 'id'> | null, now: Date): Promise<PolicyUser | null> {
  if (!actor) return null;
  const user = await tx.user.findUnique({
    where: { id: actor.id },
    select: {
      id: true,
      role: true,
      emailVerifiedAt: true,
      bannedAt: true,
      bannedUntil: true,
      deletedAt: true,
      commentRestriction: true,
      commentRestrictedUntil: true,
    },
  });
  if (!user || user.deletedAt) return null;
  const isConfirmed = user.emailVerifiedAt !== null;
  const restriction = restrictionOf(user, now);
  return { id: user.id, role: user.role as Role, isConfirmed, isBanned: isBanned(user, now), restriction };
}

export async function findPolicyPost(tx: Tx, id: string, now: Date) {
  const post = await tx.post.findUnique({ where: { id }, select: policyPostFields });
  return post && { ...post, lockedReplies: readLocks(post.lockedReplies), isPublic: isPublic(post, now) };
}

/** Throws the policy's sentence unless the user may do this. */
export function requireAllowed(
  action: CommentAction,
  question: {
    user: PolicyUser | null;
    post: PolicyPostFields;
    comment: PolicyComment | null;
    isPostAuthor?: boolean;
    now: Date;
  },
) {
  const verdict = decide(action, question);
  if (!verdict.allowed) throw new AppError(verdict.code, verdict.sentence);
}
