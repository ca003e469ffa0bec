import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { beforeAll, expect, test, vi } from 'vitest';
import { db, readDb } from '@/lib/database/db';
import { exportToFile } from '@/lib/export/exporting';
import { exportFormats } from '@/lib/export/formats';
import { importers } from '@/lib/import/importers/registry';
import { runImport } from '@/lib/import/pipeline';
import { recogniseImporter } from '@/lib/import/recognition';
import { newId } from '@/lib/platform/ids';
import { storeSettings } from '@/lib/settings/queries';
import { createComment } from '../../factories/comments';
import { emptySite } from '../../factories/empty-site';
import { createPost } from '../../factories/posts';
import { createUser } from '../../factories/users';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'masthead-formats-'));
const fileOf = (id: string) => join(folder, `${id}.export`);
const at = (hour: number) => new Date(Date.UTC(2024, 2, 1, hour, 30, 15));
const notes: Record<string, string[]> = {};

beforeAll(async () => {
  await emptySite();
  await storeSettings({ siteName: 'Harbour & News', timeZone: 'Europe/Vienna' });
  const ada = await createUser({ name: 'Ada <A>', slug: 'ada', email: 'ada@secret.example' });
  const ben = await createUser({ name: 'Ben', slug: 'ben', website: 'http://localhost/ben' });
  const kenji = await createUser({ name: '健二', slug: '健二' });
  const rita = await createUser({ name: 'Rita', slug: 'rita', email: 'rita@secret.example' });
  const tag = await db.tag.create({ data: { id: newId(), slug: 'ropes', name: 'Ropes & knots', createdAt: at(0) } });
  const nets = await createPost({
    slug: '2024/03/nets',
    title: 'Nets & “ropes” ]]> <b>',
    excerpt: 'In short.',
    bodyHtml: '<p>Nets <strong>dry</strong> &amp; <a href="/about">more</a> ]]&gt;.</p>',
    publishAt: at(1),
    firstPublishedAt: at(1),
    createdAt: at(0),
    seoTitle: 'Nets, found',
    commentCount: 4,
  });
  for (const [position, { id }] of [ada, ben].entries())
    await db.postAuthor.create({ data: { postId: nets.id, userId: id, position } });
  await db.postTag.create({ data: { postId: nets.id, tagId: tag.id, position: 0 } });
  const harbour = await createPost({
    slug: '港',
    title: '港',
    coverAlt: 'Boats. '.repeat(60),
    seoTitle: 'Harbour. '.repeat(60),
  });
  await db.postAuthor.create({ data: { postId: harbour.id, userId: kenji.id, position: 0 } });
  await createPost({ type: 'page', slug: 'about', title: 'About', publishAt: at(2), commentsMode: 'off' });
  const hidden = await createPost({ slug: 'hidden-one', status: 'private', title: 'Not for all', publishAt: at(2) });
  await createPost({ slug: 'rough', status: 'draft', title: 'Rough', publishAt: null, firstPublishedAt: null });
  await createPost({ slug: 'thrown-away', status: 'trashed', title: 'Thrown away' });
  await createComment(hidden.id, { body: 'Hidden words.' });
  const first = await createComment(nets.id, { body: 'First *word* ]]>.', createdAt: at(3), authorName: 'Cleo' });
  const second = await createComment(nets.id, {
    parentId: first.id,
    authorId: rita.id,
    authorName: '',
    body: 'Yes.',
    createdAt: at(4),
  });
  await createComment(nets.id, {
    parentId: second.id,
    authorId: ada.id,
    authorName: '',
    body: 'Thanks.',
    createdAt: at(5),
  });
  const gone = await createComment(nets.id, { status: 'deleted' as 'hidden', body: 'Gone words.', createdAt: at(6) });
  await createComment(nets.id, { parentId: gone.id, body: 'Pity.', createdAt: at(7), authorName: 'Dora' });
  await createComment(nets.id, { status: 'pending', body: 'Waiting words.', createdAt: at(8), authorName: 'Emil' });
  await createComment(nets.id, {
    status: 'spam' as 'hidden',
    body: 'Spam words.',
    createdAt: at(8),
    authorName: 'Gus',
  });
  await createComment(nets.id, { status: 'hidden', body: 'Removed words.', createdAt: at(8), authorName: 'Fritz' });
  for (const format of exportFormats.slice(1)) notes[format.id] = (await exportToFile(format, fileOf(format.id))).notes;
  await emptySite();
});

const text = (id: string) => readFileSync(fileOf(id), 'utf8');

