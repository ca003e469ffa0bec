import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, test, vi } from 'vitest';
import { db, readDb } from '@/lib/database/db';
import { exportToFile } from '@/lib/export/exporting';
import { exportFormats } from '@/lib/export/formats';
import { masthead } from '@/lib/import/importers/masthead/importer';
import { importers } from '@/lib/import/importers/registry';
import { runImport } from '@/lib/import/pipeline';
import { recogniseImporter } from '@/lib/import/recognition';
import { undoImport } from '@/lib/import/running/undoing';
import { uploadImage } from '@/lib/media/uploading';
import { newId } from '@/lib/platform/ids';
import { seedSite } from '@/lib/seeding/seeding';
import { getSettings, storeSettings } from '@/lib/settings/queries';
import { tarOf, zipOf } from '../../factories/archives';
import { createComment } from '../../factories/comments';
import { emptySite } from '../../factories/empty-site';
import { createPost } from '../../factories/posts';
import { createSeries } from '../../factories/series';
import { tableHashes } from '../../factories/table-hashes';
import { actorWith, createUser } from '../../factories/users';
import { entriesIn } from '../../factories/zip-entries';

// Images are decoded in processes of their own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'masthead-export-'));
const archive = exportFormats[0];
const fileOf = (name: string) => join(folder, name);
const exported = (name: string) => exportToFile(archive, fileOf(name));
const run = (file: string, more: { dryRun?: boolean; useSiteSettings?: boolean } = {}) =>
  runImport('operator', masthead, { files: [file], oldUrl: null, dryRun: false, ...more });
const at = (hour: number) => new Date(Date.UTC(2024, 2, 1, hour));

/** A site with something in each state that there is. */
async function createSite() {
  const owner = await actorWith('owner', 'Olga Ritter');
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#356' } })
    .png()
    .toBuffer();
  const image = await uploadImage(owner, { bytes, fileName: 'harbour.png', alt: 'The harbour' });
  const ada = await createUser({
    name: 'Ada',
    slug: 'ada',
    email: 'ada@secret.example',
    bio: 'Writes.',
    hasProfile: false,
  });
  const reader = await createUser({ name: 'Rita Reader', slug: 'rita', email: 'rita@secret.example' });
  await createUser({ name: 'Silent', slug: 'silent' });
  const tag = await db.tag.create({
    data: { id: newId(), slug: 'ropes', name: 'Ropes & knots', description: 'Of all kinds.', createdAt: at(0) },
  });
  const post = await createPost({
    slug: '2024/03/nets',
    title: 'Nets: “dry”',
    subtitle: 'On the quay',
    coverId: image.id,
    coverAlt: 'Nets',
    coverCredit: 'Ada',
    pinnedAt: at(1),
    sensitive: true,
    commentsClosing: 'never',
    adsOff: '["footer"]',
    socialImageId: image.id,
    bodyHtml: `<p>Nets <strong>dry</strong> on the <a href="/about/ropes">quay</a>.</p>\n<figure><img src="${image.url}" alt="x"><figcaption>Nets</figcaption></figure>\n<ul><li>One</li><li>Two</li></ul>`,
  });
  await db.mediaUse.create({ data: { mediaId: image.id, postId: post.id } });
  await db.postAuthor.create({ data: { postId: post.id, userId: ada.id, position: 0 } });
  await db.postTag.create({ data: { postId: post.id, tagId: tag.id, position: 0 } });
  const about = await createPost({ type: 'page', slug: 'about', title: 'About' });
  await createPost({ type: 'page', slug: 'about/ropes', parentId: about.id, menuOrder: 2 });
  for (const status of ['draft', 'review', 'private'] as const)
    await createPost({ slug: `a-${status}`, status, publishAt: null, firstPublishedAt: null });
  // A part that was moved before an older one, in a series whose address is not of its title any more.
  const second = await createPost({ slug: 'the-second-part' });
  const series = await createSeries([second.id, post.id], 'Along the quay');
  await db.series.update({
    where: { id: series.id },
    data: { slug: 'quay', description: 'From the mole\nto the crane.' },
  });
  await createSeries([], 'Nothing yet');
  await createPost({ slug: 'gone', status: 'trashed', statusBeforeTrash: 'published' });
  await createPost({ slug: 'later', publishAt: new Date('2099-01-01T08:00:00Z'), firstPublishedAt: null });
  await createThread(post.id, reader.id);
  for (const [from, row] of Object.entries({
    '/old-nets': { postId: post.id },
    '/old-ropes': { tagId: tag.id },
    '/elsewhere': { to: 'https://other.example/x', status: 302 },
    '/blogs': { to: '/about', kind: 'prefix' },
    '/retired': { status: 410 },
  }))
    await db.redirect.create({ data: { id: newId(), from, source: 'manual', createdAt: at(0), ...row } });
  const entry = { id: newId(), label: 'Ropes', isNested: false };
  const entries = [
    { ...entry, kind: 'post', target: post.id },
    { ...entry, id: newId(), kind: 'tag', target: tag.id, isNested: true },
    { ...entry, id: newId(), kind: 'address', target: 'https://other.example/' },
  ];
  await db.siteMenu.create({ data: { place: 'header', version: 1, entries: JSON.stringify(entries) } });
  await storeSettings({
    siteName: 'Harbour News',
    permalinks: 'month',
    ownCss: 'p { color: teal; }',
    logoId: image.id,
    feedIdentity: `urn:uuid:${newId()}`,
  });
  await seedSite({ posts: 30, comments: 200, thread: 40, seed: 7 });
  return { post };
}

