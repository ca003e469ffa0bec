import sharp from 'sharp';
import { expect, test, vi } from 'vitest';
import { readDb } from '@/lib/database/db';
import { ghost } from '@/lib/import/importers/ghost/importer';
import { runImport } from '@/lib/import/pipeline';
import type { ImportInput } from '@/lib/import/pipeline/run';
import { undoImport } from '@/lib/import/running/undoing';
import { zipOf } from '../../factories/archives';
import { ghostExport, ghostId, ghostPost, lexical, lexicalParagraph, lexicalText } from '../../factories/ghost';
import { findRedirect } from '../../factories/imports';
import { tableHashes } from '../../factories/table-hashes';
import { wxrFile } from '../../factories/wxr';

// Each picture is decoded in a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const run = (files: string | string[], input: Partial<ImportInput> = {}) =>
  runImport('operator', ghost, { files: [files].flat(), oldUrl: null, dryRun: false, ...input });
const fileOf = (content: string | Buffer, name = 'export.json') => wxrFile(content as string, name);
const postOf = (slug: string) =>
  readDb.post.findUniqueOrThrow({
    where: { slug },
    include: {
      tags: { include: { tag: true }, orderBy: { position: 'asc' } },
      authors: { include: { user: true }, orderBy: { position: 'asc' } },
      comments: { orderBy: { path: 'asc' } },
    },
  });

const [ann, ben, boats, hidden] = [ghostId(), ghostId(), ghostId(), ghostId()];
const picture = (background = '#a00') =>
  sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .jpeg()
    .toBuffer();

function harbour() {
  const post = ghostPost({
    title: 'The harbour',
    slug: 'the-harbour',
    feature_image: '__GHOST_URL__/content/images/2024/03/cover.jpg',
    custom_excerpt: 'A short word.',
    lexical: lexical(
      lexicalParagraph(lexicalText('Bold', 1), lexicalText(' and '), {
        type: 'link',
        url: '__GHOST_URL__/about/',
        children: [lexicalText('about us')],
      }),
      { type: 'image', src: '__GHOST_URL__/content/images/size/w600/2024/03/boat.jpg', alt: 'A boat' },
      { type: 'file', src: '__GHOST_URL__/content/files/2024/03/plan.pdf', fileTitle: 'The plan' },
      { type: 'signup' },
    ),
  });
  const about = ghostPost({ title: 'About', slug: 'about', type: 'page', html: '<p>Us.</p>' });
  const draft = ghostPost({ title: 'Later', slug: 'later', status: 'draft', published_at: null });
  const members = ghostPost({ title: 'For members', slug: 'for-members', visibility: 'members' });
  const [first, second] = [ghostId(), ghostId()];
  return {
    posts: [post, about, draft, members],
    posts_meta: [
      {
        post_id: post.id,
        feature_image_alt: 'The quay',
        meta_title: 'Harbour!',
        meta_description: 'All.',
        og_title: 'Look: the harbour',
        og_description: 'All of it.',
      },
    ],
    users: [
      { id: ann, name: 'Ann', slug: 'ann', email: 'ann@old.example', password: '$2a$10$x' },
      { id: ben, name: 'Ben', slug: 'ben', email: 'ben@old.example' },
    ],
    posts_authors: [
      { post_id: post.id, author_id: ben, sort_order: 1 },
      { post_id: post.id, author_id: ann, sort_order: 0 },
      { post_id: ghostId(), author_id: ann, sort_order: 0 },
    ],
    tags: [
      { id: boats, name: 'Boats', slug: 'boats', description: 'All of them' },
      { id: hidden, name: '#newsletter', slug: 'hash-newsletter', visibility: 'internal' },
    ],
    posts_tags: [
      { post_id: post.id, tag_id: hidden, sort_order: 0 },
      { post_id: post.id, tag_id: boats, sort_order: 1 },
      { post_id: post.id, tag_id: ghostId(), sort_order: 2 },
    ],
    settings: [
      { key: 'title', value: 'Old harbour' },
      { key: 'description', value: 'Boats' },
      { key: 'timezone', value: 'Europe/Oslo' },
    ],
    members: [{ id: 'm1', name: 'Cleo', email: 'cleo@old.example' }],
    comments: [
      {
        id: first,
        post_id: post.id,
        member_id: 'm1',
        html: '<p>Nice.</p>',
        status: 'published',
        created_at: 1_709_600_000_000,
      },
      {
        id: second,
        post_id: post.id,
        member_id: null,
        parent_id: first,
        html: '<p>It is.</p>',
        status: 'published',
        created_at: '2024-03-06 10:00:00',
      },
      {
        id: ghostId(),
        post_id: post.id,
        member_id: 'm1',
        html: '<p>Rude.</p>',
        status: 'hidden',
        created_at: '2024-03-07 10:00:00',
      },
    ],
  };
}

