import sharp from 'sharp';
import { expect, test, vi } from 'vitest';
import { readDb } from '@/lib/database/db';
import type { Problem } from '@/lib/import/drafts';
import type { ImportItem } from '@/lib/import/importer';
import { wordpress } from '@/lib/import/importers/wordpress/importer';
import { runImport } from '@/lib/import/pipeline';
import { sourceOfPosts } from '@/lib/import/plain-posts';
import { recogniseImporter } from '@/lib/import/recognition';
import { undoImport } from '@/lib/import/running/undoing';
import { zipOf } from '../../factories/archives';
import { eventsOf } from '../../factories/emitted-events';
import { findRedirect } from '../../factories/imports';
import { notebookImporter, type Notebook } from '../../factories/notebook-importer';
import { createPost } from '../../factories/posts';
import { tableHashes } from '../../factories/table-hashes';
import { titleImporter } from '../../factories/title-importer';
import { wxr, wxrFile, wxrItem } from '../../factories/wxr';

// Each picture is decoded in a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const site = 'https://notebook.example';
const notebook: Notebook = {
  notebook: 1,
  url: site,
  title: 'A notebook',
  pictures: ['/pictures/boat.jpg'],
  entries: [
    {
      id: 'e1',
      url: `${site}/entry?no`,
      title: 'The boat',
      html: `<p>See <a href="${site}/second">the second</a>.</p><img src="/pictures/boat.jpg" alt="A boat"><img src="/pictures/gone.jpg" alt="">`,
      tags: ['boats'],
      remarks: [
        { id: 'r1', by: 'Ann', text: 'Nice.' },
        { id: 'r2', parent: 'r1', by: 'Ben', text: 'It <b>is</b>.<script>x</script>' },
      ],
    },
    { id: 'e2', url: `${site}/second`, title: 'Second', html: '<p>More.</p>' },
  ],
};

const importers = [wordpress, notebookImporter] as const;
const run = (file: string, dryRun = false) =>
  runImport('operator', notebookImporter, { files: [file], oldUrl: null, dryRun });
const commentsOf = (postId: string) => readDb.comment.findMany({ where: { postId }, orderBy: { path: 'asc' } });

async function zipFile(content: Notebook) {
  const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#a00' } })
    .jpeg()
    .toBuffer();
  const zip = zipOf({ 'pictures/boat.jpg': picture, 'notebook.json': JSON.stringify(content) });
  return fileOf(zip, 'notebook.zip');
}

function fileOf(content: string | Buffer, name: string) {
  return wxrFile(content as string, name);
}

test('files are recognised by what they hold, in archives too, and what is of no kind is refused', async () => {
  const json = fileOf(JSON.stringify(notebook), 'export.xml');
  const xml = wxrFile(wxr(wxrItem()), 'notebook.json');
  const nothing = fileOf('Dear diary', 'diary.txt');
  expect(await recogniseImporter([json], importers)).toBe(notebookImporter);
  expect(await recogniseImporter([nothing, await zipFile(notebook)], importers)).toBe(notebookImporter);
  expect(await recogniseImporter([xml], importers)).toBe(wordpress);
  expect(await recogniseImporter([fileOf(zipOf({ 'a/export.xml': wxr(wxrItem()) }), 'a.zip')], importers)).toBe(
    wordpress,
  );
  await expect(recogniseImporter([nothing], importers)).rejects.toThrow(
    'There is no export of WordPress or Notebook in diary.txt: it is of no known format. Nothing was imported.',
  );
});

test.each<[string, Record<string, string | Buffer>, string]>([
  ['nothing', {}, ': it holds no files'],
  ['images', { 'a/one.png': 'x', 'a/two.jpg': 'x' }, ': it holds images alone'],
  [
    'another archive',
    { 'readme.txt': 'Hello', 'inner/export.zip': zipOf({ 'export.xml': wxr(wxrItem()) }) },
    ': it holds another archive, inner/export.zip: unpack it first',
  ],
  ['other files', { 'one.png': 'x', 'readme.txt': 'Hello' }, ''],
])('an archive with %s is refused with what it holds', async (_, entries, what) => {
  await expect(recogniseImporter([fileOf(zipOf(entries), 'site.zip')], importers)).rejects.toThrow(
    `There is no export of WordPress or Notebook in site.zip${what}. Nothing was imported.`,
  );
});

