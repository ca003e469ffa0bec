import 'server-only';
import { reader, writer } from '@/lib/db';
import { log } from '@/lib/log';
import { caches } from './process-caches';

/** How often a serving process looks for announcements, in ms: how long an import or the operator's tool may go unseen. */
const LOOK_EVERY = 250;
const KEEP_FOR = 60 * 60 * 1000;

/** Makes these tags stale in this process, and tells every other process that serves the site. */
export async function announce(tags: readonly string[]) {
  if (tags.length === 0) return;
  const now = new Date();
  await writer.invalidation.create({ data: { tags: JSON.stringify(tags), createdAt: now } });
  await writer.invalidation.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - KEEP_FOR) } } });
  caches.clock.invalidate(tags);
}

/** Applies what other processes announce, until the returned function is called. */
export async function followAnnouncements() {
  let last = await lastId();
  let isLooking = false;
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    void applyAfter(last)
      .then((id) => (last = id))
      .catch((error: unknown) => log.warn({ event: 'announcements_unread', error }, 'announcements unread'))
      .finally(() => (isLooking = false));
  }, LOOK_EVERY);
  timer.unref();
  return () => clearInterval(timer);
}

async function lastId() {
  const row = await reader.invalidation.findFirst({ orderBy: { id: 'desc' }, select: { id: true } });
  return row?.id ?? 0;
}

async function applyAfter(last: number) {
  const rows = await reader.invalidation.findMany({
    where: { id: { gt: last } },
    orderBy: { id: 'asc' },
    select: { id: true, tags: true },
  });
  for (const row of rows) caches.clock.invalidate(JSON.parse(row.tags) as string[]);
  return rows.at(-1)?.id ?? last;
}