async function createThread(postId: string, authorId: string) {
  const root = await createComment(postId, { body: 'First *of all*.', createdAt: at(5), authorName: 'Cleo' });
  // Written earlier and brought in later: the order of rows is not that of time.
  await createComment(postId, {
    body: 'Before it.',
    createdAt: at(3),
    authorName: 'Dora',
    authorUrl: 'https://dora.example/',
  });
  const reply = await createComment(postId, { parentId: root.id, authorId, authorName: '', createdAt: at(6) });
  await createComment(postId, { parentId: reply.id, createdAt: at(6), format: 'html', body: 'So<br>it <b>is</b>' });
  for (const status of ['pending', 'hidden', 'spam', 'shadowed', 'deleted'] as const)
    await createComment(postId, { status: status as 'hidden', createdAt: at(7), body: `Secret of ${status}.` });
  await createComment(postId, {
    type: 'mention',
    authorName: 'Elsewhere',
    authorUrl: 'https://else.example/',
    createdAt: at(8),
  });
  await db.comment.update({ where: { id: root.id }, data: { pinnedAt: at(9), pickedAt: at(9), editedAt: at(6) } });
}

let first: Buffer;

beforeAll(async () => {
  await createSite();
  await exported('first.zip');
  first = readFileSync(fileOf('first.zip'));
});

test('the same site makes the same bytes, and no id of a row, time of the export or secret is among them', async () => {
  const report = await exported('again.zip');
  expect(readFileSync(fileOf('again.zip')).equals(first)).toBe(true);
  expect(report).toMatchObject({ notes: [], counts: { posts: 37, pages: 2, images: 1, series: 2 } });
  const all = Object.values(await entriesIn(fileOf('first.zip')))
    .map(String)
    .join('\n');
  for (const { id } of await readDb.comment.findMany({ select: { id: true } })) expect(all).not.toContain(id);
  for (const { id } of await readDb.user.findMany({ select: { id: true } })) expect(all).not.toContain(id);
  expect(all).not.toMatch(/secret\.example|passwordHash|Secret of deleted|Silent/);
});

test('posts stand there as Markdown and as HTML, and the manifest has the sum of every file', async () => {
  const entries = await entriesIn(fileOf('first.zip'));
  const markdown = String(entries['posts/2024/03/nets.md']);
  expect(markdown).toContain('masthead: post\n');
  expect(markdown).toContain('Nets **dry** on the [quay](/about/ropes).\n\n<figure><img');
  expect(markdown).toContain('- One\n- Two\n');
  expect(String(entries['posts/2024/03/nets.html'])).toContain('<title>Nets: “dry”</title>\n<body>\n<p>Nets <strong>');
  expect(String(entries['pages/about/ropes.md'])).toContain('parent: about\n');
  const { files } = JSON.parse(String(entries['manifest.json'])) as { files: Record<string, string> };
  expect(Object.keys(files)).toEqual(Object.keys(entries).filter((name) => name !== 'manifest.json'));
});

test('series stand there with their addresses and descriptions, and posts with their places in them', async () => {
  const entries = await entriesIn(fileOf('first.zip'));
  expect(String(entries['series.jsonl'])).toContain(
    '{"slug":"quay","title":"Along the quay","description":"From the mole\\nto the crane."}\n',
  );
  expect(String(entries['posts/2024/03/nets.md'])).toContain('series:\n  title: Along the quay\n  position: 1\n');
  expect(String(entries['posts/the-second-part.md'])).toContain('position: 0\n');
});

test('e-mail addresses come along only on request', async () => {
  await exportToFile(archive, fileOf('emails.zip'), { withEmails: true });
  const users = String((await entriesIn(fileOf('emails.zip')))['users.jsonl']);
  expect(users).toContain('ada@secret.example');
});