test('another importer does a dry run, an import, a repetition and an undo', async () => {
  const file = await zipFile(notebook);
  const before = await tableHashes();
  const dry = await run(file, true);
  expect(dry).toMatchObject({ batch: null, created: { posts: 2, comments: 2, media: 1, tags: 1, authors: 1 } });
  expect(await tableHashes()).toEqual(before);

  const report = await run(file);

  expect(report).toMatchObject({ source: `notebook:${site}`, created: dry.created, failed: dry.failed });
  expect(report.failed).toEqual([{ where: 'the notebook', why: 'Its drawings were not imported.' }]);
  expect(report.notes.map(({ where }) => where)).toContain('entry e1');
  const post = await readDb.post.findUniqueOrThrow({
    where: { slug: 'the-boat' },
    include: { tags: { include: { tag: true } }, authors: { include: { user: true } }, mediaUses: true },
  });
  const media = await readDb.media.findFirstOrThrow({ where: { fileName: 'boat.jpg' } });
  expect(post.bodyHtml).toContain(`<img src="/uploads/${media.key}.jpg" alt="A boat">`);
  expect(post.bodyHtml).toContain('<a href="/second">the second</a>');
  expect(post.renderedHtml).toContain('<picture>');
  expect(post.mediaUses.map(({ mediaId }) => mediaId)).toEqual([media.id]);
  expect(post.tags.map(({ tag }) => tag.slug)).toEqual(['boats']);
  expect(post.authors.map(({ user }) => user.name)).toEqual(['Ola Keeper']);
  expect(
    (await commentsOf(post.id)).map(({ authorName, bodyHtml, parentId }) => [authorName, bodyHtml, !parentId]),
  ).toEqual([
    ['Ann', '<p>Nice.</p>', true],
    ['Ben', '<p>It <strong>is</strong>.</p>', false],
  ]);
  expect((await findRedirect('/entry')).move?.to).toBe('/the-boat');
  expect((await findRedirect('/all-entries')).move?.to).toBe('/archive');

  const after = await tableHashes();
  expect(await run(file)).toMatchObject({ created: { posts: 0, comments: 0, media: 0 }, skipped: { posts: 2 } });
  expect(await tableHashes()).toEqual(after);
  expect(await undoImport('operator', report.batch!)).toMatchObject({ removed: { posts: 2, media: 1 }, kept: [] });
  expect(await tableHashes()).toEqual(before);
});

test('comments without posts are added to existing posts, by their old or present addresses', async () => {
  const here = await createPost({ slug: 'old-friend' });
  const threads = [
    { id: 't1', url: `${site}/old-friend`, remarks: [{ id: 'r7', by: 'Cleo', text: 'Still true.' }] },
    { id: 't2', url: `${site}/second`, remarks: [{ id: 'r8', by: 'Dora', text: 'Found it.' }] },
    { id: 't3', url: `${site}/nowhere`, remarks: [{ id: 'r9', by: 'Emil', text: 'Hello?' }] },
  ];
  const first = await run(fileOf(JSON.stringify(notebook), 'notebook.json'));
  const file = fileOf(JSON.stringify({ ...notebook, entries: [], pictures: [], threads }), 'threads.json');
  const report = await run(file);

  expect(report.created).toMatchObject({ posts: 0, comments: 2 });
  expect(report.failed).toContainEqual({
    where: 'thread t3',
    why: `No post here has the address ${site}/nowhere, so its comments (1) were not imported.`,
  });
  expect((await commentsOf(here.id)).map(({ authorName }) => authorName)).toEqual(['Cleo']);
  expect(await readDb.post.findUniqueOrThrow({ where: { id: here.id } })).toMatchObject({ commentCount: 1 });
  const second = await readDb.post.findUniqueOrThrow({ where: { slug: 'second' } });
  expect((await commentsOf(second.id)).map(({ authorName }) => authorName)).toEqual(['Dora']);
  expect(await run(file)).toMatchObject({ created: { comments: 0 }, skipped: { comments: 2 } });

  await undoImport('operator', report.batch!);
  expect(await commentsOf(here.id)).toEqual([]);
  expect(await readDb.post.findUniqueOrThrow({ where: { id: here.id } })).toMatchObject({ commentCount: 0 });
  await undoImport('operator', first.batch!);
});

