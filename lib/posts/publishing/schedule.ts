import 'server-only';
import { readDb } from '@/lib/database/db';

/**
 * The next moment at which time alone changes what the lists of posts show: a post falls due, ends, or is no longer
 * pinned. In ms since the epoch; null while nothing is planned.
 */
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

/** When the next scheduled post or page falls due. */
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

/** When the post planned for an address appears there, if one is. */
export async function publicationAt(slug: string, now = new Date()) {
  const row = await readDb.post.findFirst({
    where: { slug, status: 'published', publishAt: { gt: now } },
    select: { publishAt: true },
  });
  return row?.publishAt ?? null;
}

/** The earliest of several moments, some of which may not exist; in ms since the epoch. */
export function earliest(...moments: (Date | null | undefined)[]) {
  const times = moments.filter((moment) => moment instanceof Date).map((moment) => moment.getTime());
  return times.length > 0 ? Math.min(...times) : null;
}
