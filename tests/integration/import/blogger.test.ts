import sharp from 'sharp';
import { expect, test, vi } from 'vitest';
import { readDb } from '@/lib/database/db';
import { blogger } from '@/lib/import/importers/blogger/importer';
import { runImport } from '@/lib/import/pipeline';
import type { ImportInput } from '@/lib/import/pipeline/run';
import { undoImport } from '@/lib/import/running/undoing';
import { isPublicAddress } from '@/server/http/routes';
import { findRedirection } from '@/server/rendering/redirects';
import { zipOf } from '../../factories/archives';
import { backup, backupEntry, backupSetting, takeout, takeoutEntry } from '../../factories/blogger';
import { findRedirect } from '../../factories/imports';
import { tableHashes } from '../../factories/table-hashes';
import { wxrFile } from '../../factories/wxr';

// Each picture is decoded in a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const site = 'http://harbour.blogspot.com';
const run = (file: string, input: Partial<ImportInput> = {}) =>
  runImport('operator', blogger, { files: [file], oldUrl: null, dryRun: false, ...input });
const fileOf = (content: string | Buffer, name = 'blog.xml') => wxrFile(content as string, name);
const postOf = (slug: string) =>
  readDb.post.findUniqueOrThrow({
    where: { slug },
    include: {
      tags: { include: { tag: true } },
      authors: { include: { user: true } },
      comments: { orderBy: { path: 'asc' } },
    },
  });
const picture = () =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#a00' } })
    .jpeg()
    .toBuffer();
const to = async (from: string) => (await findRedirect(from)).move?.to;
const answering = (post: string) =>
  `<thr:in-reply-to ref='tag:blogger.com,1999:blog-7001.post-${post}' href='${site}/x.html' type='text/html'/>`;

const link = `${site}/2014/05/boats.html`;
const classic = [
  backupSetting('BLOG_NAME', 'The harbour'),
  backupSetting('BLOG_DESCRIPTION', 'Boats & more'),
  backupSetting('BLOG_TIME_ZONE', 'America/New_York'),
  backupSetting('BLOG_COMMENT_EMAIL', 'owner@secret.example'),
  backupEntry({
    id: 'layout',
    kind: 'template',
    title: 'Template',
    content: `<b:skin>${'x'.repeat(200_000)}</b:skin>`,
  }),
  backupEntry({
    id: 'post-9001',
    title: 'Of all the boats',
    link,
    labels: ['Sea & sail', 'Rope'],
    content: `First.<br /><br /><div class="separator"><a href="http://1.bp.blogspot.com/-a/b/c/d/s1600/My+boat.jpg" imageanchor="1"><img src="http://1.bp.blogspot.com/-a/b/c/d/s320/My+boat.jpg" /></a></div><a name="more"></a>Then <a href="https://harbour.blogspot.de/p/about.html">about</a> <a href="${site}/search/label/Rope">rope</a>.<br /><br />Last.`,
  }),
  backupEntry({ id: 'post-9002', kind: 'page', title: 'About', link: `${site}/p/about.html` }),
  backupEntry({ id: 'post-9003', title: 'Later', extra: '<app:control><app:draft>yes</app:draft></app:control>' }),
  backupEntry({ id: 'post-9001', title: 'Another of that id', link: `${site}/2014/06/another.html` }),
  backupEntry({
    id: 'post-501',
    kind: 'comment',
    author: 'Cleo',
    uri: 'http://www.blogger.com/profile/2',
    content: 'Nice.',
    published: '2014-05-07T08:00:00.456-04:00',
    link: `${link}?showComment=1399464000456#c501`,
    extra: answering('9001'),
  }),
  backupEntry({
    id: 'post-502',
    kind: 'comment',
    content: 'Thanks.<br />So.',
    published: '2014-05-07T09:00:00.000-04:00',
    extra: `${answering('9001')}<link rel='related' type='application/atom+xml' href='http://www.blogger.com/feeds/7001/9001/comments/default/501'/>`,
  }),
  backupEntry({
    id: 'post-503',
    kind: 'comment',
    author: 'Rude',
    uri: 'none',
    published: '2014-05-08T09:00:00.000-04:00',
    content: 'x',
    extra: `${answering('9001')}<gd:extendedProperty name='blogger.contentRemoved' value='true'/>`,
  }),
  backupEntry({ id: 'post-504', kind: 'comment', content: 'On nothing', extra: answering('4040') }),
];