test('an importer of titles and bodies needs nothing else: posts appear, change with the file, and keep their time', async () => {
  const before = await tableHashes();
  const first = fileOf(
    JSON.stringify([
      {
        title: 'Low tide',
        html: '<p>See <a href="https://list.example/x">x</a>.</p><img src="https://list.example/a.png" alt="A">',
      },
      { title: 'Same', html: '<p>One.</p>' },
      { title: 'Same', html: '<p>Two.</p><script>x</script>' },
    ]),
    'posts.json',
  );
  const runTitles = (file: string, dryRun = false) =>
    runImport('operator', titleImporter, { files: [file], oldUrl: null, dryRun });
  expect(await runTitles(first, true)).toMatchObject({ created: { posts: 3 }, failed: [] });
  expect(await tableHashes()).toEqual(before);
  const report = await runTitles(first);
  expect(report).toMatchObject({ source: 'titles:', created: { posts: 3, media: 0 }, failed: [] });
  expect(report.notes).toEqual([
    { where: '“Low tide”', why: expect.stringContaining('https://list.example/a.png') as string },
  ]);
  const stored = () => readDb.post.findMany({ where: { importBatchId: report.batch }, orderBy: { slug: 'asc' } });
  const posts = await stored();
  expect(posts.map(({ slug, status }) => [slug, status])).toEqual([
    ['low-tide', 'published'],
    ['same', 'published'],
    ['same-2', 'published'],
  ]);
  expect(posts.map(({ publishAt }) => publishAt)).not.toContain(null);
  expect(posts[2]!.bodyHtml).toBe('<p>Two.</p>');
  expect(await runTitles(first)).toMatchObject({ created: { posts: 0 }, skipped: { posts: 3 } });

  const changed = fileOf(JSON.stringify([{ title: 'Low tide', html: '<p>New.</p>' }]), 'posts.json');
  const update = await runTitles(changed);
  expect(update).toMatchObject({ created: { posts: 0 }, updated: { posts: 1 } });
  const [low] = await stored();
  expect(low).toMatchObject({ bodyHtml: '<p>New.</p>', publishAt: posts[0]!.publishAt });
  await undoImport('operator', update.batch!);
  await undoImport('operator', report.batch!);
  expect(await tableHashes()).toEqual(before);
});

test('posts come with their series, in which they stand where the export says or last, until the import is undone', async () => {
  const before = await tableHashes();
  const post = (title: string, position: number | null) => ({
    title,
    html: '<p>x</p>',
    series: { title: 'A voyage', position },
  });
  const content = [post('Second leg', 1), post('First leg', 0), post('Epilogue', null), { title: 'Alone', html: 'x' }];
  const runTitles = () =>
    runImport('operator', titleImporter, {
      files: [fileOf(JSON.stringify(content), 'posts.json')],
      oldUrl: null,
      dryRun: false,
    });
  const report = await runTitles();

  const series = await readDb.series.findFirstOrThrow({
    where: { title: 'A voyage' },
    include: { posts: { orderBy: { seriesPosition: 'asc' } } },
  });
  expect(series.posts.map(({ title }) => title)).toEqual(['First leg', 'Second leg', 'Epilogue']);
  expect(await runTitles()).toMatchObject({ created: { posts: 0 }, skipped: { posts: 4 } });
  await undoImport('operator', report.batch!);
  expect(await tableHashes()).toEqual(before);
});