async function importAgain(id: string) {
  const importer = await recogniseImporter([fileOf(id)], importers);
  const report = await runImport('operator', importer, { files: [fileOf(id)], oldUrl: null, dryRun: false });
  // What is gone for good has only its place.
  expect(report.failed.filter(({ why }) => !why.startsWith('Comments that were deleted there'))).toEqual([]);
  const posts = await readDb.post.findMany({
    orderBy: { slug: 'asc' },
    include: {
      tags: { include: { tag: true } },
      authors: { orderBy: { position: 'asc' }, include: { user: true } },
      comments: { orderBy: { path: 'asc' }, include: { parent: true } },
    },
  });
  return { importer, posts, byTitle: new Map(posts.map((post) => [post.title, post])) };
}

function elementsOf(xml: string) {
  const names: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ name }) => names.push(name));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return names;
}

test('no format holds what readers do not see where it has no word for it, or an e-mail address', () => {
  for (const { id } of exportFormats.slice(1)) {
    expect(text(id)).not.toMatch(/secret\.example|Gone words/);
  }
  const stateless = ['ghost', 'disqus', 'json-feed'].map(text).join('\n');
  expect(stateless).not.toMatch(/Waiting words|Removed words|Spam words|Hidden words|Thrown away/);
  expect(text('disqus') + text('json-feed')).not.toMatch(/Not for all|Rough/);
  expect(notes['json-feed']).toContain(
    'Left out, because the format holds published posts and pages only: Private, 1.',
  );
  expect(notes.disqus).toContain('Comments that were left out, because the format has no state for them: pending, 1.');
  expect(notes.ghost!.join('\n')).toMatch(/hidden-one is a draft.*\n?[^]*Comments are not in the file \(\d+\)/);
});

test('WXR has the elements in the order of WordPress, and comes back with threads, dates and states', async () => {
  const names = elementsOf(text('wxr'));
  const item = names.slice(names.indexOf('item') + 1, names.indexOf('wp:comment') + 13);
  expect(item.filter((name) => !/meta|category/.test(name))).toEqual(
    `title link pubDate dc:creator guid description content:encoded excerpt:encoded wp:post_id wp:post_date wp:post_date_gmt
     wp:post_modified wp:post_modified_gmt wp:comment_status wp:ping_status wp:post_name wp:status wp:post_parent wp:menu_order
     wp:post_type wp:post_password wp:is_sticky wp:comment wp:comment_id wp:comment_author wp:comment_author_email
     wp:comment_author_url wp:comment_author_IP wp:comment_date wp:comment_date_gmt wp:comment_content wp:comment_approved
     wp:comment_type wp:comment_parent wp:comment_user_id`.split(/\s+/),
  );
  // WordPress would take every letter out of the login of the third author.
  const logins = [...text('wxr').matchAll(/<wp:author_login><!\[CDATA\[(.*?)\]\]>/g)].map(([, login]) => login);
  expect(logins).toEqual(['ada', 'ben', 'author-3']);
  expect(text('wxr')).toContain('<dc:creator><![CDATA[author-3]]></dc:creator>');
  expect(text('wxr')).toContain('<wp:post_date><![CDATA[2024-03-01 02:30:15]]></wp:post_date>');

  const { importer, byTitle } = await importAgain('wxr');
  expect(importer.id).toBe('wordpress');
  const nets = byTitle.get('Nets & “ropes” ]]> <b>') ?? [...byTitle.values()].find(({ slug }) => slug === 'nets')!;
  expect(nets).toMatchObject({ status: 'published', publishAt: at(1), excerpt: 'In short.', seoTitle: 'Nets, found' });
  expect(nets.authors.map(({ user }) => user.slug)).toEqual(['ada', 'ben']);
  expect(nets.tags.map(({ tag }) => tag.name)).toEqual(['Ropes & knots']);
  expect(
    nets.comments.map(({ body, status, createdAt, parent }) => [body, status, createdAt, parent?.body ?? '']),
  ).toEqual([
    ['<p>First <em>word</em> ]]&gt;.</p>', 'approved', at(3), ''],
    ['<p>Yes.</p>', 'approved', at(4), '<p>First <em>word</em> ]]&gt;.</p>'],
    ['<p>Thanks.</p>', 'approved', at(5), '<p>Yes.</p>'],
    ['[deleted]', 'approved', at(6), ''],
    ['<p>Pity.</p>', 'approved', at(7), '[deleted]'],
    ['<p>Waiting words.</p>', 'pending', at(8), ''],
    ['<p>Spam words.</p>', 'spam', at(8), ''],
    ['<p>Removed words.</p>', 'hidden', at(8), ''],
  ]);
  const states = [...byTitle.values()].map(({ slug, type, status }) => [slug.replace(/-\d+$/, ''), type, status]);
  expect(states).toEqual(
    expect.arrayContaining([
      ['about', 'page', 'published'],
      ['hidden-one', 'post', 'private'],
      ['rough', 'post', 'draft'],
      ['thrown-away', 'post', 'trashed'],
    ]),
  );
  await emptySite();
});

