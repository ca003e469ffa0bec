import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { editableBy } from '../editing/post-record';
import { titleOf } from '../title';
import type { ScheduledPost } from './zone-change';

const MAX_NAMED = 5;

/** The number of scheduled posts and pages, and the first of them. */
export async function listScheduled(actor: Actor): Promise<{ count: number; first: ScheduledPost[] }> {
  const where = { ...editableBy(actor), status: 'published', publishAt: { gt: new Date() } };
  const [count, rows] = await Promise.all([
    readDb.post.count({ where }),
    readDb.post.findMany({
      where,
      select: { title: true, publishAt: true },
      orderBy: [{ publishAt: 'asc' }, { id: 'asc' }],
      take: MAX_NAMED,
    }),
  ]);
  const first = rows.flatMap(({ publishAt, ...post }) => (publishAt ? [{ title: titleOf(post), publishAt }] : []));
  return { count, first };
}
