export const STALE_CHANNEL = 'masthead_stale';
export const DROPPED_CHANNEL = 'masthead_dropped';

/** PostgreSQL limits a payload to 8,000 bytes; longer lists are looked up by id. */
export type Notice = { id: number; from: string; tags?: string[] };

const MAX_NOTICE_BYTES = 7_000;

/** Logs tags and notifies every instance at commit: $1 the tags, $2 the rest of the notice. */
export const insertInvalidationSql = `
  WITH entry AS (
    INSERT INTO "Invalidation" ("tags", "createdAt") VALUES ($1, clock_timestamp() AT TIME ZONE 'UTC') RETURNING "id"
  ) SELECT "id", pg_notify('${STALE_CHANNEL}', '{"id":' || "id" || ',' || $2) IS NULL AS "sent" FROM entry`;

export function invalidationValues(tags: readonly string[], from: string): [string, string] {
  const list = JSON.stringify(tags);
  const isShort = Buffer.byteLength(list) < MAX_NOTICE_BYTES;
  return [list, `"from":${JSON.stringify(from)}${isShort ? `,"tags":${list}` : ''}}`];
}
