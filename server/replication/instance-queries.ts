import type { Client } from 'pg';
import { ALL_TAGS } from '@/lib/caching/tag-clock';
import { invalidationValues, STALE_CHANNEL, insertInvalidationSql } from '@/lib/caching/invalidation-log';

/** By the database's clock. */
export const LEASE_MS = 4_000;
const RETENTION_MINUTES = 60;

const clock = `clock_timestamp() AT TIME ZONE 'UTC'`;
const lease = `${clock} + interval '${LEASE_MS} milliseconds'`;

/** For a new or lapsed lease: earlier writers may not have waited for this instance. */
export async function acquireLease(client: Client, id: string, name: string) {
  await client.query(
    `INSERT INTO "Instance" ("id", "name", "startedAt", "leaseUntil") VALUES ($1, $2, ${clock}, ${lease})
     ON CONFLICT ("id") DO UPDATE SET "leaseUntil" = EXCLUDED."leaseUntil"`,
    [id, name],
  );
}

export async function renewLease(client: Client, id: string) {
  const { rowCount } = await client.query(
    `UPDATE "Instance" SET "leaseUntil" = ${lease} WHERE "id" = $1 AND "leaseUntil" > ${clock}`,
    [id],
  );
  return rowCount === 1;
}

export async function releaseLease(client: Client, id: string) {
  const { rows } = await client.query<{ left: number }>(
    `DELETE FROM "Instance" WHERE "id" = $1
     RETURNING (EXTRACT(EPOCH FROM "leaseUntil" - (${clock})) * 1000)::int AS "left"`,
    [id],
  );
  return rows[0]?.left ?? 0;
}

/** `known` includes those whose lease has lapsed. */
export async function listOthers(client: Client, id: string, which: 'live' | 'known') {
  const condition = which === 'live' ? `AND "leaseUntil" > ${clock}` : '';
  const { rows } = await client.query<{ id: string }>(`SELECT "id" FROM "Instance" WHERE "id" <> $1 ${condition}`, [
    id,
  ]);
  return new Set(rows.map((row) => row.id));
}

export async function insertInvalidation(client: Client, tags: readonly string[], from: string) {
  const { rows } = await client.query<{ id: number }>(insertInvalidationSql, invalidationValues(tags, from));
  return rows[0]!.id;
}

/** Crashed instances may have committed unannounced changes, so all instances drop everything. */
export async function removeLapsed(client: Client) {
  const [list, notice] = invalidationValues([ALL_TAGS], '');
  await client.query(
    `WITH gone AS (
       DELETE FROM "Instance" WHERE "leaseUntil" < ${clock} - interval '1 second' RETURNING "id"
     ), entry AS (
       INSERT INTO "Invalidation" ("tags", "createdAt") SELECT $1, ${clock} FROM gone LIMIT 1 RETURNING "id"
     ) SELECT pg_notify('${STALE_CHANNEL}', '{"id":' || "id" || ',' || $2) FROM entry`,
    [list, notice],
  );
}

export async function newestInvalidation(client: Client) {
  const { rows } = await client.query<{ id: number | null }>(`SELECT max("id") AS "id" FROM "Invalidation"`);
  return rows[0]?.id ?? 0;
}

export async function invalidationsAfter(client: Client, id: number) {
  const { rows } = await client.query<{ id: number; tags: string }>(
    `SELECT "id", "tags" FROM "Invalidation" WHERE "id" > $1 ORDER BY "id"`,
    [id],
  );
  return rows.map((row) => ({ id: row.id, tags: JSON.parse(row.tags) as string[] }));
}

export async function findInvalidation(client: Client, id: number) {
  const { rows } = await client.query<{ tags: string }>(`SELECT "tags" FROM "Invalidation" WHERE "id" = $1`, [id]);
  return rows[0] ? (JSON.parse(rows[0].tags) as string[]) : [ALL_TAGS];
}

export async function deleteOldInvalidations(client: Client) {
  await client.query(
    `DELETE FROM "Invalidation" WHERE "createdAt" < ${clock} - interval '${RETENTION_MINUTES} minutes'`,
  );
}
