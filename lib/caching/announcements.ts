import 'server-only';
import { isPostgres, reader, writer, type Tx } from '@/lib/db';
import { log } from '@/lib/log';
import { announcementValues, STALE_CHANNEL } from './announcement-log';
import { caches } from './process-caches';
import { EVERYTHING } from './tag-clock';

/** How often a serving process looks for announcements, in ms: how long an import or the command-line tool may go unseen. */
const LOOK_EVERY = 250;
const KEEP_FOR = 60 * 60 * 1000;
/** Numbers are given out in order but may be committed out of order: so many are looked at again each time. */
const LOOK_BACK = 50;

// Next bundles modules several times over: what a process is, it is for all of them.
const store = globalThis as { mastheadFollows?: boolean };

/** Makes these tags stale in this process, and tells every other process that serves the site. */
export async function announce(tags: readonly string[]) {
  await enterAnnouncement(tags);
  if (tags.length > 0) await caches.invalidate(tags);
}

/**
 * Writes these tags down for the processes that serve the site, if this one is not among them. One that is needs no row:
 * caches.invalidate() reaches the others, and should it die before that, whoever watches over it lets all of them drop
 * everything (docs/decisions/013-instances.md, 018-renderer-process.md).
 */
export async function enterAnnouncement(tags: readonly string[], tx: Tx = writer) {
  if (tags.length === 0 || caches.bus.reachesInstances || store.mastheadFollows) return;
  const createdAt = new Date();
  if (!isPostgres()) {
    await tx.invalidation.create({ data: { tags: JSON.stringify(tags), createdAt }, select: { id: true } });
    return;
  }
  const [list, notice] = announcementValues(tags, '');
  await tx.$queryRaw`
    WITH entry AS (INSERT INTO "Invalidation" ("tags", "createdAt") VALUES (${list}, ${createdAt}) RETURNING "id")
    SELECT pg_notify(${STALE_CHANNEL}, '{"id":' || "id" || ',' || ${notice}) IS NULL AS "sent" FROM entry`;
}

/**
 * Applies what other processes on the same SQLite file announce, until the returned function is called. (On PostgreSQL
 * server/replication/instance-bus.ts hears of it.)
 */
export async function followAnnouncements() {
  if (isPostgres()) return () => {};
  const follower = new Follower(await lastId());
  store.mastheadFollows = true;
  const timer = setInterval(() => void follower.look(), LOOK_EVERY);
  timer.unref();
  return () => {
    store.mastheadFollows = false;
    clearInterval(timer);
  };
}

/** Forgets announcements that every process has read long ago. (On PostgreSQL each instance does so.) */
export async function sweepAnnouncements() {
  if (isPostgres()) return;
  await writer.invalidation.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - KEEP_FOR) } } });
}

class Follower {
  #seen: Set<number>;
  #last: number;
  #isLooking = false;
  #lastLooked = Date.now();
  #isBlind = false;

  constructor(last: number) {
    this.#last = last;
    this.#seen = new Set(Array.from({ length: LOOK_BACK }, (_, i) => last - i));
  }

  async look() {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      await this.#apply();
      this.#isBlind = false;
      this.#lastLooked = Date.now();
    } catch (error) {
      if (!this.#isBlind)
        log.warn({ event: 'invalidation_polling_failed', error }, 'invalidations could not be polled');
      this.#isBlind = true;
    } finally {
      this.#isLooking = false;
    }
  }

  async #apply() {
    // After so long a silence some announcements may have been swept away unread.
    if (Date.now() - this.#lastLooked > KEEP_FOR / 2) caches.clock.invalidate([EVERYTHING]);
    const rows = await reader.invalidation.findMany({
      where: { id: { gt: this.#last - LOOK_BACK } },
      orderBy: { id: 'asc' },
      select: { id: true, tags: true },
    });
    for (const row of rows) {
      if (this.#seen.has(row.id)) continue;
      caches.clock.invalidate(JSON.parse(row.tags) as string[]);
      this.#seen.add(row.id);
    }
    this.#last = rows.at(-1)?.id ?? this.#last;
    for (const id of this.#seen) if (id <= this.#last - LOOK_BACK) this.#seen.delete(id);
  }
}

async function lastId() {
  const row = await reader.invalidation.findFirst({ orderBy: { id: 'desc' }, select: { id: true } });
  return row?.id ?? 0;
}
