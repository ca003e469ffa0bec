import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readDb } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { deleteMedia, getMedia, listMedia } from '@/lib/media/library';
import { uploadImage } from '@/lib/media/uploading';
import { actorWith } from '../../factories/users';

const file = (path: string) => readFileSync(join(env().dataDir, 'uploads', path));
const servable = /^(?:[a-z0-9][a-z0-9-]*\/)*[a-z0-9][a-z0-9-]*\.(avif|webp|jpg|png|gif)$/;
let shade = 0;

/** A picture that no other test made. */
function picture(width: number, height: number, channels: 3 | 4 = 3) {
  shade += 37;
  const background = { r: shade % 251, g: shade % 241, b: 120, alpha: 0.5 };
  return sharp({ create: { width, height, channels, background } });
}

function uploads() {
  const folder = join(env().dataDir, 'uploads');
  return existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String).sort() : [];
}

test('a photo is stored in two formats and five widths, with a compatible one for all browsers', async () => {
  const author = await actorWith('author');
  const bytes = await picture(2400, 1600).jpeg().toBuffer();

  const media = await uploadImage(author, { bytes, fileName: '../../Häfen & Möwen.JPG' });

  expect(media).toMatchObject({ width: 1920, height: 1280, color: expect.stringMatching(/^#[0-9a-f]{6}$/) });
  expect(media.url).toMatch(/^\/uploads\/\d{4}\/\d{2}\/hafen-mowen-[0-9a-f]{12}\.jpg$/);
  const widths = (mime: string) => media.variants.filter((v) => v.mime === mime).map((v) => v.width);
  expect(widths('image/avif')).toEqual([320, 640, 960, 1280, 1920]);
  expect(widths('image/webp')).toEqual([320, 640, 960, 1280, 1920]);
  for (const { path, width, height, bytes } of media.variants) {
    expect(path).toMatch(servable);
    const metadata = await sharp(file(path)).metadata();
    expect([metadata.width, metadata.height, file(path).byteLength]).toEqual([width, height, bytes]);
  }
});

test('a small image is not enlarged', async () => {
  const author = await actorWith('author');

  const media = await uploadImage(author, { bytes: await picture(200, 100).webp().toBuffer(), fileName: 'small.webp' });

  expect(media.variants.map(({ width }) => width)).toEqual([200, 200, 200]);
});

test('transparency survives', async () => {
  const author = await actorWith('author');

  const media = await uploadImage(author, { bytes: await picture(400, 300, 4).png().toBuffer(), fileName: 'a.png' });

  expect(media.url).toMatch(/\.png$/);
  expect((await sharp(file(media.url.slice('/uploads/'.length))).metadata()).hasAlpha).toBe(true);
});

test('camera metadata is removed, and the image is upright', async () => {
  const author = await actorWith('author');
  const bytes = await picture(600, 400)
    .withExif({ IFD0: { Artist: 'SERIAL-Private' }, IFD3: { GPSLatitude: '48/1 12/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect(bytes.includes('SERIAL-Private')).toBe(true);

  const media = await uploadImage(author, { bytes, fileName: 'a.jpg' });

  expect(media).toMatchObject({ width: 400, height: 600 });
  for (const { path } of media.variants) {
    const { exif, xmp, icc, orientation } = await sharp(file(path)).metadata();
    expect([exif, xmp, orientation ?? 1]).toEqual([undefined, undefined, 1]);
    expect(icc === undefined || !file(path).includes('SERIAL')).toBe(true);
    expect(file(path).includes('Private')).toBe(false);
  }
});

test('keeps an animation', async () => {
  const author = await actorWith('author');
  const frames = await Promise.all([1, 2, 3].map(() => picture(64, 48, 4).png().toBuffer()));
  const bytes = await sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100, 100] })
    .toBuffer();

  const media = await uploadImage(author, { bytes, fileName: 'wave.gif' });

  expect(media).toMatchObject({ width: 64, height: 48 });
  expect(media.variants.map(({ mime }) => mime).sort()).toEqual(['image/gif', 'image/webp']);
  for (const { path } of media.variants) {
    expect((await sharp(file(path), { animated: true }).metadata()).pages).toBe(3);
  }
});

test('the same bytes twice are one image, concurrently or in sequence, which is restored if it was deleted', async () => {
  const [author, editor] = [await actorWith('author'), await actorWith('editor')];
  const bytes = await picture(300, 200).jpeg().toBuffer();

  const [first, second] = await Promise.all([
    uploadImage(author, { bytes, fileName: 'a.jpg' }),
    uploadImage(author, { bytes, fileName: 'b.jpg' }),
  ]);
  expect(second.id).toBe(first.id);
  for (const { path } of first.variants) expect(file(path).byteLength).toBeGreaterThan(0);

  await deleteMedia(editor, first.id);
  await expect(getMedia(author, first.id)).rejects.toMatchObject({ code: 'not_found' });
  expect(await getMedia(author, first.id, { evenRemoved: true })).toMatchObject({ isRemoved: true });
  await uploadImage(author, { bytes, fileName: 'c.jpg' });
  expect(await getMedia(author, first.id)).toMatchObject({ id: first.id });
});

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>';
const crcTable = (await import('node:zlib')).crc32;

/** A PNG of this size in a few kilobytes, whatever it would unpack to. */
async function pngClaiming(width: number, height: number) {
  const bytes = Buffer.from(await picture(8, 8).png().toBuffer());
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(crcTable(bytes.subarray(12, 29)), 29);
  return bytes;
}

test.each([
  ['an SVG named .png', 'invalid', async () => Buffer.from(svg)],
  ['a page that begins like a GIF', 'invalid', async () => Buffer.from('GIF89a/*<html><script>alert(1)</script>*/')],
  ['text', 'invalid', async () => Buffer.from('hello')],
  ['nothing', 'invalid', async () => Buffer.alloc(0)],
  ['a PDF', 'invalid', async () => Buffer.from('%PDF-1.7\n')],
  ['half a JPEG', 'invalid', async () => (await picture(900, 900).jpeg().toBuffer()).subarray(0, 3_000)],
  ['a TIFF', 'invalid', async () => picture(40, 40).tiff().toBuffer()],
  ['a PNG 30,001 pixels wide', 'too_large', async () => picture(30_001, 2).png().toBuffer()],
  ['a decompression bomb', 'too_large', async () => pngClaiming(20_000, 20_000)],
  ['a PNG whose header lies', 'invalid', async () => pngClaiming(4_000, 4_000)],
  [
    'eleven megabytes',
    'too_large',
    async () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(11_000_000)]),
  ],
])('%s is refused with a sentence and leaves nothing', async (_name, code, make) => {
  const author = await actorWith('author');
  const bytes = await make();
  const before = uploads();

  const attempt = uploadImage(author, { bytes, fileName: 'harmless.png' });

  await expect(attempt).rejects.toMatchObject({ code, fields: { file: expect.stringMatching(/\.$/) } });
  expect(uploads()).toEqual(before);
  expect(await readDb.media.count({ where: { uploadedById: author.id } })).toBe(0);
});

test('does not store a page hidden in an image file', async () => {
  const author = await actorWith('author');
  const bytes = Buffer.concat([
    await picture(50, 50).jpeg().toBuffer(),
    Buffer.from('<html><script>alert(1)</script>'),
  ]);

  const media = await uploadImage(author, { bytes, fileName: 'x.php.jpg' });

  for (const { path } of media.variants) expect(file(path).includes('alert')).toBe(false);
});

test.each(['reader', 'moderator'] as const)('a %s may not upload', async (role) => {
  const actor = await actorWith(role);
  const bytes = await picture(20, 20).png().toBuffer();

  await expect(uploadImage(actor, { bytes, fileName: 'a.png' })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(listMedia(actor)).rejects.toMatchObject({ code: 'forbidden' });
});

const cut = (bytes: Buffer, missing: number) => bytes.subarray(0, bytes.length - missing);
/** A picture of noise, so that its lines are as long as those of a photograph. */
function photograph(width = 640, height = 480) {
  const noise = Buffer.alloc(width * height * 3);
  for (let at = 0; at < noise.length; at += 1) noise[at] = (at * 7_919 + shade) % 251;
  shade += 1;
  return sharp(noise, { raw: { width, height, channels: 3 } });
}

test.each([
  ['its last byte', 1],
  ['the mark of its end', 2],
  ['a few bytes of its last line', 20],
])('a JPEG without %s is taken, as browsers show it', async (_name, missing) => {
  const author = await actorWith('author');
  const bytes = cut(await photograph().jpeg().toBuffer(), missing);

  const media = await uploadImage(author, { bytes, fileName: 'cut.jpg' });

  expect(media).toMatchObject({ width: 640, height: 480 });
});

test('a progressive JPEG without the mark of its end is taken', async () => {
  const author = await actorWith('author');
  const bytes = cut(await photograph().jpeg({ progressive: true }).toBuffer(), 2);

  expect(await uploadImage(author, { bytes, fileName: 'cut.jpg' })).toMatchObject({ width: 640 });
});

test.each([
  ['a JPEG', () => photograph().jpeg().toBuffer()],
  ['a progressive JPEG', () => photograph().jpeg({ progressive: true }).toBuffer()],
  ['a PNG', () => photograph().png().toBuffer()],
  ['an AVIF', () => photograph().avif({ effort: 0 }).toBuffer()],
])('half of %s is refused', async (_name, make) => {
  const author = await actorWith('author');
  const whole = await make();

  await expect(uploadImage(author, { bytes: cut(whole, whole.length >> 1), fileName: 'half' })).rejects.toMatchObject({
    message: 'This image is damaged or incomplete: it could not be read to its end.',
  });
});

test('an AVIF is taken, whatever its name says', async () => {
  const author = await actorWith('author');
  const bytes = await photograph(200, 100).avif({ effort: 0 }).toBuffer();

  const media = await uploadImage(author, { bytes, fileName: 'x.jpg' });

  expect(media).toMatchObject({ width: 200, height: 100, url: expect.stringMatching(/\.jpg$/) });
});

const box = (...brands: string[]) =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 12 + brands.length * 4]),
    Buffer.from(`ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`, 'latin1'),
    Buffer.alloc(64),
  ]);