test('posts, pages, people, tags, comments and files come, and again changes nothing; undo removes all', async () => {
  const data = harbour();
  const zip = fileOf(
    zipOf({
      'site/export.json': ghostExport(data),
      'site/redirects.json': JSON.stringify([
        { from: '^\\/quay\\/?$', to: '/the-harbour/', permanent: true },
        { from: '/(a|b)/', to: '/x/' },
      ]),
      'site/content/images/2024/03/boat.jpg': await picture(),
      'site/content/images/2024/03/cover.jpg': await picture('#0a0'),
      'site/content/files/2024/03/plan.pdf': '%PDF-1.4 plan',
    }),
    'ghost.zip',
  );
  const before = await tableHashes();
  const dry = await run(zip, { dryRun: true });
  expect(dry).toMatchObject({
    created: { posts: 3, pages: 1, comments: 3, tags: 1, authors: 2, media: 2, files: 1 },
    hidden: { drafts: 1, private: 1, comments: 1 },
  });
  expect(await tableHashes()).toEqual(before);

  const report = await run(zip);
  expect(report).toMatchObject({ created: dry.created, source: 'ghost:' });
  const post = await postOf('the-harbour');
  const image = await readDb.media.findFirstOrThrow({ where: { id: post.coverId! } });
  expect(post).toMatchObject({
    title: 'The harbour',
    excerpt: 'A short word.',
    status: 'published',
    publishAt: new Date('2024-03-04T10:30:00Z'),
    contentUpdatedAt: new Date('2024-03-05T10:00:00Z'),
    feedId: data.posts[0]!.id,
    coverAlt: 'The quay',
    seoTitle: 'Harbour!',
    socialTitle: 'Look: the harbour',
    socialDescription: 'All of it.',
    seoDescription: 'All.',
    commentCount: 2,
  });
  expect(post.bodyHtml).toContain('<p><strong>Bold</strong> and <a href="/about">about us</a></p>');
  expect(post.bodyHtml).toMatch(/<figure><img src="\/uploads\/[^"]+" alt="A boat"><\/figure>/);
  expect(post.bodyHtml).toMatch(/<p data-file=""><a href="\/uploads\/files\/[^"]+plan\.pdf">The plan<\/a><\/p>/);
  expect(image.fileName).toBe('cover.jpg');
  expect(post.authors.map(({ user }) => [user.name, user.email])).toEqual([
    ['Ann', null],
    ['Ben', null],
  ]);
  expect(post.tags.map(({ tag }) => tag.name)).toEqual(['Boats']);
  expect(await readDb.tag.count({ where: { name: { contains: 'newsletter' } } })).toBe(0);
  expect(
    post.comments.map(({ authorName, bodyHtml, status, parentId }) => [authorName, bodyHtml, status, !parentId]),
  ).toEqual([
    ['Cleo', '<p>Nice.</p>', 'approved', true],
    ['Anonymous', '<p>It is.</p>', 'approved', false],
    ['Cleo', '<p>Rude.</p>', 'hidden', true],
  ]);
  expect(await postOf('later')).toMatchObject({ status: 'draft', publishAt: null });
  expect(await postOf('for-members')).toMatchObject({ status: 'private' });
  expect(await postOf('about')).toMatchObject({ type: 'page', commentsMode: 'off' });
  expect(report.oldSite).toMatchObject({ siteName: 'Old harbour', tagline: 'Boats', timeZone: 'Europe/Oslo' });
  expect(report.notes.map(({ why }) => why)).toContain('A form to subscribe was left out.');
  expect(report.failed.map(({ where }) => where)).toContain('redirect /(a|b)/');
  expect(JSON.stringify(report)).not.toMatch(/old\.example|\$2a/);

  const to = async (from: string) => (await findRedirect(from)).move?.to;
  expect(await to(`/p/${String(data.posts[0]!.uuid)}`)).toBe('/the-harbour');
  expect(await to('/quay')).toBe('/the-harbour');
  expect(await to('/content/images/2024/03/cover.jpg')).toMatch(/^\/uploads\//);
  expect(await to('/content/images/size/w30/2024/03/cover.jpg')).toMatch(/^\/uploads\//);
  expect(await to('/content/files/2024/03/plan.pdf')).toMatch(/plan\.pdf$/);
  expect(await to('/tag/boats/rss')).toBe('/tag/boats/rss.xml');
  expect(await to('/rss/2')).toBe('/rss.xml');
  expect(await to('/sitemap-posts.xml')).toBe('/sitemap.xml');
  expect(await to(`/p/${String(data.posts[3]!.uuid)}`)).toBeUndefined();
  expect(await to('/author/ann')).toBeUndefined();

  const after = await tableHashes();
  expect(await run(zip)).toMatchObject({
    created: { posts: 0, comments: 0, media: 0 },
    skipped: { posts: 3, pages: 1 },
  });
  expect(await tableHashes()).toEqual(after);
  expect(await undoImport('operator', report.batch!)).toMatchObject({ kept: [] });
  expect(await tableHashes()).toEqual(before);
});
