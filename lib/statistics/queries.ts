import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb } from '@/lib/database/db';
import { dayLabel } from '@/lib/time/dates';
import { titleOf } from '@/lib/posts/title';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { estimate } from './reader-sketch';
import { hourOf } from './tally';

const DAY_MS = 24 * 60 * 60 * 1000;
export const SHOWN_DAYS = 30;
const MAX_ROWS = 10;

export type DayCount = { day: string; views: number; readers: number };
export type NamedCount = { name: string; count: number };
export type PostCount = { id: string; title: string; count: number };
export type FilteredCount = { reason: string; event: string; count: number };

type Window = { timeZone: string; now?: Date; days?: number };

/** The days of the site's time zone up to today, oldest first. */
export function daysUntil({ timeZone, now = new Date(), days = SHOWN_DAYS }: Window): string[] {
  const today = Date.parse(`${dayLabel(now, timeZone)}T12:00:00Z`);
  return Array.from({ length: days }, (_, i) => new Date(today - (days - 1 - i) * DAY_MS).toISOString().slice(0, 10));
}

/** Views and readers by day. */
export async function listDays(actor: Actor, window: Window): Promise<DayCount[]> {
  requireCapability(actor, 'statistics.read');
  const { timeZone } = window;
  const days = daysUntil(window);
  const since = hourOf(Date.parse(`${days[0] ?? ''}T00:00Z`) - DAY_MS);
  const [hours, rolled, readers] = await Promise.all([
    readDb.readerStatistic.findMany({
      where: { period: 'hour', dimension: 'views', bucket: { gte: since } },
      select: { bucket: true, count: true },
    }),
    countsByBucket('views', days),
    countsByBucket('readers', days),
  ]);
  const views = new Map(rolled);
  for (const { bucket, count } of hours) {
    const day = dayLabel(new Date(`${bucket}:00Z`), timeZone);
    views.set(day, (views.get(day) ?? 0) + count);
  }
  for (const [day, count] of await openDays(days)) readers.set(day, Math.max(count, readers.get(day) ?? 0));
  return days.map((day) => ({ day, views: views.get(day) ?? 0, readers: readers.get(day) ?? 0 }));
}

/** The posts with most views; authors are told of their own. */
export async function listTopPosts(actor: Actor, window: Window): Promise<PostCount[]> {
  requireCapability(actor, 'posts.write');
  const days = daysUntil(window);
  const isAll = can(actor, 'statistics.read');
  const own = isAll ? null : await ownPosts(actor);
  if (own?.length === 0) return [];
  const rows = await readDb.readerStatistic.groupBy({
    by: ['value'],
    where: { ...inDays('post', days), ...(own ? { value: { in: own } } : {}) },
    _sum: { count: true },
    orderBy: [{ _sum: { count: 'desc' } }, { value: 'desc' }],
    take: MAX_ROWS,
  });
  const posts = await readDb.post.findMany({
    where: { id: { in: rows.map(({ value }) => value) } },
    select: { id: true, title: true, subtitle: true, slug: true },
  });
  return rows.flatMap(({ value, _sum }) => {
    const post = posts.find(({ id }) => id === value);
    return post ? [{ id: value, title: titleOf(post), count: _sum.count ?? 0 }] : [];
  });
}

/** The hosts, countries, devices or kinds of page with most views. */
export async function listTop(
  actor: Actor,
  dimension: 'referrer' | 'country' | 'device' | 'kind',
  window: Window,
): Promise<NamedCount[]> {
  requireCapability(actor, 'statistics.read');
  const rows = await readDb.readerStatistic.groupBy({
    by: ['value'],
    where: inDays(dimension, daysUntil(window)),
    _sum: { count: true },
    orderBy: [{ _sum: { count: 'desc' } }, { value: 'asc' }],
    take: MAX_ROWS,
  });
  return rows.map(({ value, _sum }) => ({ name: value, count: _sum.count ?? 0 }));
}

/** What was not counted of views, or of one slot, by reason. */
export async function listFiltered(actor: Actor, slotId: string | null, window: Window): Promise<FilteredCount[]> {
  requireCapability(actor, slotId === null ? 'statistics.read' : 'slots.edit');
  const days = daysUntil(window);
  const rows = await readDb.filteredStatistic.groupBy({
    by: ['reason', 'event'],
    where: {
      period: 'day',
      bucket: { gte: days[0] ?? '', lte: days.at(-1) ?? '' },
      ...(slotId === null ? { event: { in: ['view', 'request'] } } : { slotId }),
    },
    _sum: { count: true },
    orderBy: [{ _sum: { count: 'desc' } }, { reason: 'asc' }, { event: 'asc' }],
  });
  return rows.map(({ reason, event, _sum }) => ({ reason, event, count: _sum.count ?? 0 }));
}

function inDays(dimension: string, days: readonly string[]): Prisma.ReaderStatisticWhereInput {
  return { period: 'day', dimension, bucket: { gte: days[0] ?? '', lte: days.at(-1) ?? '' } };
}

async function countsByBucket(dimension: string, days: readonly string[]) {
  const rows = await readDb.readerStatistic.findMany({
    where: inDays(dimension, days),
    select: { bucket: true, count: true },
  });
  return new Map(rows.map(({ bucket, count }) => [bucket, count]));
}

/** The readers of days that have no number yet. */
async function openDays(days: readonly string[]) {
  const rows = await readDb.readerSketch.findMany({
    where: { day: { gte: days[0] ?? '', lte: days.at(-1) ?? '' } },
    select: { day: true, register: true, rank: true },
  });
  const sketches = Map.groupBy(rows, ({ day }) => day);
  return [...sketches].map(
    ([day, marks]) => [day, estimate(new Map(marks.map(({ register, rank }) => [register, rank])))] as const,
  );
}

async function ownPosts(actor: Actor) {
  const rows = await readDb.postAuthor.findMany({
    where: { userId: actor.id },
    orderBy: [{ listedAt: 'desc' }, { postId: 'desc' }],
    take: 2_000,
    select: { postId: true },
  });
  return rows.map(({ postId }) => postId);
}