test('a backup comes with everything that it holds, and again changes nothing; undo removes all', async () => {
  const zip = fileOf(
    zipOf({ 'blog.xml': backup(...classic), 'Albums/harbour/My boat.jpg': await picture() }),
    'blog.zip',
  );
  const before = await tableHashes();
  const dry = await run(zip, { dryRun: true });
  expect(dry).toMatchObject({
    created: { posts: 3, pages: 1, comments: 3, tags: 2, authors: 1, media: 1 },
    hidden: { drafts: 1, comments: 1 },
  });
  expect(await tableHashes()).toEqual(before);

  const report = await run(zip);
  expect(report).toMatchObject({ source: `blogger:${site}`, created: dry.created });
  const post = await postOf('boats');
  expect(post).toMatchObject({
    title: 'Of all the boats',
    excerpt: 'First.',
    publishAt: new Date('2014-05-07T01:30:00.123Z'),
    feedId: 'tag:blogger.com,1999:blog-7001.post-9001',
    commentCount: 2,
  });
  expect(post.bodyHtml).toMatch(
    /^<p>First\.<\/p>\n<figure><img src="\/uploads\/[^"]+" alt=""><\/figure>\n<p>Then <a href="\/about">about<\/a> <a href="\/tag\/rope">rope<\/a>\.<\/p>\n<p>Last\.<\/p>$/,
  );
  expect(post.tags.map(({ tag }) => tag.name).toSorted()).toEqual(['Rope', 'Sea & sail']);
  expect(
    post.comments.map(({ authorName, status, parentId, authorId }) => [authorName, status, !parentId, !authorId]),
  ).toEqual([
    ['Cleo', 'approved', true, true],
    ['Ann', 'approved', false, false],
    ['Rude', 'hidden', true, true],
  ]);
  expect(await postOf('later')).toMatchObject({ status: 'draft', publishAt: null });
  expect(await postOf('another')).toMatchObject({ commentCount: 0 });
  expect(await postOf('about')).toMatchObject({ type: 'page', commentsMode: 'off' });
  expect(report.oldSite).toMatchObject({
    siteName: 'The harbour',
    tagline: 'Boats & more',
    timeZone: 'America/New_York',
  });
  expect(report.notes).toContainEqual({
    where: 'comments',
    why: '1 are on 1 posts that are not in the file, and were left out.',
  });
  expect(JSON.stringify(report)).not.toContain('secret');

  const [cleo] = post.comments;
  expect(await to('/2014/05/boats.html')).toBe('/boats');
  expect(await to('/2014/05/boats.html?showComment=1399464000456')).toBe(`/boats#comment-${cleo!.id}`);
  expect(await to('/2014/05/boats.html?showComment=1399464000457')).toBe('/boats');
  expect(await to('/p/about.html')).toBe('/about');
  expect(await to('/search/label/sea%20%26%20sail')).toBe('/tag/sea-sail');
  // The search itself is private, and made for each request.
  const below = { pathname: '/search/label/Rope', search: '?m=1' };
  expect(await findRedirection(below, '/search/label/rope', isPublicAddress(below.pathname))).toMatchObject({
    to: '/tag/rope',
    status: 301,
  });
  expect(
    await findRedirection({ pathname: '/search', search: '?q=x' }, '/search', isPublicAddress('/search')),
  ).toBeNull();
  expect(await to('/feeds/posts/default/-/rope')).toBe('/tag/rope/feed.xml');
  expect(await to('/feeds/9001/comments/default')).toBe('/boats/feed.xml');
  expect(await to('/feeds/9003/comments/default')).toBeUndefined();

  const after = await tableHashes();
  expect(await run(zip)).toMatchObject({
    created: { posts: 0, comments: 0, media: 0 },
    updated: { posts: 0 },
    skipped: { posts: 3, pages: 1, comments: 3 },
  });
  expect(await tableHashes()).toEqual(after);
  expect(await undoImport('operator', report.batch!)).toMatchObject({ kept: [] });
  expect(await tableHashes()).toEqual(before);
});

