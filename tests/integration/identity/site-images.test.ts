import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { chooseSiteImage, dropSiteImage } from '@/lib/identity/choosing';
import { icoOf, readFixedIcon } from '@/lib/identity/icons';
import { listChosenImages, readSiteImages } from '@/lib/identity/queries';
import { iconSides } from '@/lib/identity/site-images';
import { detachImages } from '@/lib/media/forgetting';
import { deleteMedia, getMedia, listMedia, restoreMedia } from '@/lib/media/library';
import { uploadImage } from '@/lib/media/uploading';
import { newId } from '@/lib/platform/ids';
import { env } from '@/lib/platform/env';
import { getSettings } from '@/lib/settings/queries';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

const fileAt = (path: string) => readFileSync(join(env().dataDir, 'uploads', path));
let shade = 0;

/** The bytes of a transparent picture that no other test made. */
function picture(width: number, height: number) {
  shade += 41;
  const background = { r: shade % 251, g: shade % 241, b: 200, alpha: 0.5 };
  return sharp({ create: { width, height, channels: 4, background } })
    .png()
    .toBuffer();
}

async function uploaded(width: number, height: number) {
  const owner = await actorWith('owner');
  const bytes = await picture(width, height);
  return { owner, bytes, ...(await uploadImage(owner, { bytes, fileName: 'quay.png' })) };
}

const staleTagsOf = async (work: () => Promise<unknown>) => (await madeStaleBy(work)).tags;

test('a logo is shown from the moment it is chosen until its image is removed, and again when that is restored', async () => {
  const { owner, id } = await uploaded(960, 240);
  await chooseSiteImage(owner, { role: 'logo', mediaId: id });
  expect((await readSiteImages()).logo).toMatchObject({ width: 192, height: 48 });
  expect(await getMedia(owner, id)).toMatchObject({ siteRoles: ['logo'] });
  expect((await listMedia(owner)).media.find((one) => one.id === id)).toMatchObject({ isOfSite: true, uses: 0 });

  expect(await staleTagsOf(() => deleteMedia(owner, id))).toContain('site');
  expect((await readSiteImages()).logo).toBeNull();
  expect((await listChosenImages(await getSettings())).logo).toMatchObject({ id, isRemoved: true });

  expect(await staleTagsOf(() => restoreMedia(owner, id))).toContain('site');
  expect((await readSiteImages()).logo).not.toBeNull();
  await dropSiteImage(owner, 'logo');
  expect((await readSiteImages()).logo).toBeNull();
  expect((await listChosenImages(await getSettings())).logo).toBeNull();
});

test('a removed logo that is uploaded again is shown again', async () => {
  const { owner, id, bytes } = await uploaded(300, 100);
  await chooseSiteImage(owner, { role: 'logo', mediaId: id });
  await deleteMedia(owner, id);

  expect(await staleTagsOf(() => uploadImage(owner, { bytes, fileName: 'again.png' }))).toContain('site');
  expect((await readSiteImages()).logo).not.toBeNull();
});

test('a logo for the dark theme is used only beside one for the light theme', async () => {
  const { owner, id } = await uploaded(320, 80);
  await dropSiteImage(owner, 'logo');
  await chooseSiteImage(owner, { role: 'darkLogo', mediaId: id });
  expect((await readSiteImages()).darkLogo).toBeNull();

  await chooseSiteImage(owner, { role: 'logo', mediaId: (await uploaded(320, 60)).id });
  expect((await readSiteImages()).darkLogo).toMatchObject({ width: 192, height: 48 });
});

test('a site icon becomes squares of all sizes, opaque for Apple, and what browsers ask for by themselves', async () => {
  const { owner, id } = await uploaded(800, 600);
  expect(await chooseSiteImage(owner, { role: 'icon', mediaId: id })).toEqual({ isCropped: true });
  const { icon } = await readSiteImages();
  expect(icon).toMatch(/^site\/icon-[0-9a-f]{16}$/);
  for (const side of iconSides) {
    const { width, height, format, hasAlpha } = await sharp(fileAt(`${icon}-${side}.png`)).metadata();
    expect({ width, height, format, hasAlpha }).toEqual({
      width: side,
      height: side,
      format: 'png',
      hasAlpha: side !== 180,
    });
  }
  expect(await readFixedIcon('icon-192.png', icon)).toEqual(fileAt(`${icon}-192.png`));
  expect(await readFixedIcon('favicon.ico', icon)).toEqual(icoOf(fileAt(`${icon}-32.png`), 32));

  const square = await uploaded(512, 512);
  expect(await chooseSiteImage(owner, { role: 'icon', mediaId: square.id })).toEqual({ isCropped: false });
  expect((await readSiteImages()).icon).not.toBe(icon);
  await dropSiteImage(owner, 'icon');
  expect((await readSiteImages()).icon).toBe('');
  const standard = await readFixedIcon('icon-512.png', '');
  expect((await sharp(standard).metadata()).width).toBe(512);
  expect(await readFixedIcon('icon-512.png', 'site/icon-0000000000000000')).toEqual(standard);
});

test('a picture that is too small, is gone or was removed is refused, and what was there stays', async () => {
  const { owner, id } = await uploaded(512, 512);
  await chooseSiteImage(owner, { role: 'icon', mediaId: id });
  const before = await readSiteImages();
  const small = await uploaded(600, 300);
  await deleteMedia(owner, small.id);
  const smaller = await uploaded(500, 500);

  await expect(chooseSiteImage(owner, { role: 'icon', mediaId: smaller.id })).rejects.toMatchObject({
    code: 'invalid',
    fields: { file: expect.stringContaining('500 × 500') },
  });
  await expect(chooseSiteImage(owner, { role: 'social', mediaId: small.id })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(chooseSiteImage(owner, { role: 'logo', mediaId: newId() })).rejects.toMatchObject({ code: 'not_found' });
  expect(await readSiteImages()).toEqual(before);
});

test('editors, who may upload, may not change what the site looks like', async () => {
  const { id } = await uploaded(600, 600);
  const editor = await actorWith('editor');
  await expect(chooseSiteImage(editor, { role: 'logo', mediaId: id })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(dropSiteImage(editor, 'logo')).rejects.toMatchObject({ code: 'forbidden' });
});

test('an import that is undone leaves the image that became the logo', async () => {
  const { owner, id } = await uploaded(640, 160);
  const importBatchId = newId();
  await db.importBatch.create({
    data: { id: importBatchId, source: 'wordpress', fileName: 'old.xml', status: 'done', createdAt: new Date() },
  });
  await db.media.update({ where: { id }, data: { importBatchId } });
  await chooseSiteImage(owner, { role: 'logo', mediaId: id });

  expect(await detachImages({ importBatchId })).toMatchObject({ removed: 0, inUse: ['quay.png'] });
  expect((await readSiteImages()).logo).not.toBeNull();
  await dropSiteImage(owner, 'logo');
  expect(await detachImages({ importBatchId })).toMatchObject({ removed: 1, inUse: [] });
});