test('with the address of the old site, links between posts and old addresses come along', async () => {
  const at = 'https://list.example';
  const target = { imageAt: () => null, fileAt: () => null, pageAt: () => '/second', takeFiles: async () => {} };
  const lines: Problem[] = [];
  const source = sourceOfPosts(
    [
      { title: 'First', html: `<p><a href="${at}/2.html">on</a></p>`, link: `${at}/1.html` },
      { title: 'Second', html: 'x'.repeat(1_100_000), link: `${at}/2.html`, status: 'draft' },
    ],
    { baseUrl: `${at}/` },
  );
  expect(source.site.baseUrl).toBe(at);
  const items: ImportItem[] = [];
  const reading = source.items({ ...target, onNote: () => {}, onFailed: (one) => lines.push(one) });
  for await (const item of reading) items.push(item);
  expect(items).toMatchObject([{ post: { sourceId: 'First', oldPaths: ['/1.html'] }, done: 1 }]);
  expect('post' in items[0]! && items[0].post.body.html).toBe('<p><a href="/second">on</a></p>');
  expect(lines).toEqual([{ where: '“Second”', why: expect.stringContaining('1.1 million characters') as string }]);
  expect(source.links.postAt('/2.html')).toBe('Second');
  expect(source.links.postAt('https://elsewhere.example/2.html')).toBeNull();
  expect([...source.posts()].map(({ isHidden }) => isHidden)).toEqual([false, true]);
});

test.each([
  ['{', 'posts.json does not have the expected form. Nothing was imported.'],
  ['{}', 'posts.json does not have the expected form. Nothing was imported.'],
  ['[{ "title": "a", "html": 1 }]', 'posts.json does not have the expected form at 0.html. Nothing was imported.'],
])('a JSON file with %j is refused', async (content, sentence) => {
  const input = { files: [fileOf(content, 'posts.json')], oldUrl: null, dryRun: false };
  await expect(runImport('operator', titleImporter, input)).rejects.toThrow(sentence);
});

test('an imported reply names the author of its parent, from this file or an earlier one', async () => {
  const entry = { id: 'e9', url: `${site}/talk`, title: 'Talk', html: '<p>Talk.</p>' };
  const remarks = [
    { id: 'a1', by: 'Ola', text: 'Mine.', isMine: true },
    { id: 'a2', parent: 'a1', by: 'Ann', text: 'Yours.' },
  ];
  const later = [...remarks, { id: 'a3', parent: 'a1', by: 'Ben', text: 'Late.' }];
  const batches: string[] = [];
  const published = async (given: typeof later) => {
    const content = JSON.stringify({ ...notebook, pictures: [], entries: [{ ...entry, remarks: given }] });
    const work = async () => batches.push((await run(fileOf(content, 'notebook.json'))).batch!);
    const events = await eventsOf(work);
    return events.flatMap((event) => (event.type === 'comment.published' ? event.comments : []));
  };
  const [mine, yours] = await published(remarks);
  expect(mine).toMatchObject({ parentId: null, parentAuthorId: null });
  expect(yours).toMatchObject({ authorId: null, parentId: mine!.id, parentAuthorId: mine!.authorId });
  expect(mine!.authorId).toBeTruthy();
  expect(await published(later)).toMatchObject([{ parentId: mine!.id, parentAuthorId: mine!.authorId }]);
  for (const batch of batches.toReversed()) await undoImport('operator', batch);
});

test('refusals use the words of the importer', async () => {
  await expect(run(fileOf(Buffer.from([0, 1, 2, 3]), 'notes.bin'))).rejects.toThrow(
    'notes.bin is not a Notebook export, nor a zip, gzip or tar archive. Choose the JSON file of a notebook.',
  );
  await expect(run(fileOf(zipOf({ 'pictures/boat.jpg': 'x' }), 'empty.zip'))).rejects.toThrow(
    'There is no Notebook export in empty.zip, but 1 file of a media library: add the JSON file of a notebook. Nothing was imported.',
  );
});
