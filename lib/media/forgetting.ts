import 'server-only';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { reader, writer } from '@/lib/db';
import { env } from '@/lib/env';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import type { Variant } from './media';

/** Nobody shows it: no post, no cover, no slot. */
const unused = { uses: { none: {} }, coverOf: { none: {} }, creatives: { none: {} } } satisfies Prisma.MediaWhereInput;

/**
 * Removes pictures for good, rows first and files after, and says how many. Those that are shown somewhere stay and are
 * named. Files that a crash leaves behind are strays that no row leads to.
 */
export async function forgetImages(where: { importBatchId: string }) {
  const rows = await reader.media.findMany({ where, select: { id: true, fileName: true, variants: true } });
  const inUse: string[] = [];
  let removed = 0;
  for (const { id, fileName, variants } of rows) {
    const { count } = await writer.media.deleteMany({ where: { id, ...unused } });
    if (count === 0) {
      inUse.push(fileName);
      continue;
    }
    removed += 1;
    for (const { path } of JSON.parse(variants) as Variant[]) {
      await rm(join(env().dataDir, 'uploads', path), { force: true });
    }
  }
  return { removed, inUse };
}
