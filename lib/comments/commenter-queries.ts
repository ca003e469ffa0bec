import 'server-only';
import { can, type Actor, type Role } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { isBanned } from '@/lib/auth/bans';
import { readDb } from '@/lib/database/db';
import { commenterSelect } from './commenter-select';
import { commentStatuses, type CommentStatus } from './comment';
import { UNDO_DAYS } from '@/lib/database/undo';
import { restrictionOf } from './restriction';

export type Commenter = NonNullable<Awaited<ReturnType<typeof findCommenter>>>;

/**
 * A user as moderators see them, with the number of their comments in each state, and what hid all of them within the last
 * week; null if there is none.
 */
export async function findCommenter(actor: Actor, id: string, now = new Date()) {
  requireCapability(actor, 'comments.moderate');
  const user = await readDb.user.findFirst({
    where: { id, deletedAt: null },
    select: {
      ...commenterSelect,
      commentRestrictionNote: true,
    },
  });
  if (!user) return null;
  const [comments, hiding] = await Promise.all([countByStatus(id), findHiding(id, now)]);
  const kind = restrictionOf(user, now);
  const { commentRestrictedUntil: until, commentRestrictionNote: note } = user;
  return {
    id: user.id,
    name: user.name,
    avatarSeed: user.avatarSeed,
    createdAt: user.createdAt,
    isStaff: can({ role: user.role as Role }, 'admin.enter'),
    isBanned: isBanned(user, now),
    restriction: kind && { kind, until, note },
    comments,
    /** How many readers or they themselves see. */
    standing: comments.approved + comments.pending + comments.shadowed,
    hiding,
  };
}

// As long as it can be undone.
function findHiding(authorId: string, now: Date) {
  return readDb.commentHiding.findFirst({
    where: {
      authorId,
      status: { in: ['running', 'done', 'undoing'] },
      createdAt: { gt: new Date(now.getTime() - UNDO_DAYS * 86_400_000) },
    },
    orderBy: { createdAt: 'desc' },
    select: { id: true, status: true, total: true, hidden: true, createdAt: true },
  });
}

async function countByStatus(authorId: string) {
  const rows = await readDb.comment.groupBy({ by: ['status'], where: { authorId }, _count: { _all: true } });
  const counts = new Map(rows.map(({ status, _count }) => [status, _count._all]));
  return Object.fromEntries(commentStatuses.map((status) => [status, counts.get(status) ?? 0])) as Record<
    CommentStatus,
    number
  >;
}
