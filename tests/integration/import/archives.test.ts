import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterEach, expect, test, vi } from 'vitest';
import { readDb } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { usualBounds } from '@/lib/import/archives/bounds';
import { openFiles } from '@/lib/import/archives/opening';
import { wordpress } from '@/lib/import/importers/wordpress/importer';
import { removeAbandonedUnpacking } from '@/lib/import/archives/unpacking-folders';
import { importWordPress } from '../../factories/imports';
import { undoImport } from '@/lib/import/running/undoing';
import { fileOf, tarOf, zipOf } from '../../factories/archives';
import { tableHashes } from '../../factories/table-hashes';
import { OLD_SITE, wxr, wxrFile, wxrItem } from '../../factories/wxr';

// Each picture is decoded in a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const uploads = `${OLD_SITE}/wp-content/uploads`;
const left = () => (existsSync(join(env().dataDir, 'imports')) ? readdirSync(join(env().dataDir, 'imports')) : []);
const run = (files: string[], more: Partial<Parameters<typeof importWordPress>[1]> = {}) =>
  importWordPress('operator', { files, oldUrl: null, dryRun: false, ...more });
const lines = (problems: { where: string; why: string }[]) => problems.map(({ where, why }) => `${where}: ${why}`);
const picture = (background: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .jpeg()
    .toBuffer();
const attachment = (id: string, name: string) =>
  wxrItem({
    id,
    type: 'attachment',
    status: 'inherit',
    extra: `<wp:attachment_url>${uploads}/${name}</wp:attachment_url>`,
  });
const part = (id: string, more: Parameters<typeof wxrItem>[0] = {}) =>
  wxr(wxrItem({ id, name: `part-${id}`, ...more }));

afterEach(() => expect(left()).toEqual([]));

test('a zip with several parts of an export is read as WordPress.com gives it, in their order', async () => {
  const before = await tableHashes();
  const zip = zipOf({
    'harbour.wordpress.001.xml': part('702'),
    'harbour.wordpress.000.xml': part('701'),
    '__MACOSX/._harbour.wordpress.000.xml': 'not XML',
    'notes/sitemap.xml': '<urlset></urlset>',
  });
  const file = fileOf(zip, 'export.zip');
  const tried = await run([file], { dryRun: true });
  expect(tried.created).toMatchObject({ posts: 2 });
  expect(await tableHashes()).toEqual(before);

  const report = await run([file]);
  expect(report.created).toMatchObject({ posts: 2 });
  expect(lines(report.failed)).toEqual(['file notes/sitemap.xml: It is not a WordPress export.']);
  expect(await readDb.importBatch.findUniqueOrThrow({ where: { id: report.batch! } })).toMatchObject({
    fileName: 'export.zip',
  });
  expect((await run([file])).created).toMatchObject({ posts: 0 });
  await undoImport('operator', report.batch!);
});

test.each([
  ['gzip', async () => fileOf(gzipSync(part('711')), 'export.xml.gz')],
  ['tar', async () => fileOf(await tarOf({ 'a/export.xml': part('711') }), 'export.tar')],
  ['tar and gzip', async () => fileOf(gzipSync(await tarOf({ 'export.xml': part('711') })), 'export.tgz')],
  ['zip without packing', async () => fileOf(zipOf({ 'e.xml': { content: part('711'), method: 0 } }), 'export')],
])('an export packed with %s is opened, whatever its name', async (_, make) => {
  const report = await run([await make()]);
  expect(report.created).toMatchObject({ posts: 1 });
  await undoImport('operator', report.batch!);
});

test('an archive of the media library adds images, covers, galleries and documents, and undo removes them', async () => {
  const before = await tableHashes();
  const export_ = wxr(
    wxrItem({
      id: '721',
      name: 'with-files',
      content: `<img src="${uploads}/2019/03/quay-300x225.jpg" alt="Quay" />
[gallery ids="723,724"]
<a href="${uploads}/2019/03/tides.pdf">Tides</a>`,
      meta: { _thumbnail_id: '722' },
    }),
    attachment('722', '2019/03/cover.jpg'),
    attachment('723', '2019/03/one.jpg'),
    attachment('724', '2019/03/café.jpg'),
  );
  const media = zipOf({
    'site/wp-content/uploads/2019/03/quay.jpg': await picture('#246'),
    'site/wp-content/uploads/2019/03/quay-300x225.jpg': await picture('#246'),
    'site/wp-content/uploads/2019/03/cover.jpg': await picture('#624'),
    'site/wp-content/uploads/2019/03/one.jpg': await picture('#462'),
    // As macOS writes it: decomposed, in UTF-8, and without saying so.
    'site/wp-content/uploads/2019/03/cafe\u0301.jpg': { content: await picture('#642'), flags: 0 },
    'site/wp-content/uploads/2019/03/tides.pdf': '%PDF-1.4 tides',
    'site/wp-content/uploads/2019/03/loose.jpg': await picture('#222'),
    'site/wp-content/uploads/2019/03/page.php': '<?php',
    'site/wp-content/uploads/.htaccess': 'deny',
    'site/wp-content/uploads/2019/03/linked.jpg': { content: '/etc/passwd', mode: 0o120777 },
    '../../outside.jpg': 'x',
  });
  const report = await run([fileOf(export_, 'export.xml'), fileOf(media, 'media.zip')]);

  expect(report.created).toMatchObject({ posts: 1, media: 4, files: 1 });
  expect(lines(report.failed)).toEqual([
    'file ../../outside.jpg: Its path leads out of the archive or is not valid here.',
    'media.zip: 1 link is in it: links are not followed.',
    'media.zip: 1 file is of the type php in it: files of this type are not supported.',
    'file 2019/03/loose.jpg: Nothing in the export names it.',
  ]);
  const post = await readDb.post.findUniqueOrThrow({ where: { slug: 'with-files' } });
  expect(post.coverId).not.toBeNull();
  expect(post.bodyHtml.match(/<img src="\/uploads\//g)).toHaveLength(3);
  expect(post.bodyHtml).toMatch(/href="\/uploads\/files\/[0-9a-f]{24}\/tides\.pdf"/);

  expect(await undoImport('operator', report.batch!)).toMatchObject({ removed: { media: 4, files: 1 }, kept: [] });
  expect(await tableHashes()).toEqual(before);
  const stored = readdirSync(join(env().dataDir, 'uploads'), { recursive: true }).filter((name) =>
    /\.\w+$/.test(String(name)),
  );
  expect(stored).toEqual([]);
});

test('an archive in place of the folder of uploads is opened too', async () => {
  const file = wxrFile(wxr(wxrItem({ id: '731', content: `<img src="${uploads}/2019/04/a.jpg" alt="" />` })));
  const tar = fileOf(await tarOf({ '2019/04/a.jpg': await picture('#135') }), 'media.tar');
  const report = await run([file], { mediaDir: tar });
  expect(report.created).toMatchObject({ media: 1 });
  await undoImport('operator', report.batch!);
});

const xml = { 'export.xml': part('741') };
const packedXml = zipOf(xml);
test.each<[string, () => Promise<Buffer> | Buffer, RegExp]>([
  ['is locked', () => zipOf({ 'export.xml': { content: part('741'), flags: 1 } }), /locked with a password/],
  ['is cut off', () => packedXml.subarray(0, packedXml.length - 40), /damaged, or not all of it has arrived/],
  [
    'has a wrong checksum',
    () => zipOf({ 'export.xml': { content: part('741'), checksum: 1 } }),
    /damaged, or not all of it has arrived/,
  ],
  ['says a wrong size', () => zipOf({ 'e.xml': { content: part('741'), size: 9 } }), /damaged, or not all/],
  [
    'is packed oddly',
    () => zipOf({ 'e.xml': { content: part('741'), method: 99 } }),
    /in a way that is not known here/,
  ],
  ['holds nothing', () => zipOf({}), /no WordPress export in given\.bin: it is empty\. Choose the XML file/],
  ['holds pictures alone', async () => zipOf({ '2019/03/a.jpg': await picture('#111') }), /, but 1 file of a media/],
  [
    'is no archive at all',
    () => picture('#111'),
    /given\.bin is not a WordPress export, nor a zip, gzip or tar archive\. Choose/,
  ],
  ['is a 7z', () => Buffer.from('377abcaf271c0004', 'hex'), /of an unsupported type: make a zip/],
  ['is a gzip that is cut off', () => gzipSync(part('741')).subarray(0, 300), /damaged, or not all of it has arrived/],
  ['is a gzip of a picture', async () => gzipSync(await picture('#111')), /there is no export file in it/],
  ['is a tar that is cut off', async () => (await tarOf(xml)).subarray(0, 700), /damaged, or not all of it/],
])('an archive that %s is refused in a sentence, and changes nothing', async (_, make, sentence) => {
  const before = await tableHashes();
  const file = fileOf(await make(), 'given.bin');
  await expect(run([fileOf(part('740'), 'export.xml'), file].slice(/holds/.test(String(_)) ? 1 : 0))).rejects.toThrow(
    sentence,
  );
  expect(await tableHashes()).toEqual(before);
});

test('stops unpacking above the limit', async () => {
  const zip = fileOf(zipOf({ 'export.xml': Buffer.alloc(3_000_000) }), 'bomb.zip');
  const gzip = fileOf(gzipSync(Buffer.alloc(3_000_000, ' ')), 'bomb.gz');
  const many = fileOf(zipOf(Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.txt`, 'x']))), 'many.zip');
  const small = { ...usualBounds, free: 1_000_000, entries: 8 };
  await expect(openFiles([zip], wordpress, small)).rejects.toThrow(
    'bomb.zip cannot be used: its contents are more than 200 times as large as the archive, which is the limit.',
  );
  await expect(openFiles([gzip], wordpress, small)).rejects.toThrow(
    /bomb\.gz cannot be used: its contents are more than 200 times/,
  );
  await expect(openFiles([zip], wordpress, { ...usualBounds, bytes: 1024 ** 2 })).rejects.toThrow(/to more than 1 MB/);
  await expect(openFiles([many], wordpress, small)).rejects.toThrow(/more than 8 entries are in it/);
  await expect(openFiles([zip], wordpress, { ...usualBounds, reserve: Number.MAX_SAFE_INTEGER })).rejects.toThrow(
    'bomb.zip cannot be used: the disk of the server is too full to unpack it. Free some space there. Nothing was imported.',
  );
});

test('takes the first of two files with one name, and never replaces a folder by a file', async () => {
  const given = [
    fileOf(part('751'), 'export.xml'),
    fileOf(zipOf({ '2019/03/a.txt': 'first', '2019/03/a.txt/b.txt': 'below a file' }), 'one.zip'),
    fileOf(zipOf({ 'uploads/2019/03/a.txt': 'second' }), 'two.zip'),
  ];
  const opened = await openFiles(given, wordpress);
  expect(lines(opened.leftOut)).toEqual([
    'file 2019/03/a.txt/b.txt in one.zip: Another file with this name was already included.',
    'file 2019/03/a.txt in two.zip: Another file with this name was already included.',
  ]);
  await opened.close();
});

test('removes what a killed import unpacked, and keeps the files of a running one', async () => {
  const imports = join(env().dataDir, 'imports');
  const [dead, alive, elsewhere] = [
    `unpacked-999999999@${hostname()}-abcdef`,
    `unpacked-${process.pid}@${hostname()}-abcdef`,
    'unpacked-1@another-machine-abcdef',
  ].map((name) => join(imports, name));
  for (const folder of [dead, alive, elsewhere]) {
    mkdirSync(folder!, { recursive: true });
    writeFileSync(join(folder!, 'export.xml'), '');
  }
  await removeAbandonedUnpacking();
  expect([dead, alive, elsewhere].map((folder) => existsSync(folder!))).toEqual([false, true, true]);
  const { rmSync } = await import('node:fs');
  for (const folder of [alive, elsewhere]) rmSync(folder!, { recursive: true });
});
