import 'server-only';
import { readDb } from '@/lib/database/db';

/** When lists of posts next change by time alone (publication, end, unpin); ms since the epoch, or null. */
export async function nextScheduledTime(now = new Date()): Promise<number | null> {
  const [publish, unpublish, unpin] = await Promise.all([
    nextPublication(now),
    readDb.post.findFirst({
      where: { status: 'published', unpublishAt: { gt: now } },
      orderBy: { unpublishAt: 'asc' },
      select: { unpublishAt: true },
    }),
    readDb.post.findFirst({
      where: { type: 'post', pinnedAt: { not: null }, pinnedUntil: { gt: now } },
      orderBy: { pinnedUntil: 'asc' },
      select: { pinnedUntil: true },
    }),
  ]);
  return earliest(publish, unpublish?.unpublishAt, unpin?.pinnedUntil);
}

export async function nextPublication(now = new Date()) {
  const rows = await Promise.all(
    ['post', 'page'].map((type) =>
      readDb.post.findFirst({
        where: { type, status: 'published', publishAt: { gt: now } },
        orderBy: { publishAt: 'asc' },
        select: { publishAt: true },
      }),
    ),
  );
  const moment = earliest(...rows.map((row) => row?.publishAt));
  return moment === null ? null : new Date(moment);
}

/** When the post scheduled for this slug is published, or null. */
export async function publicationAt(slug: string, now = new Date()) {
  const row = await readDb.post.findFirst({
    where: { slug, status: 'published', publishAt: { gt: now } },
    select: { publishAt: true },
  });
  return row?.publishAt ?? null;
}

/** The earliest of these times in ms since the epoch, or null. */
export function earliest(...moments: (Date | null | undefined)[]) {
  const times = moments.filter((moment) => moment instanceof Date).map((moment) => moment.getTime());
  return times.length > 0 ? Math.min(...times) : null;
}
