import 'server-only';
import { readDb, db } from '@/lib/database/db';
import { parseOriginal, parseVariants } from '@/lib/images/variants';
import { log } from '@/lib/platform/log';
import { getSettings } from '@/lib/settings/queries';
import { rolesOf } from '@/lib/settings/site-images';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { removeFile } from './storage';

/** What no post and no slot shows. */
export const unusedMedia = {
  uses: { none: {} },
  coverOf: { none: {} },
  creatives: { none: {} },
} satisfies Prisma.MediaWhereInput;

/** Deletes images, rows first; returns the count. Images in use or refused by the store stay and are returned. */
export async function detachImages(where: { importBatchId: string }) {
  const rows = await readDb.media.findMany({
    where,
    select: { id: true, fileName: true, variants: true, original: true },
  });
  const settings = await getSettings();
  const inUse: string[] = [];
  const left: string[] = [];
  let removed = 0;
  for (const { id, fileName, variants, original } of rows) {
    const isOfSite = rolesOf(settings, id).length > 0;
    const { count } = isOfSite ? { count: 0 } : await db.media.deleteMany({ where: { id, ...unusedMedia } });
    if (count === 0) {
      inUse.push(fileName);
      continue;
    }
    removed += 1;
    const files = [...parseVariants(variants), ...(parseOriginal(original)?.variants ?? [])];
    for (const { path } of files) if (!(await isRemoved(path))) left.push(path);
  }
  return { removed, inUse, left };
}

/** False if the store fails: the rest is removed regardless. */
export async function isRemoved(path: string) {
  try {
    await removeFile(path);
    return true;
  } catch (error) {
    log.warn({ event: 'file_not_removed', path, error }, 'file not removed from the store');
    return false;
  }
}
