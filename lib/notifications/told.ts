import { publicWhere } from '@/lib/posts/visibility';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { CORRECTION } from './notification';

/** What was removed or hidden since is neither listed nor counted. */
export function shown(now = new Date()) {
  return { comment: { status: 'approved', post: publicWhere(now) } };
}

/** The same; what became of a correction is told while its own comment awaits approval or is shadowed, too. */
export function told(now = new Date()): Prisma.NotificationWhereInput {
  return {
    OR: [
      shown(now),
      { kind: CORRECTION, comment: { status: { in: ['pending', 'shadowed'] }, post: publicWhere(now) } },
    ],
  };
}
