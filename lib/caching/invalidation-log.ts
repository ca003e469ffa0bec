/** Where instances receive invalidations, and where they acknowledge them. */
export const STALE_CHANNEL = 'masthead_stale';
export const DROPPED_CHANNEL = 'masthead_dropped';

/** The payload of a notification; PostgreSQL carries at most 8,000 bytes, so long lists are looked up by id. */
export type Notice = { id: number; from: string; tags?: string[] };

const MAX_NOTICE_BYTES = 7_000;

/**
 * Adds tags to the log and notifies every instance at the moment of the commit: $1 the list, $2 the rest of the notice.
 */
export const insertInvalidationSql = `
  WITH entry AS (
    INSERT INTO "Invalidation" ("tags", "createdAt") VALUES ($1, clock_timestamp() AT TIME ZONE 'UTC') RETURNING "id"
  ) SELECT "id", pg_notify('${STALE_CHANNEL}', '{"id":' || "id" || ',' || $2) IS NULL AS "sent" FROM entry`;

/** The values for it. */
export function invalidationValues(tags: readonly string[], from: string): [string, string] {
  const list = JSON.stringify(tags);
  const isShort = Buffer.byteLength(list) < MAX_NOTICE_BYTES;
  return [list, `"from":${JSON.stringify(from)}${isShort ? `,"tags":${list}` : ''}}`];
}
