import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import { isPlainFile, mediaKeyOf, parseOriginal, parseVariants, uploadPath } from '@/lib/images/variants';
import { paths } from '@/lib/web/paths';
import { openableBy, ownedBy } from '@/lib/posts/post-access';
import { findInAdminIndex, readFound } from '@/lib/search/admin-search';
import { markOf } from '@/lib/search/admin-entries';
import { getSettings } from '@/lib/settings/queries';
import { idsOfSite, rolesOf } from '@/lib/settings/site-images';
import { lineOf } from '@/lib/text/visible-text';
import { validated } from '@/lib/forms/validation';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { visibleTo } from './visibility';
import { unusedMedia } from './forgetting';
import { mediaFields, type MediaDto, type MediaFields } from './media';
import { after, cutPage, type Order } from './pages';

const PAGE_SIZE = 48;

export const mediaRow = {
  id: true,
  key: true,
  fileName: true,
  width: true,
  height: true,
  color: true,
  alt: true,
  caption: true,
  credit: true,
  variants: true,
  focus: true,
} satisfies Prisma.MediaSelect;

type MediaRow = Prisma.MediaGetPayload<{ select: typeof mediaRow }>;

export type LibraryFilter = {
  cursor?: string | null;
  query?: string;
  /** The image at this address alone. */
  src?: string;
  withoutAlt?: boolean;
  /** Only what no post, slot or page of the site shows. */
  isUnused?: boolean;
  isOldestFirst?: boolean;
};

/** The library images visible to the actor, newest first, 48 per page; `query` searches names and descriptions. */
export async function listMedia(actor: Actor, filter: LibraryFilter = {}) {
  const { cursor, query, src, withoutAlt, isUnused, isOldestFirst } = filter;
  requireCapability(actor, 'media.upload');
  const wanted = [
    visibleTo(actor),
    ...(isUnused ? [await unusedWhere()] : []),
    ...(src === undefined ? [] : [{ key: mediaKeyOf(uploadPath(src) ?? '') }]),
  ];
  const where = { deletedAt: null, ...(withoutAlt ? { alt: '' } : {}), AND: wanted };
  const words = lineOf(query ?? '');
  const direction = isOldestFirst ? 'asc' : 'desc';
  return withUses(await (words ? search(words, where, cursor) : browse({ by: 'createdAt', direction }, where, cursor)));
}

/** The removed images that the actor may restore, the last removed first, 48 per page. */
export async function listRemovedMedia(actor: Actor, cursor: string | null = '') {
  requireCapability(actor, 'media.upload');
  return withUses(
    await browse(
      { by: 'deletedAt', direction: 'desc' },
      { deletedAt: { not: null }, AND: [inLibraryOrOwn(actor)] },
      cursor,
    ),
  );
}

type Page = { rows: Listed[]; nextCursor: string | null };

async function withUses({ rows, nextCursor }: Page) {
  const [uses, settings] = await Promise.all([countUses(rows.map(({ id }) => id)), getSettings()]);
  return {
    media: rows.map((row) => ({
      ...toMedia(row),
      createdAt: row.createdAt,
      uses: uses.get(row.id) ?? 0,
      isOfSite: rolesOf(settings, row.id).length > 0,
    })),
    nextCursor,
  };
}

type Wanted = { deletedAt: null | { not: null }; alt?: string; AND: Prisma.MediaWhereInput[] };
/** Pages of hits to filter by permission before showing what was found. */
const MAX_PAGES = 5;
const listed = { ...mediaRow, createdAt: true } satisfies Prisma.MediaSelect;
type Listed = Prisma.MediaGetPayload<{ select: typeof listed }>;

async function browse({ by, direction }: Order, where: Wanted, cursor: string | null = '') {
  const found = await readDb.media.findMany({
    where: { ...where, AND: [...where.AND, after({ by, direction }, cursor ?? '')] },
    orderBy: [{ [by]: direction }, { id: direction }],
    take: PAGE_SIZE + 1,
    select: { ...listed, deletedAt: true },
  });
  return cutPage(found, { by, size: PAGE_SIZE });
}

async function search(words: string, where: Wanted, cursor: string | null = '') {
  const marks = where.alt === '' ? [markOf.withoutAlt] : [];
  const rows: Listed[] = [];
  let reached = cursor ?? '';
  for (let page = 0; page < MAX_PAGES && rows.length < PAGE_SIZE / 2; page += 1) {
    const { ids, next } = await findInAdminIndex('media', words, { marks, after: reached, take: PAGE_SIZE });
    rows.push(...(await readFound(ids, (id) => readDb.media.findMany({ where: { ...where, id }, select: listed }))));
    reached = next;
    if (!next) break;
  }
  return { rows, nextCursor: reached || null };
}

async function unusedWhere(): Promise<Prisma.MediaWhereInput> {
  return { ...unusedMedia, id: { notIn: idsOfSite(await getSettings()) } };
}

// A separate query: as a relation count Prisma would count the uses of all images.
async function countUses(ids: string[]) {
  const rows = await readDb.mediaUse.groupBy({
    by: ['mediaId'],
    where: { mediaId: { in: ids } },
    _count: { postId: true },
  });
  return new Map(rows.map((row) => [row.mediaId, row._count.postId]));
}

