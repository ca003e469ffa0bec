import 'server-only';
import { createHash } from 'node:crypto';
import type { Actor } from '@/lib/auth/actor';
import { readDb, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { newId } from '@/lib/platform/ids';
import { downloadPath } from '../downloads';
import { filesVisibleTo } from '../visibility';
import { displayName, fileKindOf } from './stored-file';

export type Stored = { path: string; hash: string; mime: string; bytes: number };
type Origin = { fileName: string; actorId?: string | null; importBatchId?: string | null; createdAt?: Date };

/** Lists a file that was stored in the library: anew, again after it was removed, or not at all if it is listed. */
export async function enterFile(tx: Tx, stored: Stored, { fileName, actorId = null, ...origin }: Origin) {
  const { importBatchId = null, createdAt = new Date() } = origin;
  const known = await tx.storedFile.findUnique({
    where: { path: stored.path },
    select: { id: true, deletedAt: true },
  });
  if (known?.deletedAt) {
    await tx.storedFile.update({ where: { id: known.id }, data: { deletedAt: null } });
    emit(tx, { type: 'file.restored', actorId, fileId: known.id });
  }
  if (known) return known.id;
  const id = newId();
  const name = displayName(fileName, stored.path);
  await tx.storedFile.create({
    data: {
      ...stored,
      id,
      fileName: name,
      kind: fileKindOf(stored.mime),
      uploadedById: actorId,
      importBatchId,
      createdAt,
    },
    select: { id: true },
  });
  if (actorId) emit(tx, { type: 'file.uploaded', actorId, fileId: id, fileName: name });
  return id;
}

/** The hash by which a file is addressed: of its bytes alone, unless one with its name is here that `limits` hide. */
export async function hashFor(hash: string, fileName: string, limits: Actor | null) {
  if (!limits) return hash;
  const path = downloadPath(fileName, hash);
  const row = await readDb.storedFile.findUnique({ where: { path }, select: { id: true, deletedAt: true } });
  const theirs = row?.deletedAt ? { uploadedById: limits.id } : filesVisibleTo(limits);
  if (!row || (await readDb.storedFile.count({ where: { id: row.id, AND: [theirs] } })) > 0) return hash;
  return createHash('sha256').update(`${hash}:${limits.id}`).digest('hex');
}
