import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { editableBy } from '@/lib/posts/editing/post-record';
import { postTypes, type PostState } from '@/lib/posts/post';
import { titleOf } from '@/lib/posts/title';
import { postStateOf } from '@/lib/posts/visibility';
import { startOfMonth } from '@/lib/time/dates';
import type { Month } from '@/lib/time/calendar-month';
import type { Prisma } from '@/prisma/generated/sqlite/client';

/** Of each kind in one month. */
const MAX_ENTRIES = 500;

const row = {
  id: true,
  title: true,
  status: true,
  version: true,
  publishAt: true,
  unpublishAt: true,
  pendingRevisionId: true,
} satisfies Prisma.PostSelect;

type Row = Prisma.PostGetPayload<{ select: typeof row }>;

export type CalendarEntry = {
  id: string;
  title: string;
  state: PostState;
  /** Whether it is published then, or no longer. */
  kind: 'publishes' | 'expires';
  at: Date;
  version: number;
  /** Whether another moment can be set from here. */
  isMovable: boolean;
};

/** What is published, scheduled and expires in a month, and drafts that have a date in it, by time. */
export async function listCalendar(actor: Actor, month: Month, timeZone: string, now = new Date()) {
  const within = {
    gte: startOfMonth(month.year, month.month, timeZone),
    lt: startOfMonth(month.year, month.month + 1, timeZone),
  };
  const own = editableBy(actor);
  const published = postTypes.flatMap((type) =>
    ['published', 'draft', 'review'].map((status) =>
      find({ AND: [own, { type, status, publishAt: within }] }, { publishAt: 'asc' }),
    ),
  );
  const expiring = find({ AND: [own, { status: 'published', unpublishAt: within }] }, { unpublishAt: 'asc' });
  const [ending, ...beginning] = await Promise.all([expiring, ...published]);
  const entries = [
    ...beginning.flat().flatMap((post) => toEntry(post, 'publishes', { actor, now })),
    ...ending.flatMap((post) => toEntry(post, 'expires', { actor, now })),
  ];
  return entries.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function find(where: Prisma.PostWhereInput, orderBy: Prisma.PostOrderByWithRelationInput) {
  return readDb.post.findMany({ where, orderBy, take: MAX_ENTRIES, select: row });
}

type Seen = { actor: Actor; now: Date };

function toEntry(post: Row, kind: CalendarEntry['kind'], { actor, now }: Seen): CalendarEntry[] {
  const at = kind === 'publishes' ? post.publishAt : post.unpublishAt;
  if (!at) return [];
  const isMovable = kind === 'publishes' && post.pendingRevisionId === null && can(actor, 'posts.publish');
  const { id, version } = post;
  return [{ id, title: titleOf(post), state: postStateOf(post, now), kind, at, version, isMovable }];
}
