import 'server-only';
import { createHash } from 'node:crypto';
import { insertRows } from '@/lib/database/bulk-insert';
import { readDb, type Tx } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';

export type ItemKind = 'user' | 'tag' | 'post' | 'comment' | 'thread' | 'redirect' | 'media' | 'file';
export type KnownItem = {
  id: string;
  sourceId: string;
  targetId: string;
  hash: string;
  batchId: string;
  before: string;
};
export type NewItem = { kind: ItemKind; sourceId: string; targetId: string; hash: string };

/** Maps source ids to ids here, so that a second run skips or updates instead of duplicating. */
export class ImportMap {
  readonly source: string;
  readonly batchId: string;

  constructor(source: string, batchId: string) {
    this.source = source;
    this.batchId = batchId;
  }

  async find(kind: ItemKind, sourceIds: readonly string[], tx: Pick<Tx, 'importItem'> = readDb) {
    const known = new Map<string, KnownItem>();
    for (let at = 0; at < sourceIds.length; at += 500) {
      const rows = await tx.importItem.findMany({
        where: { source: this.source, kind, sourceId: { in: sourceIds.slice(at, at + 500) } },
        select: { id: true, sourceId: true, targetId: true, hash: true, batchId: true, before: true },
      });
      for (const row of rows) known.set(row.sourceId, row);
    }
    return known;
  }

  async *pages(kind: ItemKind) {
    const where = { source: this.source, kind };
    for (let after = ''; ;) {
      const rows = await readDb.importItem.findMany({
        where: { ...where, sourceId: { gt: after } },
        orderBy: { sourceId: 'asc' },
        take: 500,
        select: { sourceId: true, targetId: true },
      });
      yield rows;
      const last = rows.at(-1);
      if (!last || rows.length < 500) return;
      after = last.sourceId;
    }
  }

  all(kind: ItemKind) {
    return readDb.importItem.findMany({
      where: { source: this.source, kind },
      select: { sourceId: true, targetId: true, batchId: true },
    });
  }

  /** Removes the entry of a deleted row. */
  async forget(tx: Tx, kind: ItemKind, sourceId: string) {
    await tx.importItem.deleteMany({ where: { source: this.source, kind, sourceId } });
  }

  async add(tx: Tx, items: readonly NewItem[]) {
    const createdAt = new Date();
    const own = { batchId: this.batchId, source: this.source, createdAt };
    await insertRows(
      tx,
      'ImportItem',
      items.map((item) => ({ id: newId(), ...own, ...item })),
    );
  }

  /** Records an update with the previous row and entry, so that it can be undone. */
  async change(tx: Tx, item: KnownItem, hash: string, before: unknown) {
    const former = { batchId: item.batchId, hash: item.hash, before: item.before };
    await tx.importItem.update({
      where: { id: item.id },
      data: { batchId: this.batchId, hash, before: JSON.stringify({ row: before, item: former }) },
    });
  }
}

export function hashValue(value: unknown) {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** Yields values in slices. */
export function* chunksOf<T>(values: Iterable<T>, size: number): Generator<T[]> {
  let slice: T[] = [];
  for (const value of values) {
    slice.push(value);
    if (slice.length < size) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}

/** Writes in slices: SQLite limits the parameters of a statement. */
export async function inChunks<T>(rows: readonly T[], write: (slice: T[]) => Promise<unknown>, size = 200) {
  for (let at = 0; at < rows.length; at += size) await write(rows.slice(at, at + size));
}
