import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backUp } from '@/lib/backup/backing-up';
import { restoreBackup } from '@/lib/backup/restoring';
import { readDb, db } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { removeFile } from '@/lib/media/storage';
import { createFile } from '../../factories/files';
import { actorWith } from '../../factories/users';
import { findRedirect, importWordPress } from '../../factories/imports';
import { undoImport } from '@/lib/import/running/undoing';
import { findPublicPost } from '@/lib/posts/listing/queries';
import { serveUpload } from '@/server/http/uploads';
import { tableHashes } from '../../factories/table-hashes';
import { OLD_SITE, wxr, wxrFile, wxrItem } from '../../factories/wxr';

const base = `${OLD_SITE}/wp-content/uploads`;
const server = createServer((request, response) => void serveUpload(request, response, request.url ?? ''));
let origin = '';

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const run = (file: string, mediaDir: string | null, dryRun = false) =>
  importWordPress('operator', { files: [file], oldUrl: null, dryRun, mediaDir });
const leads = async (from: string) => (await findRedirect(from)).move?.to ?? null;
const bodyOf = async (slug: string) => (await readDb.post.findUniqueOrThrow({ where: { slug } })).bodyHtml;
const stored = () => {
  const folder = join(env().dataDir, 'uploads/files');
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => name.includes('.'))
    : [];
};

function folderOf(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-files-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const attachment = (id: string, name: string, parent = '0') =>
  wxrItem({
    id,
    type: 'attachment',
    status: 'inherit',
    name: `page-of-${id}`,
    parent,
    extra: `<wp:attachment_url>${base}/${name}</wp:attachment_url>`,
  });

const files = {
  '2024/03/Annual Report.pdf': '%PDF-1.7 a report',
  '2024/03/sound.mp3': 'ID3 a sound of some length',
  '2024/03/clip.mp4': 'a film',
  '2024/03/logo.svg': '<svg onload="alert(1)"/>',
  '2024/03/page.html': '<script>alert(1)</script>',
  '2024/03/episode.m4a': 'an episode',
};

const content = [
  `<div class="wp-block-file"><object class="wp-block-file__embed" data="${base}/2024/03/Annual%20Report.pdf"></object><a href="${base}/2024/03/Annual%20Report.pdf">The report</a><a href="${base}/2024/03/Annual%20Report.pdf" class="wp-block-file__button">Download</a></div>`,
  `<p>See <a href="/wp-content/uploads/2024/03/Annual%20Report.pdf#page=2">page two</a> or <a href="${base}/2024/03/gone.zip">this</a> or <a href="${base}/2024/03/game.swf">play</a>.</p>`,
  `[audio mp3="${base}/2024/03/sound.mp3"][/audio]`,
  `<figure class="wp-block-video"><video controls src="${base}/2024/03/clip.mp4"></video></figure>`,
].join('\n\n');

const file = () =>
  wxrFile(
    wxr(
      wxrItem({
        id: '901',
        name: 'with-files',
        content,
        meta: { enclosure: `${base}/2024/03/episode.m4a\n10\naudio/mp4\na:1:{s:8:"duration";s:1:"9";}` },
      }),
      attachment('902', '2024/03/Annual%20Report.pdf', '901'),
      attachment('903', '2024/03/sound.mp3'),
      attachment('904', '2024/03/clip.mp4'),
      attachment('905', '2024/03/logo.svg'),
      attachment('906', '2024/03/page.html'),
    ),
  );

test('files other than images become downloads: links lead to them, undo removes them', async () => {
  const before = await tableHashes();
  const folder = folderOf(files);
  const dry = await run(file(), folder, true);
  expect([dry.created.files, await tableHashes(), stored()]).toEqual([4, before, []]);

  const report = await run(file(), folder);

  expect(report.created).toMatchObject({ posts: 1, files: 4 });
  expect(
    report.notes
      .filter(({ where }) => where.startsWith('file '))
      .map(({ where, why }) => `${where}: ${why}`)
      .sort(),
  ).toEqual([
    'file 2024/03/game.swf: Files of this type are not supported. Links to it lead to the old site.',
    'file 2024/03/gone.zip: It is not among the files that came with the export. Links to it lead to the old site.',
    'file 2024/03/logo.svg: Files of this type are not supported. Links to it lead to the old site.',
    'file 2024/03/page.html: Files of this type are not supported. Links to it lead to the old site.',
  ]);
  const pdf = (await leads('/wp-content/uploads/2024/03/annual%20report.pdf'))!;
  const sound = (await leads('/wp-content/uploads/2024/03/sound.mp3'))!;
  expect(pdf).toMatch(/^\/uploads\/files\/[0-9a-f]{24}\/annual-report\.pdf$/);
  expect(readFileSync(join(env().dataDir, pdf), 'utf8')).toBe('%PDF-1.7 a report');
  expect([await leads('/2014/05/06/page-of-902'), await leads('/?attachment_id=903')]).toEqual([pdf, sound]);
  const body = await bodyOf('with-files');
  expect(body).toContain(`<a href="${pdf}">The report</a>`);
  expect(body).not.toContain('Download');
  expect(body).toContain(`<a href="${pdf}#page=2">page two</a>`);
  expect(body).toContain(`<a href="${base}/2024/03/gone.zip">this</a>`);
  expect(body).toContain(`<a href="${sound}">Audio: sound.mp3</a>`);
  expect(body).toMatch(/<a href="\/uploads\/files\/[0-9a-f]+\/clip\.mp4">Video: clip\.mp4<\/a>/);
  expect(body).toMatch(/<a href="\/uploads\/files\/[0-9a-f]+\/episode\.m4a">Audio: episode\.m4a<\/a>/);
  const [, episode = ''] = /href="([^"]+episode\.m4a)"/.exec(body) ?? [];
  expect((await findPublicPost('with-files'))?.enclosures).toEqual([{ url: episode, type: 'audio/mp4', bytes: 10 }]);
  expect(report.notes.map(({ why }) => why).join('\n')).not.toContain('podcast');

  const listed = await readDb.storedFile.findMany({
    where: { importBatchId: report.batch! },
    orderBy: { fileName: 'asc' },
    select: { fileName: true, kind: true, uses: { select: { post: { select: { slug: true } } } } },
  });
  const uses = [{ post: { slug: 'with-files' } }];
  expect(listed).toEqual([
    { fileName: 'Annual Report.pdf', kind: 'document', uses },
    { fileName: 'clip.mp4', kind: 'video', uses },
    { fileName: 'episode.m4a', kind: 'audio', uses },
    { fileName: 'sound.mp3', kind: 'audio', uses },
  ]);

  const after = await tableHashes();
  for (const again of [await run(file(), folder), await run(file(), null)]) {
    expect(again.created).toMatchObject({ posts: 0, files: 0 });
    expect(again.skipped).toMatchObject({ posts: 1 });
    expect(await tableHashes()).toEqual(after);
  }
  expect(await undoImport('operator', report.batch!)).toMatchObject({ removed: { posts: 1, files: 4 }, kept: [] });
  expect([await tableHashes(), stored()]).toEqual([before, []]);
});

