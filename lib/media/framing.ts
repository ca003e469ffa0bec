import 'server-only';
import { createHash } from 'node:crypto';
import { access, copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '@/lib/auth/actor';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import {
  cropText,
  fitted,
  parseCrop,
  pixelsOf,
  pointInPart,
  pointInWhole,
  type Crop,
  type CropRatio,
} from '@/lib/images/crop';
import { focusText, MIDDLE, parseFocus, type Focus } from '@/lib/images/focus';
import { parseOriginal, parseVariants, type ImageSizes } from '@/lib/images/variants';
import { AppError } from '@/lib/platform/errors';
import { rerenderOutdated } from '@/lib/posts/rendering/rerendering';
import { countAttempt } from '@/lib/rate-limits/limiting';
import { decodeCrop, refused } from './decoding';
import { withIncomingFolder } from './incoming';
import { isOfSite, notThere, requireOwn } from './library';
import { moveIntoPlace } from './moving';
import { fetchFile, uploadsFolder } from './storage';

const CROPS = { name: 'media.crop', limit: 60, seconds: 60 * 60 };

/** Sets the point of an image that stays in view wherever its edges are cut off. */
export async function setFocus(actor: Actor, { id, focus }: { id: string; focus: Focus }) {
  const postIds = await transaction(async (tx) => {
    await requireOwn(tx, actor, id);
    return change(tx, actor, { id, data: { focus: focusText(focus) } });
  });
  await rerenderOutdated(postIds);
}

/**
 * Shows a part of an image wherever it is used, in new files; the whole image is kept. `crop` is a part of the whole
 * image, also where a part is shown already.
 */
export async function cropMedia(actor: Actor, { id, crop, ratio }: { id: string; crop: Crop; ratio: CropRatio }) {
  await transaction((tx) => requireOwn(tx, actor, id));
  await countAttempt(CROPS, actor.id);
  const whole = await wholeOf(id);
  if (whole.variants.some(({ mime }) => mime === 'image/gif')) throw refused('An animated image cannot be cropped.');
  const part = fitted(crop, ratio, whole);
  const made = await makePart(whole, { crop: part, key: whole.key });
  // Files of an earlier part stay: pages that are open, and feeds elsewhere, name them.
  await replace(actor, id, {
    ...made,
    variants: JSON.stringify(made.variants),
    crop: cropText(part),
    original: JSON.stringify({ ...whole, key: undefined, point: undefined }),
    focus: whole.point ? focusText(pointInPart(whole.point, part) ?? MIDDLE) : '',
  });
}

/** Shows the whole image again. */
export async function uncropMedia(actor: Actor, id: string) {
  await transaction((tx) => requireOwn(tx, actor, id));
  const { width, height, color, variants, isCropped, point } = await wholeOf(id);
  if (!isCropped) return;
  const data = { width, height, color, variants: JSON.stringify(variants), crop: '', original: null };
  const focus = point ? focusText(point) : '';
  await replace(actor, id, { ...data, focus });
}

async function wholeOf(id: string) {
  const row = await readDb.media.findUnique({
    where: { id },
    select: {
      key: true,
      width: true,
      height: true,
      color: true,
      variants: true,
      original: true,
      focus: true,
      crop: true,
    },
  });
  if (!row) throw notThere();
  const original = parseOriginal(row.original);
  const { key, width, height, color } = row;
  const shown = original ?? { width, height, color, variants: parseVariants(row.variants) };
  return { ...shown, key, isCropped: original !== null, point: pointOfWhole(row) };
}

/** The chosen point in the whole image; null where none was chosen. */
function pointOfWhole({ focus, crop }: { focus: string; crop: string }) {
  if (focus === '') return null;
  const part = parseCrop(crop);
  return part ? pointInWhole(parseFocus(focus), part) : parseFocus(focus);
}

async function makePart(whole: ImageSizes, { crop, key }: { crop: Crop; key: string }) {
  const source = whole.variants.filter(({ mime }) => mime === 'image/webp').at(-1);
  if (!source) throw refused('This image cannot be cropped: its file is missing.');
  return withIncomingFolder(async ({ uploads, folder }) => {
    const input = join(folder, 'original');
    await copyFile(await localFile(source.path), input);
    const extract = pixelsOf(crop, source);
    const decoded = await decodeCrop({ input, folder, format: 'webp', extract });
    const mark = createHash('sha256')
      .update(`${source.path} ${cropText(crop)}`)
      .digest('hex')
      .slice(0, 8);
    const variants = await moveIntoPlace(decoded, { folder, uploads, key: `${key}-c${mark}` });
    return { width: decoded.width, height: decoded.height, color: decoded.color, variants };
  });
}

async function localFile(path: string) {
  const file = join(uploadsFolder(), path);
  const isHere = await access(file).then(
    () => true,
    () => fetchFile(path),
  );
  if (!isHere) throw new AppError('unavailable', 'This image cannot be cropped: its file is missing.');
  return file;
}

type Shown = {
  width: number;
  height: number;
  color: string;
  variants: string;
  crop: string;
  original: string | null;
  focus: string;
};

async function replace(actor: Actor, id: string, data: Shown) {
  const postIds = await transaction(async (tx) => {
    await requireOwn(tx, actor, id);
    return change(tx, actor, { id, data });
  });
  await rerenderOutdated(postIds);
}

type Change = { id: string; data: Partial<Shown> & { focus: string } };

async function change(tx: Tx, actor: Actor, { id, data }: Change) {
  await tx.media.update({ where: { id }, data });
  const uses = await tx.mediaUse.findMany({ where: { mediaId: id }, select: { postId: true } });
  const postIds = uses.map(({ postId }) => postId);
  // If they cannot all be rendered now, the next start does it.
  await tx.$executeRaw`UPDATE "Post" SET "renderVersion" = 0 WHERE "id" IN (SELECT "postId" FROM "MediaUse" WHERE "mediaId" = ${id})`;
  emit(tx, { type: 'media.framed', actorId: actor.id, mediaId: id, postIds, isOfSite: await isOfSite(tx, id) });
  return postIds;
}