test.each<[string, Buffer, RegExp]>([
  ['HEIC', box('heic', 'mif1', 'heic'), /^This is a HEIC photo\. On an iPhone choose Settings > Camera > Formats > /],
  ['HEIC of another brand', box('mif1', 'mif1', 'heix'), /^This is a HEIC photo/],
  ['SVG', Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), /^This is an SVG drawing/],
  ['TIFF', Buffer.from('II*\0\x08\0\0\0', 'latin1'), /^This is a TIFF or camera raw image.*Export it as JPEG or PNG/],
  ['BMP', Buffer.from('BM\x10\0\0\0\0\0\0\0', 'latin1'), /^This is a BMP image/],
  ['JPEG XL', Buffer.from('\xff\x0a\xfa', 'latin1'), /^This is a JPEG XL image/],
  ['a PDF', Buffer.from('%PDF-1.7\n'), /^This is a PDF document/],
  ['a film', box('isom', 'isom', 'mp42'), /^This is a video/],
  ['words', Buffer.from('Dear all,'), /^This file is not a JPEG, PNG, WebP, GIF or AVIF image\. Export it as/],
])('%s is named in the refusal, with a way out', async (_name, bytes, sentence) => {
  const author = await actorWith('author');

  await expect(uploadImage(author, { bytes, fileName: 'a.jpg' })).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringMatching(sentence),
  });
});
