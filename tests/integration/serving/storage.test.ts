import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDb } from '@/lib/database/db';
import { importWordPress } from '../../factories/imports';
import { undoImport } from '@/lib/import/running/undoing';
import { storeDownload } from '@/lib/media/storing-downloads';
import { fetchFile, removeFile, uploadsFolder } from '@/lib/media/storage';
import { storeImage } from '@/lib/media/uploading';
import { takeInFiles } from '@/lib/upkeep/stored-files';
import { createPost } from '../../factories/posts';
import { OLD_SITE, wxr, wxrFile, wxrItem } from '../../factories/wxr';
import { freePort } from '../../setup/free-port';
import { serveApplication } from './application';

const folder = mkdtempSync(join(tmpdir(), 'masthead-s3-'));
let store: S3rver;
let isOpen = true;

beforeAll(async () => {
  const port = await freePort();
  store = new S3rver({
    port,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'pictures' }],
  });
  await store.run();
  Object.assign(process.env, {
    S3_BUCKET: 'pictures',
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_ACCESS_KEY_ID: 'S3RVER',
    S3_SECRET_ACCESS_KEY: 'S3RVER',
  });
});

afterAll(async () => {
  if (isOpen) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

test(
  'an image that was uploaded on one machine is served by another, which has never seen it',
  { timeout: 60_000 },
  async () => {
    const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#2a6f77' } })
      .jpeg()
      .toBuffer();
    const { url, variants } = await storeImage(null, { bytes, fileName: 'Harbour.jpg' });
    // Another machine: the same database and store, and an empty folder.
    rmSync(uploadsFolder(), { recursive: true });
    const { ask } = await serveApplication((_, response) => void response.end('not asked'));
    const answers = await Promise.all([1, 2, 3].map(() => ask(url)));

    for (const { status, headers } of answers) {
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': 'image/jpeg',
        'cache-control': 'public, max-age=31536000, immutable',
      });
    }
    expect(existsSync(join(uploadsFolder(), url.replace('/uploads/', '')))).toBe(true);
    expect(readdirSync(uploadsFolder()).filter((name) => name.startsWith('.'))).toEqual([]);
    for (const { path, mime } of variants) {
      expect((await ask(`/uploads/${path}`)).headers['content-type']).toBe(mime);
    }
  },
);

test('a file missing from the store is not found, and leaves nothing behind', async () => {
  const { ask } = await serveApplication((_, response) => void response.end('not asked'));
  expect((await ask('/uploads/2026/11/nowhere-0123456789ab.png')).status).toBe(404);
  expect(await fetchFile('2026/11/nowhere-0123456789ab.png')).toBe(false);
});

test('what is removed is gone from the store too', { timeout: 60_000 }, async () => {
  const bytes = await sharp({ create: { width: 50, height: 50, channels: 3, background: '#803' } })
    .png()
    .toBuffer();
  const { url } = await storeImage(null, { bytes, fileName: 'Small.png' });
  const path = url.replace('/uploads/', '');
  await removeFile(path);

  expect(await fetchFile(path)).toBe(false);
});

const imported = `${OLD_SITE}/wp-content/uploads/2019/03`;

/** An export with a picture and a document, imported with both. */
async function importWithFiles() {
  const media = mkdtempSync(join(folder, 'media-'));
  mkdirSync(join(media, '2019/03'), { recursive: true });
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#268' } });
  writeFileSync(join(media, '2019/03/quay.jpg'), await picture.jpeg().toBuffer());
  writeFileSync(join(media, '2019/03/tides.pdf'), '%PDF-1.4 tides');
  const content = `<img src="${imported}/quay.jpg" alt="" /> <a href="${imported}/tides.pdf">Tides</a>`;
  const files = [wxrFile(wxr(wxrItem({ id: '801', content })))];
  const { batch } = await importWordPress('operator', { files, oldUrl: null, dryRun: false, mediaDir: media });
  const { variants } = await readDb.media.findFirstOrThrow({ where: { fileName: 'quay.jpg' } });
  const { targetId } = await readDb.importItem.findFirstOrThrow({ where: { kind: 'file' } });
  const paths = [...(JSON.parse(variants) as { path: string }[]).map(({ path }) => path), targetId];
  return { batch: batch!, paths };
}

test('undoing an import also removes its images and files from the store', { timeout: 60_000 }, async () => {
  const { batch, paths } = await importWithFiles();
  const undone = await undoImport('operator', batch);
  expect(undone).toMatchObject({ removed: { media: 1, files: 1 }, kept: [] });
  expect(await Promise.all(paths.map(fetchFile))).toEqual(paths.map(() => false));
});

test('a file that is larger than the memory limit reaches the other machines unchanged', async () => {
  const file = join(folder, 'Film.mp4');
  writeFileSync(file, Buffer.alloc(33 * 1024 * 1024, 'film'));
  const { path } = await storeDownload(file);
  rmSync(uploadsFolder(), { recursive: true });

  expect(await fetchFile(path)).toBe(true);
  expect(readFileSync(join(uploadsFolder(), path)).equals(readFileSync(file))).toBe(true);
});

test(
  'a file that lies in the store alone is taken into the library if a post links to it',
  { timeout: 60_000 },
  async () => {
    const file = join(folder, 'timetable.pdf');
    writeFileSync(file, '%PDF-1.7 of the store');
    const { path } = await storeDownload(file);
    rmSync(uploadsFolder(), { recursive: true });
    const missing = `files/${'0'.repeat(24)}/missing.pdf`;
    await createPost({ bodyHtml: `<a href="/uploads/${path}">it</a><a href="/uploads/${missing}">gone</a>` });
    await takeInFiles();
    const rows = await readDb.storedFile.findMany({
      where: { path: { in: [path, missing] } },
      include: { uses: true },
    });
    expect(rows).toMatchObject([{ path, fileName: 'timetable.pdf', bytes: 21, hash: '', uses: { length: 1 } }]);
  },
);

test(
  'files that an unavailable store keeps are reported, and the rest of the import is undone',
  { timeout: 60_000 },
  async () => {
    const { batch, paths } = await importWithFiles();
    await store.close();
    isOpen = false;
    const undone = await undoImport('operator', batch);

    expect(undone.removed).toMatchObject({ posts: 1, media: 1, files: 1 });
    expect(undone.kept.map(({ where }) => where).sort()).toEqual(paths.map((path) => `uploads/${path}`).sort());
    expect(undone.kept[0]?.why).toContain('delete it there by hand');
  },
);