const news = takeout(
  'News',
  takeoutEntry({
    id: 'post-101',
    title: 'Q&amp;A',
    fileName: '/2026/06/q-and.html',
    extra:
      "<category term='Sea' scheme='tag:blogger.com,1999:blog-8001'/><blogger:metaDescription>About it</blogger:metaDescription>",
  }),
  takeoutEntry({ id: 'post-102', status: 'DRAFT', title: 'Draft', fileName: '/2026/06/draft.html' }),
  takeoutEntry({ id: 'post-103', status: 'SOFT_TRASHED', title: 'Gone', fileName: '/2026/06/gone.html' }),
  takeoutEntry({ id: 'post-104', status: 'ODD', title: 'Odd', fileName: '/2026/06/odd.html' }),
  takeoutEntry({ id: 'page-105', type: 'PAGE', title: 'Page', fileName: '/p/page.html' }),
  takeoutEntry({
    id: 'comment-301',
    type: 'COMMENT',
    content: 'One',
    extra: '<blogger:parent>tag:blogger.com,1999:blog-8001.post-101</blogger:parent><blogger:inReplyTo/>',
  }),
  takeoutEntry({
    id: 'comment-302',
    type: 'COMMENT',
    content: 'Two',
    extra:
      '<blogger:parent>tag:blogger.com,1999:blog-8001.post-101</blogger:parent><blogger:inReplyTo>tag:blogger.com,1999:blog-8001.comment-301</blogger:inReplyTo>',
  }),
  takeoutEntry({
    id: 'comment-303',
    type: 'COMMENT',
    status: 'SPAM',
    content: 'Buy',
    extra: '<blogger:parent>tag:blogger.com,1999:blog-8001.post-101</blogger:parent>',
  }),
);

test('a Takeout: states, threads, addresses without a host, and one of several blogs', async () => {
  const other = takeout('Boats', takeoutEntry({ id: 'post-1', blog: '8002', fileName: '/2026/07/other.html' }));
  const zip = fileOf(
    zipOf({
      'Takeout/Blogger/Blogs/News/feed.atom': news,
      'Takeout/Blogger/Blogs/News/settings.csv':
        'blog_name,blog_description,blog_time_zone\n"The ""News""",All of it,Europe/Oslo\n',
      'Takeout/Blogger/Blogs/News/theme-layouts.xml': '<html/>',
      'Takeout/Blogger/Blogs/Old/feed.atom': other,
    }),
    'takeout.zip',
  );
  const before = await tableHashes();
  await expect(run(zip)).rejects.toThrow(
    'The files hold several blogs: News (5 entries) and Old (1 entries). Choose one with --blog',
  );
  expect(await tableHashes()).toEqual(before);
  const report = await run(zip, { options: { blog: 'news' }, oldUrl: 'https://news.example' });
  expect(report.created).toMatchObject({ posts: 4, pages: 1, comments: 3 });
  const post = await postOf('q-and');
  expect(post).toMatchObject({ title: 'Q&A', seoDescription: 'About it', status: 'published', commentCount: 2 });
  expect(post.comments.map(({ bodyHtml, status, parentId }) => [bodyHtml, status, !parentId])).toEqual([
    ['<p>One</p>', 'approved', true],
    ['<p>Two</p>', 'approved', false],
    ['<p>Buy</p>', 'spam', true],
  ]);
  const states = await readDb.post.findMany({
    where: { importBatchId: report.batch },
    select: { title: true, status: true },
  });
  expect(Object.fromEntries(states.map(({ title, status }) => [title, status]))).toEqual({
    'Q&A': 'published',
    Draft: 'draft',
    Gone: 'trashed',
    Odd: 'private',
    Page: 'published',
  });
  expect(report.oldSite).toMatchObject({ siteName: 'The "News"', timeZone: 'Europe/Oslo' });
  expect(await to('/2026/06/q-and.html')).toBe('/q-and');
  expect(await to('/p/page.html')).toMatch(/^\/page-/);
  expect(await to('/2026/06/draft.html')).toBeUndefined();
  await undoImport('operator', report.batch!);
  expect(await tableHashes()).toEqual(before);
});
