import { existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { expect, test, vi } from 'vitest';
import { readDb, db } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { findRedirect, importWordPress } from '../../factories/imports';
import { undoImport } from '@/lib/import/running/undoing';
import { tableHashes } from '../../factories/table-hashes';
import { OLD_SITE, wxr, wxrFile, wxrItem } from '../../factories/wxr';

// Each picture is decoded in a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const base = `${OLD_SITE}/wp-content/uploads`;
const run = (file: string, mediaDir: string | null, dryRun = false) =>
  importWordPress('operator', { files: [file], oldUrl: null, dryRun, mediaDir });
const postOf = (slug: string) => readDb.post.findUniqueOrThrow({ where: { slug } });
const uploads = () => {
  const folder = join(env().dataDir, 'uploads');
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => name.includes('.'))
    : [];
};

/** A copy of wp-content/uploads: pictures of one colour each, and what else may lie there. */
async function mediaFolder(files: Record<string, string>, width = 64) {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-media-'));
  for (const [name, colour] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    const bytes = colour.startsWith('#')
      ? await sharp({ create: { width, height: 48, channels: 3, background: colour } })
          .jpeg()
          .toBuffer()
      : colour;
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

const attachment = (id: string, name: string, more: { parent?: string; alt?: string; caption?: string } = {}) =>
  wxrItem({
    id,
    type: 'attachment',
    status: 'inherit',
    parent: more.parent ?? '0',
    excerpt: more.caption ?? '',
    meta: more.alt ? { _wp_attachment_image_alt: more.alt } : {},
    extra: `<wp:attachment_url>${base}/${name}</wp:attachment_url>`,
  });

test('images of the folder are imported into bodies, galleries and featured images, once each, and undo removes them', async () => {
  const folder = await mediaFolder({
    '2013/03/mast.jpg': '#a00',
    '2013/03/cover.jpg': '#0a0',
    '2013/03/loose.jpg': '#00a',
    '2013/03/bläu-1024x768.jpg': '#0aa',
  });
  const content = [
    `<a href="${base}/2013/03/mast.jpg"><img src="${base}/2013/03/mast-300x200.jpg" alt="A mast" /></a>`,
    `<img src="http://www.old-harbour.example/wp-content/uploads/2013/03/bl%C3%A4u-1024x768.jpg" alt="Blue" />`,
    `<img src="${base}/2013/03/gone.jpg" alt="Gone" />`,
    '[gallery ids="202"]',
  ].join('\n\n');
  const file = wxrFile(
    wxr(
      wxrItem({ id: '201', name: 'with-pictures', content, meta: { _thumbnail_id: '203' } }),
      attachment('202', '2013/03/mast.jpg', { parent: '201', alt: 'The mast', caption: 'Before the storm' }),
      attachment('203', '2013/03/cover.jpg', { alt: 'Green water', caption: 'The <em>bay</em>' }),
      attachment('204', '2013/03/loose.jpg'),
    ),
  );
  const before = await tableHashes();
  const dry = await run(file, folder, true);
  expect(dry.created.media).toBe(4);
  expect(await tableHashes()).toEqual(before);

  const report = await run(file, folder);

  expect(report.created).toMatchObject({ posts: 1, media: 4 });
  const media = await readDb.media.findMany({ orderBy: { fileName: 'asc' } });
  expect(media.map(({ fileName, alt, caption }) => [fileName, alt, caption])).toEqual([
    ['bläu-1024x768.jpg', '', ''],
    ['cover.jpg', 'Green water', 'The <em>bay</em>'],
    ['loose.jpg', '', ''],
    ['mast.jpg', 'The mast', 'Before the storm'],
  ]);
  const [blue, cover, , mast] = media;
  const post = await postOf('with-pictures');
  expect(post.bodyHtml).toContain(
    `<a href="/uploads/${mast!.key}.jpg"><img src="/uploads/${mast!.key}.jpg" alt="A mast"></a>`,
  );
  expect(post.bodyHtml).toContain(`<img src="/uploads/${blue!.key}.jpg" alt="Blue">`);
  expect(post.bodyHtml).toContain('<figcaption>Before the storm</figcaption>');
  expect(post.bodyHtml).toContain(`<a href="${base}/2013/03/gone.jpg">Image: Gone</a>`);
  expect(post.renderedHtml).toMatch(/<picture>.*width="64" height="48"/);
  expect(post).toMatchObject({ coverId: cover!.id, coverAlt: 'Green water', coverCaption: 'The bay' });
  const uses = await readDb.mediaUse.findMany({ where: { postId: post.id }, select: { mediaId: true } });
  expect(uses.map(({ mediaId }) => mediaId).sort()).toEqual([blue!.id, cover!.id, mast!.id].sort());
  expect(report.notes).toContainEqual({
    where: 'image 2013/03/gone.jpg',
    why: 'It is not among the files that came with the export, so it stays a link.',
  });
  expect((await findRedirect('/wp-content/uploads/2013/03/mast.jpg')).move?.to).toBe(`/uploads/${mast!.key}.jpg`);

  const after = await tableHashes();
  for (const again of [await run(file, folder), await run(file, null)]) {
    expect(again.created).toMatchObject({ posts: 0, media: 0 });
    expect(again.updated).toMatchObject({ posts: 0 });
    expect(await tableHashes()).toEqual(after);
  }
  expect(await undoImport('operator', report.batch!)).toMatchObject({ removed: { posts: 1, media: 4 }, kept: [] });
  expect(await tableHashes()).toEqual(before);
  expect(uploads()).toEqual([]);
});

test.each(['', '/blog'])(
  'sizes and originals of an image lead to its nearest width, with the folder “%s”',
  async (folder) => {
    const media = await mediaFolder({ '2016/03/garden.jpg': '#2a2', '2016/03/tall-scaled.jpg': '#a2a' }, 700);
    const old = `${folder}/wp-content/uploads/2016/03`;
    const content = `<img src="${OLD_SITE}${old}/garden-300x21.jpg" alt="Garden" />`;
    const file = wxrFile(
      wxr(
        wxrItem({ id: '231', name: 'sized', content, link: `${OLD_SITE}${folder}/sized/` }),
        wxrItem({
          id: '232',
          type: 'attachment',
          status: 'inherit',
          extra: `<wp:attachment_url>${OLD_SITE}${old}/tall-scaled.jpg</wp:attachment_url>`,
        }),
      ),
    );
    const input = { files: [file], oldUrl: `${OLD_SITE}${folder}`, dryRun: false, mediaDir: media };
    const report = await importWordPress('operator', input);
    const [garden, tall] = await readDb.media.findMany({ orderBy: { fileName: 'asc' } });
    const to = async (name: string) => (await findRedirect(`${old}/${name}`)).move?.to ?? null;

    const sizes: [string, string][] = [
      ['garden.jpg', `${garden!.key}.jpg`],
      ['garden-300x21.jpg', `${garden!.key}-320w.webp`],
      ['garden-150x150.jpg', `${garden!.key}-320w.webp`],
      ['garden-600x41.jpg', `${garden!.key}-640w.webp`],
      ['garden-1568x980.jpg', `${garden!.key}.jpg`],
      ['garden-scaled.jpg', `${garden!.key}.jpg`],
      ['tall.jpg', `${tall!.key}.jpg`],
      ['tall-300x21.jpg', `${tall!.key}-320w.webp`],
      ['tall-scaled-300x21.jpg', `${tall!.key}-320w.webp`],
    ];
    for (const [name, path] of sizes) expect([name, await to(name)]).toEqual([name, `/uploads/${path}`]);
    const unknown = ['garden-300x21.png', 'shed-300x21.jpg', 'garden-300.jpg', '../garden-300x21.jpg'];
    expect(await Promise.all(unknown.map(to))).toEqual(unknown.map(() => null));

    await undoImport('operator', report.batch!);
    expect(await to('garden-300x21.jpg')).toBeNull();
  },
);

test('images added by a second run replace the links, and undo restores the links', async () => {
  const folder = await mediaFolder({ '2014/05/rope.jpg': '#fa0' });
  const file = wxrFile(
    wxr(
      wxrItem({ id: '211', name: 'rope', content: `<img src="${base}/2014/05/rope.jpg" alt="Rope" />` }),
      wxrItem({ id: '212', name: 'covered', meta: { _thumbnail_id: '213' } }),
      attachment('213', '2014/05/rope.jpg'),
    ),
  );
  const first = await run(file, null);
  expect((await postOf('rope')).bodyHtml).toContain('Image: Rope</a>');
  const afterFirst = await tableHashes();

  const second = await run(file, folder);

  expect(second).toMatchObject({ created: { media: 1 }, updated: { posts: 2 } });
  expect((await postOf('rope')).bodyHtml).toContain('<img src="/uploads/');
  const { coverId } = await postOf('covered');
  expect(coverId).not.toBeNull();
  await undoImport('operator', second.batch!);
  expect(await tableHashes()).toEqual(afterFirst);
  await undoImport('operator', first.batch!);
});

test('files that are not images, outside the folder or used elsewhere are reported by name', async () => {
  const folder = await mediaFolder({ '2015/01/words.jpg': 'Dear picture,', '2015/01/kept.jpg': '#5af' });
  const outside = await mediaFolder({ 'secret.jpg': '#123' });
  symlinkSync(join(outside, 'secret.jpg'), join(folder, '2015/01/linked.jpg'));
  const names = ['2015/01/words.jpg', '2015/01/linked.jpg', '..%2f..%2fsecret.jpg', '2015/01/kept.jpg'];
  const content = names.map((name) => `<img src="${base}/${name}" alt="${name}" />`).join('\n\n');
  const report = await run(wxrFile(wxr(wxrItem({ id: '221', name: 'odd', content }))), folder);

  expect(report.created.media).toBe(1);
  expect(
    report.notes
      .filter(({ where }) => where.startsWith('image'))
      .map(({ where, why }) => `${where}: ${why}`)
      .sort(),
  ).toEqual([
    'image 2015/01/linked.jpg: It is not among the files that came with the export, so it stays a link.',
    'image 2015/01/words.jpg: This file is not a JPEG, PNG, WebP, GIF or AVIF image. Export it as JPEG or PNG. It stays a link.',
  ]);
  const picture = await readDb.media.findFirstOrThrow();
  const mine = await db.post.create({
    data: {
      ...(await postOf('odd')),
      id: 'mine',
      slug: 'mine',
      feedId: 'mine',
      importBatchId: null,
      coverId: picture.id,
    },
  });
  const undone = await undoImport('operator', report.batch!);
  expect(undone.removed.media).toBe(0);
  expect(undone.kept).toEqual([{ where: 'the image kept.jpg', why: 'It is used on this site.' }]);
  await db.post.delete({ where: { id: mine.id } });
});

test('a missing folder is reported before anything is done', async () => {
  const before = await tableHashes();
  await expect(run(wxrFile(wxr(wxrItem())), '/nowhere/uploads')).rejects.toThrow(
    'There is no folder /nowhere/uploads.',
  );
  expect(await tableHashes()).toEqual(before);
});