test('imported into an empty site and exported again, it is the same to the last byte; a second run changes nothing', async () => {
  await emptySite();
  const before = await tableHashes();
  expect(await recogniseImporter([fileOf('first.zip')], importers)).toBe(masthead);
  const dry = await run(fileOf('first.zip'), { dryRun: true });
  expect(await tableHashes()).toEqual(before);
  const originals = dry.samples?.map(({ original }) => original) ?? [];
  expect(originals).toHaveLength(5);
  for (const original of originals) expect(original).toMatch(/^(?!---)\S/);

  const report = await run(fileOf('first.zip'), { useSiteSettings: true });

  expect(report.failed).toEqual([]);
  expect(report.created).toMatchObject(dry.created);
  await exported('second.zip');
  const second = readFileSync(fileOf('second.zip'));
  expect(await textsIn('second.zip')).toEqual(await textsIn('first.zip'));
  expect(second.equals(first)).toBe(true);
  const post = await readDb.post.findUniqueOrThrow({
    where: { slug: '2024/03/nets' },
    include: { mediaUses: true, cover: true },
  });
  expect(post).toMatchObject({ sensitive: true, commentCount: 4, cover: { alt: 'The harbour' } });
  expect(post.mediaUses).toHaveLength(1);

  // What is written about a series here is not replaced; what is missing comes.
  await db.series.updateMany({ where: { slug: 'quay' }, data: { description: 'Ours.' } });
  const after = await tableHashes();
  expect(await run(fileOf('first.zip'))).toMatchObject({ created: { posts: 0, comments: 0, media: 0 }, failed: [] });
  expect(await tableHashes()).toEqual(after);
  // An image that the site uses itself stays.
  await storeSettings({ logoId: '' });
  expect(await undoImport('operator', report.batch!)).toMatchObject({ kept: [] });
  expect(await tableHashes()).toEqual(before);
});

async function textsIn(name: string) {
  const entries = Object.entries(await entriesIn(fileOf(name)));
  return Object.fromEntries(entries.map(([entry, bytes]) => [entry, String(bytes)]));
}

test.each([
  [
    'posts/2024/03/nets.html',
    (text: string) => text.replace('dry', 'wet'),
    'posts/2024/03/nets.html is damaged or was changed',
  ],
  ['comments.jsonl', () => null, 'comments.jsonl is missing'],
  ['manifest.json', () => null, 'This site archive is not complete: manifest.json at its end is missing.'],
  ['masthead.json', () => '{ "masthead": "site archive", "schema": 99 }', 'was written by a newer version of Masthead'],
])('of an archive that is not whole, %s is named and nothing is imported', async (name, change, sentence) => {
  const before = await tableHashes();
  const entries: Record<string, string | Buffer> = await entriesIn(fileOf('first.zip'));
  const changed = change(String(entries[name]));
  if (changed === null) delete entries[name];
  else entries[name] = changed;
  writeFileSync(fileOf('damaged.zip'), zipOf(entries));
  await expect(run(fileOf('damaged.zip'))).rejects.toThrow(sentence);
  expect(await tableHashes()).toEqual(before);
});

test('a folder around all of it and another kind of archive do no harm', async () => {
  const entries = Object.entries(await entriesIn(fileOf('first.zip'))).map(
    ([name, bytes]) => [`site/${name}`, bytes] as const,
  );
  writeFileSync(fileOf('packed.tar'), await tarOf(Object.fromEntries(entries)));
  expect(await run(fileOf('packed.tar'), { dryRun: true })).toMatchObject({ failed: [], created: { media: 1 } });
});

test('no archive brings code that runs in pages, or decides who gets in', async () => {
  const entries: Record<string, string | Buffer> = await entriesIn(fileOf('first.zip'));
  const settings = JSON.parse(String(entries['settings.json'])) as { values: Record<string, unknown> };
  const code = {
    id: crypto.randomUUID(),
    name: 'Bad',
    code: '<script>x</script>',
    hash: '0123456789abcdef',
    need: 'none',
    isOn: true,
  };
  settings.values = {
    ...settings.values,
    siteName: 'Taken over',
    siteCode: [code],
    staffPasskeys: true,
    postsPerPage: 9_999,
    ownCss: 'color: red',
  };
  entries['settings.json'] = JSON.stringify(settings);
  const manifest = JSON.parse(String(entries['manifest.json'])) as { files: Record<string, string> };
  manifest.files['settings.json'] = createHash('sha256').update(entries['settings.json']).digest('hex');
  entries['manifest.json'] = JSON.stringify(manifest);
  writeFileSync(fileOf('code.zip'), zipOf(entries));
  const report = await run(fileOf('code.zip'), { useSiteSettings: true });
  expect(await getSettings()).toMatchObject({
    siteName: 'Taken over',
    siteCode: [],
    staffPasskeys: false,
    postsPerPage: 10,
  });
  expect(report.advice?.join(' ')).toContain('were left as they are: ownCss, postsPerPage');
});