test('the JSON of Ghost has its tables and its columns, and comes back as it is', async () => {
  const {
    db: [{ meta, data }],
  } = JSON.parse(text('ghost')) as {
    db: [{ meta: { version: string }; data: Record<string, Record<string, unknown>[]> }];
  };
  expect(meta.version).toBe('5.0.0');
  expect(Object.keys(data)).toEqual(['users', 'tags', 'posts', 'posts_authors', 'posts_tags', 'posts_meta']);
  for (const rows of Object.values(data)) for (const { id } of rows) expect(id).toMatch(/^[0-9a-f]{24}$/);
  expect(data.posts!.map(({ slug, type, status }) => [slug, type, status])).toEqual([
    ['nets', 'post', 'published'],
    ['hidden-one', 'post', 'draft'],
    ['rough', 'post', 'draft'],
    ['港', 'post', 'published'],
    ['about', 'page', 'published'],
  ]);
  // What is longer, or no address by its rules, makes Ghost refuse the whole file.
  expect(data.users!.map(({ website }) => website)).toEqual([null, null, null]);
  const ofHarbour = data.posts_meta!.find(({ feature_image_alt }) => feature_image_alt)!;
  expect([String(ofHarbour.feature_image_alt).length, String(ofHarbour.meta_title).length]).toEqual([125, 300]);

  const { importer, byTitle } = await importAgain('ghost');
  expect(importer.id).toBe('ghost');
  const nets = byTitle.get('Nets & “ropes” ]]> <b>')!;
  expect(nets).toMatchObject({ status: 'published', publishAt: at(1), excerpt: 'In short.', seoTitle: 'Nets, found' });
  expect(nets.authors.map(({ user }) => user.name)).toEqual(['Ada <A>', 'Ben']);
  expect(nets.tags.map(({ tag }) => tag.slug)).toEqual(['ropes']);
  await emptySite();
});

test('the XML of Disqus is in its form, and brings threads and dates to a post at the same address', async () => {
  const names = elementsOf(text('disqus'));
  expect(names.slice(names.indexOf('post'), names.indexOf('post') + 13)).toEqual(
    'post id message createdAt isDeleted isSpam author email name isAnonymous ipAddress thread post'.split(' '),
  );
  const nets = await createPost({ slug: '2024/03/nets', title: 'Nets' });
  const { importer, posts } = await importAgain('disqus');
  expect(importer.id).toBe('disqus');
  const { comments } = posts.find(({ id }) => id === nets.id)!;
  expect(
    comments.map(({ bodyHtml, status, createdAt, authorName, parent }) => [
      bodyHtml,
      status,
      createdAt,
      authorName,
      parent !== null,
    ]),
  ).toEqual([
    ['<p>First <em>word</em> ]]&gt;.</p>', 'approved', at(3), 'Cleo', false],
    ['<p>Yes.</p>', 'approved', at(4), 'Rita', true],
    ['<p>Thanks.</p>', 'approved', at(5), 'Ada <A>', true],
    ['<p>[removed]</p>', 'deleted', at(6), 'Anonymous', false],
    ['<p>Pity.</p>', 'approved', at(7), 'Dora', true],
  ]);
  await emptySite();
});

test('the JSON feed is valid: every public post and page, whole, with the comments that readers see', () => {
  const feed = JSON.parse(text('json-feed')) as {
    version: string;
    title: string;
    items: {
      id: string;
      url: string;
      content_html: string;
      _comments?: { items: { id: string; parent?: string }[] };
    }[];
  };
  expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', title: 'Harbour & News' });
  expect(feed.items.map(({ url }) => new URL(url).pathname)).toEqual(['/2024/03/nets', '/%E6%B8%AF', '/about']);
  expect(feed.items[0]!.content_html).toMatch(/<a href="https?:\/\/[^/]+\/about">/);
  const { items } = feed.items[0]!._comments!;
  expect(items.map((item) => [items.findIndex(({ id }) => id === item.parent), 'deleted' in item])).toEqual([
    [-1, false],
    [0, false],
    [1, false],
    [-1, true],
    [3, false],
  ]);
  expect(feed.items[2]!._comments).toBeUndefined();
});
