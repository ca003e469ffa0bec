import 'server-only';
import { z } from 'zod';
import { can, type Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { validated } from '@/lib/forms/validation';
import { AppError } from '@/lib/platform/errors';
import { openableBy, ownedBy } from '@/lib/posts/post-access';
import { markOf } from '@/lib/search/admin-entries';
import { findInAdminIndex, readFound } from '@/lib/search/admin-search';
import { lineOf } from '@/lib/text/visible-text';
import { paths } from '@/lib/web/paths';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { after, cutPage, type Order } from '../pages';
import { filesVisibleTo } from '../visibility';
import { displayName, fileKindOf, fileNameField, typeNameOf, type FileKind, type StoredFileDto } from './stored-file';

const PAGE_SIZE = 48;
/** Pages of hits to filter by permission before showing what was found. */
const MAX_PAGES = 5;

const fileRow = {
  id: true,
  path: true,
  fileName: true,
  mime: true,
  bytes: true,
  createdAt: true,
  deletedAt: true,
  uploadedBy: { select: { name: true } },
} satisfies Prisma.StoredFileSelect;

type Row = Prisma.StoredFileGetPayload<{ select: typeof fileRow }>;

type FileFilter = {
  kind: FileKind;
  cursor?: string | null;
  query?: string;
  /** Only what no post links to. */
  isUnused?: boolean;
  isOldestFirst?: boolean;
};

/** The library's files of a kind visible to the actor, newest first, 48 per page; `query` searches their names. */
export async function listFiles(actor: Actor, { kind, cursor, query, isUnused, isOldestFirst }: FileFilter) {
  requireCapability(actor, 'media.upload');
  const where: Prisma.StoredFileWhereInput = {
    kind,
    deletedAt: null,
    AND: [filesVisibleTo(actor), ...(isUnused ? [{ uses: { none: {} } }] : [])],
  };
  const words = lineOf(query ?? '');
  const order = { by: 'createdAt', direction: isOldestFirst ? 'asc' : 'desc' } as const;
  return withUses(await (words ? search(words, { kind, where, cursor }) : browse(order, where, cursor)));
}

/** The removed files that the actor may restore, the last removed first, 48 per page. */
export async function listRemovedFiles(actor: Actor, cursor: string | null = '') {
  requireCapability(actor, 'media.upload');
  const order = { by: 'deletedAt', direction: 'desc' } as const;
  return withUses(await browse(order, { deletedAt: { not: null }, AND: [ownOf(actor)] }, cursor));
}

async function browse(order: Order, where: Prisma.StoredFileWhereInput, cursor: string | null = '') {
  const found = await readDb.storedFile.findMany({
    where: { AND: [where, after(order, cursor ?? '')] },
    orderBy: [{ [order.by]: order.direction }, { id: order.direction }],
    take: PAGE_SIZE + 1,
    select: fileRow,
  });
  return cutPage(found, { by: order.by, size: PAGE_SIZE });
}

type Search = { kind: FileKind; where: Prisma.StoredFileWhereInput; cursor?: string | null | undefined };

async function search(words: string, { kind, where, cursor }: Search) {
  const marks = [markOf.fileKind(kind)];
  const rows: Row[] = [];
  let reached = cursor ?? '';
  for (let page = 0; page < MAX_PAGES && rows.length < PAGE_SIZE / 2; page += 1) {
    const { ids, next } = await findInAdminIndex('file', words, { marks, after: reached, take: PAGE_SIZE });
    rows.push(
      ...(await readFound(ids, (id) =>
        readDb.storedFile.findMany({ where: { AND: [where, { id }] }, select: fileRow }),
      )),
    );
    reached = next;
    if (!next) break;
  }
  return { rows, nextCursor: reached || null };
}

async function withUses({ rows, nextCursor }: { rows: Row[]; nextCursor: string | null }) {
  const uses = await countUses(rows.map(({ id }) => id));
  return { files: rows.map((row) => ({ ...toFile(row), uses: uses.get(row.id) ?? 0 })), nextCursor };
}

// A separate query: as a relation count Prisma would count the uses of all files.
async function countUses(ids: string[]) {
  const rows = await readDb.storedFileUse.groupBy({
    by: ['fileId'],
    where: { fileId: { in: ids } },
    _count: { postId: true },
  });
  return new Map(rows.map((row) => [row.fileId, row._count.postId]));
}

/** A file, the visible posts that link to it, and the number of others; also a removed one that the actor may restore. */
export async function getFile(actor: Actor, id: string) {
  requireCapability(actor, 'media.upload');
  const row = await readDb.storedFile.findFirst({
    where: { id, AND: [filesVisibleTo(actor), { OR: [{ deletedAt: null }, ownOf(actor)] }] },
    select: fileRow,
  });
  if (!row) throw notThere();
  return {
    ...toFile(row),
    isRemoved: row.deletedAt !== null,
    isOwn: (await readDb.storedFile.count({ where: { id, AND: [ownOf(actor)] } })) > 0,
    ...(await findUses(actor, id)),
  };
}

async function findUses(actor: Actor, fileId: string) {
  const [all, openable, own] = await Promise.all([
    readDb.storedFileUse.count({ where: { fileId } }),
    readDb.storedFileUse.findMany({
      where: { fileId, post: openableBy(actor) },
      take: 50,
      select: { post: { select: { id: true, slug: true, title: true } } },
    }),
    readDb.storedFileUse.findMany({ where: { fileId, post: ownedBy(actor) }, take: 50, select: { postId: true } }),
  ]);
  const editable = new Set(own.map(({ postId }) => postId));
  const usedIn = openable.map(({ post }) => ({ ...post, isEditable: editable.has(post.id) }));
  return { usedIn, usedElsewhere: all - usedIn.length };
}

/** Changes the displayed name; the address and the extension stay. */
export async function renameFile(actor: Actor, { id, fileName }: { id: string; fileName: string }) {
  const { fileName: name } = validated(z.object({ fileName: fileNameField }), { fileName });
  return transaction(async (tx) => {
    const { path } = await requireOwn(tx, actor, id);
    await tx.storedFile.update({ where: { id }, data: { fileName: displayName(name, path) } });
    emit(tx, { type: 'file.renamed', actorId: actor.id, fileId: id });
    return { id };
  });
}

/** Removes a file from the library. It stays at its address: posts still link to it, and it can be restored. */
export async function deleteFile(actor: Actor, id: string) {
  return transaction(async (tx) => {
    await requireOwn(tx, actor, id);
    await tx.storedFile.update({ where: { id }, data: { deletedAt: new Date() } });
    emit(tx, { type: 'file.deleted', actorId: actor.id, fileId: id });
    return { id, usedIn: await tx.storedFileUse.count({ where: { fileId: id } }) };
  });
}

/** Restores a removed file. Idempotent. */
export async function restoreFile(actor: Actor, id: string) {
  return transaction(async (tx) => {
    await requireOwn(tx, actor, id, true);
    await tx.storedFile.update({ where: { id }, data: { deletedAt: null } });
    emit(tx, { type: 'file.restored', actorId: actor.id, fileId: id });
    return { id };
  });
}

// Editors manage the whole library, others their own uploads.
async function requireOwn(tx: Tx, actor: Actor, id: string, evenRemoved = false) {
  requireCapability(actor, 'media.upload');
  const found = await tx.storedFile.findFirst({
    where: { id, ...ownOf(actor), ...(evenRemoved ? {} : { deletedAt: null }) },
    select: { path: true },
  });
  if (!found) throw notThere();
  return found;
}

function ownOf(actor: Actor): Prisma.StoredFileWhereInput {
  return can(actor, 'posts.edit-any') ? {} : { uploadedById: actor.id };
}

function toFile({ id, path, fileName, mime, bytes, createdAt, uploadedBy }: Row): StoredFileDto {
  return {
    id,
    url: paths.upload(path),
    fileName,
    kind: fileKindOf(mime),
    type: typeNameOf(path),
    bytes,
    createdAt,
    uploader: uploadedBy?.name ?? null,
  };
}

function notThere() {
  return new AppError('not_found', 'This file is no longer in the library.');
}
