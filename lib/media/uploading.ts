import 'server-only';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { can, type Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb, transaction, db } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import { newId } from '@/lib/platform/ids';
import type { Variant } from '@/lib/images/variants';
import { countAttempt } from '@/lib/rate-limits/limiting';
import { decodeImage, refusal, refused, type Decoded } from './decoding';
import { refusalOf, sniffFormat } from './format';
import { withIncomingFolder } from './incoming';
import { mediaRow, putBack, toMedia } from './library';
import { moveIntoPlace } from './moving';
import { removeFile } from './storage';
import { visibleTo } from './visibility';
import { MAX_FILE_BYTES, type MediaDto } from './media';

const RATE_LIMIT = { name: 'media.upload', limit: 200, seconds: 60 * 60 };
/** Daily upload limit per user, in bytes. */
const DAILY_QUOTA_BYTES = 1024 ** 3;
const DAY_MS = 24 * 60 * 60 * 1000;

export type Upload = {
  bytes: Uint8Array;
  fileName: string;
  alt?: string;
  caption?: string;
  sourceUrl?: string;
  importBatchId?: string | null;
};

/** Stores an image from a user: checks its bytes, strips metadata, creates its sizes. */
export async function uploadImage(actor: Actor, upload: Upload): Promise<MediaDto> {
  requireCapability(actor, 'media.upload');
  await countAttempt(RATE_LIMIT, actor.id);
  await requireQuota(actor, upload.bytes.byteLength);
  return storeImage(actor, upload, can(actor, 'posts.edit-any') ? null : actor);
}

/** As uploadImage, without rate limit. Equal bytes are one image, unless `limits` hide the existing one. */
export async function storeImage(
  actor: Pick<Actor, 'id'> | null,
  upload: Upload,
  limits: Actor | null = null,
): Promise<MediaDto> {
  const { bytes } = upload;
  if (bytes.byteLength === 0) throw refusal('empty');
  if (bytes.byteLength > MAX_FILE_BYTES) throw refusal('tooLarge');
  const format = sniffFormat(bytes);
  if (!format) throw refused(refusalOf(bytes));
  const hash = await hashFor(bytes, limits);
  const known = await findByHash(hash, actor);
  if (known) return known;
  return withIncomingFolder(async ({ uploads, folder }) => {
    const input = join(folder, 'original');
    await writeFile(input, bytes);
    const decoded = await decodeImage({ input, folder, format });
    const key = keyOf(upload.fileName, hash);
    const variants = await moveIntoPlace(decoded, { folder, uploads, key });
    return await enter(actor, { upload, hash, key, format, decoded, variants });
  });
}

async function requireQuota(actor: Actor, size: number) {
  const { _sum } = await readDb.media.aggregate({
    where: { uploadedById: actor.id, createdAt: { gt: new Date(Date.now() - DAY_MS) } },
    _sum: { bytes: true },
  });
  if ((_sum.bytes ?? 0) + size <= DAILY_QUOTA_BYTES) return;
  throw new AppError('rate_limited', 'You have reached today’s upload limit. Please continue tomorrow.', {
    retryAfter: 3_600,
  });
}

async function hashFor(bytes: Uint8Array, limits: Actor | null) {
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (!limits) return hash;
  const row = await db.media.findUnique({ where: { hash }, select: { id: true, deletedAt: true } });
  const theirs = row?.deletedAt ? { uploadedById: limits.id } : visibleTo(limits);
  if (!row || (await db.media.count({ where: { id: row.id, AND: [theirs] } })) > 0) return hash;
  return createHash('sha256').update(`${hash}:${limits.id}`).digest('hex');
}

// Restores a removed image on a new upload: its files still exist.
async function findByHash(hash: string, actor: Pick<Actor, 'id'> | null) {
  const row = await db.media.findUnique({ where: { hash }, select: { ...mediaRow, deletedAt: true } });
  if (!row) return null;
  if (row.deletedAt) await transaction((tx) => putBack(tx, { id: row.id, actorId: actor?.id ?? null }));
  return toMedia(row);
}

/** "2026/11/harbour-at-dawn-1f3a9c0b22d4": unique per image, with only letters of the given name. */
function keyOf(fileName: string, hash: string) {
  const now = new Date();
  const month = String(now.getUTCMonth() + 1).padStart(2, '0');
  const name = basename(fileName, extname(fileName))
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return `${now.getUTCFullYear()}/${month}/${name || 'image'}-${hash.slice(0, 12)}`;
}

type Entry = { upload: Upload; hash: string; key: string; format: string; decoded: Decoded; variants: Variant[] };

async function enter(actor: Pick<Actor, 'id'> | null, { upload, hash, key, format, decoded, variants }: Entry) {
  const id = newId();
  const row = {
    id,
    hash,
    key,
    fileName:
      basename(upload.fileName)
        .replace(/\p{Cc}/gu, '')
        .toWellFormed()
        .slice(0, 200) || 'image',
    mime: `image/${format}`,
    width: decoded.width,
    height: decoded.height,
    bytes: upload.bytes.byteLength,
    alt: (upload.alt ?? '').slice(0, 1_000),
    caption: (upload.caption ?? '').slice(0, 500),
    variants: JSON.stringify(variants),
    color: decoded.color,
    sourceUrl: upload.sourceUrl ?? '',
    uploadedById: actor?.id ?? null,
    importBatchId: upload.importBatchId ?? null,
    createdAt: new Date(),
  };
  try {
    return await transaction(async (tx) => {
      const made = await tx.media.create({ data: row, select: mediaRow });
      if (actor) emit(tx, { type: 'media.uploaded', actorId: actor.id, mediaId: id, fileName: row.fileName });
      return toMedia(made);
    });
  } catch (error) {
    // A concurrent upload won: its row is used, and the files are the same or orphans.
    const first = await findByHash(hash, actor);
    if (!first) throw error;
    await removeAbandonedFiles(variants, first);
    return first;
  }
}

async function removeAbandonedFiles(variants: Variant[], first: MediaDto) {
  const usedPaths = new Set(first.variants.map(({ path }) => path));
  const strays = variants.filter(({ path }) => !usedPaths.has(path));
  await Promise.all(strays.map(({ path }) => removeFile(path)));
}
