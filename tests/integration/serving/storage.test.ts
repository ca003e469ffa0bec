import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepDownload } from '@/lib/media/keeping-downloads';
import { bringFile, removeFile, uploadsFolder } from '@/lib/media/storage';
import { storeImage } from '@/lib/media/uploading';
import { freePort } from '../../setup/free-port';
import { serveApplication } from './application';

const folder = mkdtempSync(join(tmpdir(), 'masthead-s3-'));
let store: S3rver;

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
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

test(
  'a picture that was uploaded on one machine is served by another, which has never seen it',
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

test('what the store does not have is not there, and leaves nothing behind', async () => {
  const { ask } = await serveApplication((_, response) => void response.end('not asked'));
  expect((await ask('/uploads/2026/11/nowhere-0123456789ab.png')).status).toBe(404);
  expect(await bringFile('2026/11/nowhere-0123456789ab.png')).toBe(false);
});

test('what is removed is gone from the store too', { timeout: 60_000 }, async () => {
  const bytes = await sharp({ create: { width: 50, height: 50, channels: 3, background: '#803' } })
    .png()
    .toBuffer();
  const { url } = await storeImage(null, { bytes, fileName: 'Small.png' });
  const path = url.replace('/uploads/', '');
  await removeFile(path);

  expect(await bringFile(path)).toBe(false);
});

test('a file that is larger than what is held in memory comes to the other machines as it is', async () => {
  const file = join(folder, 'Film.mp4');
  writeFileSync(file, Buffer.alloc(33 * 1024 * 1024, 'film'));
  const { path } = await keepDownload(file);
  rmSync(uploadsFolder(), { recursive: true });

  expect(await bringFile(path)).toBe(true);
  expect(readFileSync(join(uploadsFolder(), path)).equals(readFileSync(file))).toBe(true);
});
