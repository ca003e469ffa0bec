import 'server-only';
import { reader, transaction, type Tx } from '@/lib/db';
import { Prisma } from '@/prisma/generated/sqlite/client';

export type WorkOptions = { atMost?: number; onProgress?: (indexed: number) => void };

/** Works off what waits in a queue, a batch in each transaction, and answers with how much that was. */
export async function workOffQueue(
  queue: 'SearchQueue' | 'FindQueue',
  indexBatch: (tx: Tx) => Promise<number>,
  { atMost = Infinity, onProgress }: WorkOptions,
): Promise<number> {
  let indexed = 0;
  for (let batch = 0; batch < atMost && (await isWaiting(queue)); batch += 1) {
    indexed += await transaction(indexBatch);
    onProgress?.(indexed);
    // Requests come first.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return indexed;
}

async function isWaiting(queue: string) {
  const rows = await reader.$queryRaw<unknown[]>(Prisma.sql`SELECT 1 FROM ${Prisma.raw(`"${queue}"`)} LIMIT 1`);
  return rows.length > 0;
}
