import 'server-only';
import { isPostgres, readDb, db, type Tx } from '@/lib/database/db';
import { log } from '@/lib/platform/log';
import { invalidationValues, STALE_CHANNEL } from './invalidation-log';
import { caches } from './process-caches';
import { ALL_TAGS } from './tag-clock';

const POLL_INTERVAL_MS = 250;
const RETENTION_MS = 60 * 60 * 1000;
/** Ids may be committed out of order: the last ones are re-read on each poll. */
const REPLAY_WINDOW = 50;

const store = globalThis as { mastheadFollows?: boolean };

export async function publishInvalidation(tags: readonly string[]) {
  await insertInvalidation(tags);
  if (tags.length > 0) await caches.invalidate(tags);
}

/** Logs tags for the serving processes, which need no rows themselves (docs/decisions/018-renderer-process.md). */
export async function insertInvalidation(tags: readonly string[], tx: Tx = db) {
  if (tags.length === 0 || caches.bus.reachesInstances || store.mastheadFollows) return;
  const createdAt = new Date();
  if (!isPostgres()) {
    await tx.invalidation.create({ data: { tags: JSON.stringify(tags), createdAt }, select: { id: true } });
    return;
  }
  const [list, notice] = invalidationValues(tags, '');
  await tx.$queryRaw`
    WITH entry AS (INSERT INTO "Invalidation" ("tags", "createdAt") VALUES (${list}, ${createdAt}) RETURNING "id")
    SELECT pg_notify(${STALE_CHANNEL}, '{"id":' || "id" || ',' || ${notice}) IS NULL AS "sent" FROM entry`;
}

/** Applies invalidations of other processes on SQLite until the returned function is called. */
export async function pollInvalidations() {
  if (isPostgres()) return () => {};
  const poller = new InvalidationPoller(await lastId());
  store.mastheadFollows = true;
  const timer = setInterval(() => void poller.poll(), POLL_INTERVAL_MS);
  timer.unref();
  return () => {
    store.mastheadFollows = false;
    clearInterval(timer);
  };
}

export async function deleteOldInvalidations() {
  if (isPostgres()) return;
  await db.invalidation.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - RETENTION_MS) } } });
}

class InvalidationPoller {
  #seenIds: Set<number>;
  #last: number;
  #isPolling = false;
  #lastPolledAt = Date.now();
  #hasFailed = false;

  constructor(last: number) {
    this.#last = last;
    this.#seenIds = new Set(Array.from({ length: REPLAY_WINDOW }, (_, i) => last - i));
  }

  async poll() {
    if (this.#isPolling) return;
    this.#isPolling = true;
    try {
      await this.#apply();
      this.#hasFailed = false;
      this.#lastPolledAt = Date.now();
    } catch (error) {
      if (!this.#hasFailed)
        log.warn({ event: 'invalidation_polling_failed', error }, 'invalidations could not be polled');
      this.#hasFailed = true;
    } finally {
      this.#isPolling = false;
    }
  }

  async #apply() {
    // After a long gap, invalidations may have been deleted unread.
    if (Date.now() - this.#lastPolledAt > RETENTION_MS / 2) caches.clock.invalidate([ALL_TAGS]);
    const rows = await readDb.invalidation.findMany({
      where: { id: { gt: this.#last - REPLAY_WINDOW } },
      orderBy: { id: 'asc' },
      select: { id: true, tags: true },
    });
    for (const row of rows) {
      if (this.#seenIds.has(row.id)) continue;
      caches.clock.invalidate(JSON.parse(row.tags) as string[]);
      this.#seenIds.add(row.id);
    }
    this.#last = rows.at(-1)?.id ?? this.#last;
    for (const id of this.#seenIds) if (id <= this.#last - REPLAY_WINDOW) this.#seenIds.delete(id);
  }
}

async function lastId() {
  const row = await readDb.invalidation.findFirst({ orderBy: { id: 'desc' }, select: { id: true } });
  return row?.id ?? 0;
}
