import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { titleOf } from '@/lib/posts/title';
import { daysUntil, type NamedCount } from './queries';
import { referrersOfPost } from './referrer-hosts';

const MAX_ROWS = 20;
/** Four weeks, so that each weekday counts alike. */
export const LISTED_DAYS = 28;

type Window = { timeZone: string; now?: Date; days?: number };

export type PostFigures = {
  title: string;
  days: { day: string; views: number }[];
  /** In all, from the first day on. */
  total: number;
  referrers: NamedCount[];
};

/** The views of one post by day and by where its readers came from; authors are told of their own. */
export async function readPostFigures(actor: Actor, postId: string, window: Window): Promise<PostFigures> {
  const post = await findOwnOrAny(actor, postId);
  const days = daysUntil(window);
  const inDays = { period: 'day', bucket: { in: days } };
  const [views, total, referrers] = await Promise.all([
    listViewsByDay([postId], window),
    readDb.readerStatistic.findMany({
      where: { period: 'total', dimension: 'post', bucket: '', value: postId },
      select: { count: true },
    }),
    readDb.readerStatistic.groupBy({
      by: ['value'],
      where: { ...inDays, dimension: referrersOfPost(postId) },
      _sum: { count: true },
      orderBy: [{ _sum: { count: 'desc' } }, { value: 'asc' }],
      take: MAX_ROWS,
    }),
  ]);
  const counts = views.get(postId) ?? [];
  return {
    title: titleOf(post),
    days: days.map((day, index) => ({ day, views: counts[index] ?? 0 })),
    total: total[0]?.count ?? 0,
    referrers: referrers.map(({ value, _sum }) => ({ name: value, count: _sum.count ?? 0 })),
  };
}

/** The views of posts on each of the days; the caller knows that the actor may see the posts. */
export async function listViewsByDay(postIds: readonly string[], window: Window): Promise<Map<string, number[]>> {
  const days = daysUntil(window);
  const rows = await readDb.readerStatistic.findMany({
    where: { period: 'day', dimension: 'post', bucket: { in: days }, value: { in: [...postIds] } },
    select: { bucket: true, value: true, count: true },
  });
  const byPost = Map.groupBy(rows, ({ value }) => value);
  return new Map(
    [...byPost].map(([id, own]) => [id, days.map((day) => own.find(({ bucket }) => bucket === day)?.count ?? 0)]),
  );
}

async function findOwnOrAny(actor: Actor, postId: string) {
  requireCapability(actor, 'posts.write');
  const isOwn = { authors: { some: { userId: actor.id } } };
  const post = await readDb.post.findFirst({
    where: { id: postId, ...(can(actor, 'statistics.read') ? {} : isOwn) },
    select: { title: true },
  });
  if (!post) throw new AppError('not_found', 'There is no such post, or it is not yours.');
  return post;
}