/** An image, the visible posts using it, and the number of others. Removed ones need `evenRemoved` and permission. */
export async function getMedia(actor: Actor, id: string, { evenRemoved = false } = {}) {
  requireCapability(actor, 'media.upload');
  const row = await readDb.media.findFirst({
    where: { id, AND: [visibleTo(actor), evenRemoved ? inLibraryOrOwn(actor) : { deletedAt: null }] },
    select: {
      ...mediaRow,
      deletedAt: true,
      bytes: true,
      createdAt: true,
      crop: true,
      original: true,
    },
  });
  if (!row) throw notThere();
  const { bytes, createdAt, deletedAt, crop } = row;
  const [uses, settings] = await Promise.all([findUses(actor, id), getSettings()]);
  const siteRoles = rolesOf(settings, id);
  return {
    ...toMedia(row),
    bytes,
    createdAt,
    isRemoved: deletedAt !== null,
    siteRoles,
    crop,
    whole: wholeOf(row),
    ...uses,
  };
}

function wholeOf(row: MediaRow & { original: string | null }) {
  const original = parseOriginal(row.original);
  const { url, width, height } = toMedia(
    original ? { ...row, ...original, variants: JSON.stringify(original.variants) } : row,
  );
  return { url, width, height };
}

async function findUses(actor: Actor, mediaId: string) {
  const [all, openable, own] = await Promise.all([
    readDb.mediaUse.count({ where: { mediaId } }),
    readDb.mediaUse.findMany({
      where: { mediaId, post: openableBy(actor) },
      take: 50,
      select: { post: { select: { id: true, slug: true, title: true } } },
    }),
    readDb.mediaUse.findMany({ where: { mediaId, post: ownedBy(actor) }, take: 50, select: { postId: true } }),
  ]);
  const editable = new Set(own.map(({ postId }) => postId));
  const usedIn = openable.map(({ post }) => ({ ...post, isEditable: editable.has(post.id) }));
  return { usedIn, usedElsewhere: all - usedIn.length };
}

/** Changes an image's descriptions wherever it is shown. */
export async function describeMedia(actor: Actor, { id, ...given }: { id: string } & MediaFields) {
  const described = validated(mediaFields, given);
  const changes = Object.fromEntries(Object.entries(described).filter(([, value]) => value !== undefined));
  return transaction(async (tx) => {
    await requireOwn(tx, actor, id);
    await tx.media.update({ where: { id }, data: changes });
    const uses = await tx.mediaUse.findMany({ where: { mediaId: id }, select: { postId: true } });
    const postIds = uses.map(({ postId }) => postId);
    emit(tx, { type: 'media.described', actorId: actor.id, mediaId: id, postIds, isOfSite: await isOfSite(tx, id) });
    return { id };
  });
}

/** Removes an image from the library. Files stay: posts still show it, and it can be restored. */
export async function deleteMedia(actor: Actor, id: string) {
  return transaction(async (tx) => {
    await requireOwn(tx, actor, id);
    await tx.media.update({ where: { id }, data: { deletedAt: new Date() } });
    const ofSite = await isOfSite(tx, id);
    emit(tx, { type: 'media.deleted', actorId: actor.id, mediaId: id, isOfSite: ofSite });
    return { id, usedIn: await tx.mediaUse.count({ where: { mediaId: id } }), isOfSite: ofSite };
  });
}

/** Restores a removed image. Idempotent. */
export async function restoreMedia(actor: Actor, id: string) {
  return transaction(async (tx) => {
    await requireOwn(tx, actor, id, true);
    await putBack(tx, { id, actorId: actor.id });
    return { id };
  });
}

/** Lists a removed image again; the caller must have authorised it. */
export async function putBack(tx: Tx, { id, actorId }: { id: string; actorId: string | null }) {
  await tx.media.update({ where: { id }, data: { deletedAt: null } });
  emit(tx, { type: 'media.restored', actorId, mediaId: id, isOfSite: await isOfSite(tx, id) });
}

export async function isOfSite(tx: Tx, id: string) {
  return rolesOf(await getSettings(tx), id).length > 0;
}

export function toMedia(row: MediaRow): MediaDto {
  const variants = parseVariants(row.variants);
  const plain = variants.find(({ path }) => isPlainFile(path, row.key)) ?? variants.at(-1);
  const { id, fileName, width, height, color, alt, caption, credit, focus } = row;
  return {
    id,
    url: paths.upload(plain?.path ?? row.key),
    fileName,
    width,
    height,
    variants,
    color,
    alt,
    caption,
    credit,
    focus,
  };
}

// Editors manage the whole library, others their own uploads.
export async function requireOwn(tx: Tx, actor: Actor, id: string, evenRemoved = false) {
  requireCapability(actor, 'media.upload');
  const own = can(actor, 'posts.edit-any') ? {} : { uploadedById: actor.id };
  const found = await tx.media.count({ where: { id, ...own, ...(evenRemoved ? {} : { deletedAt: null }) } });
  if (found === 0) throw notThere();
}

function inLibraryOrOwn(actor: Actor): Prisma.MediaWhereInput {
  return can(actor, 'posts.edit-any') ? {} : { OR: [{ deletedAt: null }, { uploadedById: actor.id }] };
}

export function notThere() {
  return new AppError('not_found', 'This image is no longer in the library.');
}