test('undo leaves a file that was in the library before the import', async () => {
  const earlier = await createFile(await actorWith('editor'), 'report', 'Annual Report.pdf');
  const own = { '2024/03/Annual Report.pdf': '%PDF-1.7 report' };
  const report = await run(file(), folderOf(own));
  expect(await leads('/wp-content/uploads/2024/03/annual%20report.pdf')).toBe(earlier.url);
  await undoImport('operator', report.batch!);
  expect(await readDb.storedFile.count({ where: { id: earlier.id, importBatchId: null } })).toBe(1);
  expect(stored()).toEqual([earlier.path.replace('files/', '')]);
  await db.storedFile.delete({ where: { id: earlier.id } });
  await removeFile(earlier.path);
});

test('without a folder each file is reported by name', async () => {
  const report = await run(file(), null);

  expect(report.notes.filter(({ where }) => where === 'file 2024/03/sound.mp3')).toEqual([
    {
      where: 'file 2024/03/sound.mp3',
      why: 'It was not imported, because no zip of the media library was uploaded with the export. Links to it lead to the old site.',
    },
  ]);
  expect(report.created.files).toBe(0);
  const episode = `${base}/2024/03/episode.m4a`;
  expect(report.notes.map(({ why }) => why)).toContain(
    `The audio file of the post (enclosure) stays at its old address, because this site does not have the file; feeds and a link in the post lead there: ${episode}`,
  );
  expect((await findPublicPost('with-files'))?.enclosures).toEqual([{ url: episode, type: 'audio/mp4', bytes: 10 }]);
  expect(await bodyOf('with-files')).toContain(`<a href="${episode}">Audio: episode.m4a</a>`);
  await undoImport('operator', report.batch!);
});

test.each([
  [
    'https://cdn.example/launch.mov\n99\nvideo/quicktime',
    'The media file of the post (enclosure) stays at its old address',
  ],
  ['https://cdn.example/launch.mov\n99\n', 'The media file of the post (enclosure) stays at its old address'],
  ['https://cdn.example/talk.mp3\n99\naudio/mpeg', 'The audio file of the post (enclosure) stays at its old address'],
])('%j counts as a podcast only if it is audio', async (enclosure, sentence) => {
  const url = enclosure.split('\n')[0]!;
  const content = `<p>Watch <a href="${url}">it</a>.</p>`;
  const item = wxrItem({ id: '917', name: 'announced', meta: { enclosure }, content });
  const report = await run(wxrFile(wxr(item)), null);

  const received = report.notes.map(({ why }) => why).filter((why) => why.includes(url));
  expect(received).toEqual([
    `${sentence}, because this site does not have the file; feeds and a link in the post lead there: ${url}`,
  ]);
  await undoImport('operator', report.batch!);
});

test.each([
  ['https://cdn.example/a.mp3', { bytes: 0, type: 'audio/mpeg' }],
  ['https://cdn.example/a.ogg?x=1\n\n', { bytes: 0, type: 'audio/ogg' }],
  ['https://cdn.example/play\r\n77\r\nAudio/X-M4A\r\na:0:{}', { bytes: 77, type: 'audio/x-m4a' }],
  ['https://cdn.example/a.mp3\nmany\n"><script>', { bytes: 0, type: 'audio/mpeg' }],
  ['javascript:alert(1)\n1\naudio/mpeg', null],
  ['', null],
])('reads the enclosure %j', async (enclosure, known) => {
  const url = enclosure.split(/[\r\n]/)[0]!;
  const item = wxrItem({
    id: '907',
    name: 'spoken',
    meta: { enclosure },
    content: `<p>Listen: <a href="${url}">x</a></p>`,
  });
  const report = await run(wxrFile(wxr(item)), null);

  expect((await findPublicPost('spoken'))?.enclosures).toEqual(known ? [{ url, ...known }] : []);
  await undoImport('operator', report.batch!);
});

test('undo keeps a file that a text here links to', async () => {
  const report = await run(file(), folderOf(files));
  const path = (await leads('/wp-content/uploads/2024/03/sound.mp3'))!;
  const { id, ...post } = await readDb.post.findUniqueOrThrow({ where: { slug: 'with-files' } });
  const mine = { ...post, id: 'mine', slug: 'mine', feedId: 'mine', importBatchId: null };
  await db.post.create({ data: { ...mine, bodyHtml: `<p><a href="${path}">Listen</a></p>` } });

  const undone = await undoImport('operator', report.batch!);

  expect(undone.removed).toMatchObject({ posts: 1, files: 2 });
  expect(undone.kept.toSorted((a, b) => (a.where < b.where ? -1 : 1))).toEqual([
    { where: 'the file 2024/03/episode.m4a', why: 'A text on this site links to it.' },
    { where: 'the file 2024/03/sound.mp3', why: 'A text on this site links to it.' },
  ]);
  expect(existsSync(join(env().dataDir, path))).toBe(true);
  await db.post.deleteMany({ where: { id: { in: ['mine', id] } } });
  await db.importItem.deleteMany();
  await db.storedFile.deleteMany();
  rmSync(join(env().dataDir, 'uploads/files'), { recursive: true });
});

test('serves documents as downloads and audio inline, with ranges, and runs neither', async () => {
  const report = await run(file(), folderOf(files));
  const pdf = await fetch(origin + (await leads('/wp-content/uploads/2024/03/annual%20report.pdf'))!);
  expect(pdf.status).toBe(200);
  expect(Object.fromEntries(pdf.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  expect(await pdf.text()).toBe(files['2024/03/Annual Report.pdf']);

  const sound = origin + (await leads('/wp-content/uploads/2024/03/sound.mp3'))!;
  const part = await fetch(sound, { headers: { Range: 'bytes=4-10' } });
  expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([
    206,
    'a sound',
    'bytes 4-10/26',
  ]);
  expect(part.headers.get('content-disposition')).toBe('inline');
  expect(part.headers.get('content-security-policy')).toBe(
    "default-src 'none'; media-src 'self'; sandbox allow-same-origin",
  );
  const beyond = await fetch(sound, { headers: { Range: 'bytes=26-' } });
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */26']);
  const changed = await fetch(sound, { headers: { Range: 'bytes=0-1', 'If-Range': '"other"' } });
  expect([changed.status, await changed.text()]).toEqual([200, files['2024/03/sound.mp3']]);
  for (const name of ['page.html', 'logo.svg', '../secrets.json'])
    expect((await fetch(sound.replace(/[^/]+$/, name))).status).toBe(404);
  await undoImport('operator', report.batch!);
});

test('backups contain the files and restore them', async () => {
  const report = await run(file(), folderOf(files));
  const before = stored().sort();
  const backup = join(mkdtempSync(join(tmpdir(), 'masthead-files-')), 'site.tar.gz');
  expect((await backUp({ file: backup, withSecrets: false })).uploads).toBe(4);
  await undoImport('operator', report.batch!);
  expect(stored()).toEqual([]);

  await restoreBackup({ file: backup, replace: true });

  expect(stored().sort()).toEqual(before);
  const path = (await leads('/wp-content/uploads/2024/03/clip.mp4'))!;
  expect(readFileSync(join(env().dataDir, path), 'utf8')).toBe('a film');
});
