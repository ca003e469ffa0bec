import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { db, readDb } from '@/lib/database/db';
import { disqus } from '@/lib/import/importers/disqus/importer';
import { runImport } from '@/lib/import/pipeline';
import { undoImport } from '@/lib/import/running/undoing';
import { fileOf } from '../../factories/archives';
import { disqusFile, disqusPost, disqusThread, disqusXml } from '../../factories/disqus';
import { importWordPress } from '../../factories/imports';
import { createPost } from '../../factories/posts';
import { tableHashes } from '../../factories/table-hashes';
import { OLD_SITE, wxr, wxrFile, wxrItem } from '../../factories/wxr';

type More = { dryRun?: boolean; oldUrl?: string; map?: string };

function run(file: string, { dryRun = false, oldUrl, map }: More = {}) {
  return runImport('operator', disqus, { files: [file], oldUrl: oldUrl ?? null, dryRun, options: { map } });
}

const importOf = (...entries: string[]) => run(disqusFile(disqusXml(...entries)));
const undo = ({ batch }: { batch: string | null }) => undoImport('operator', batch!);
const threadOf = (postId: string) =>
  readDb.comment.findMany({ where: { postId }, orderBy: { path: 'asc' }, include: { commenter: true } });
const countOf = async (id: string) => (await readDb.post.findUniqueOrThrow({ where: { id } })).commentCount;

test('threads find their posts by path, through redirects, by identifier and by title; the others are told', async () => {
  const updatedAt = new Date('2026-01-02T03:04:05Z');
  const here = await createPost({ slug: 'the-mole', title: 'The mole', updatedAt });
  const titled = await createPost({ slug: 'anchors', title: 'It’s all about anchors & chains' });
  await createPost({ slug: 'twin-1', title: 'Twin' });
  await createPost({ slug: 'twin-2', title: 'Twin' });
  await createPost({ slug: 'in-the-trash', title: 'In the trash', status: 'trashed' });
  const posts = await importWordPress('operator', {
    files: [wxrFile(wxr(wxrItem({ id: '801', name: 'low-tide' }), wxrItem({ id: '802', name: 'high-tide' })))],
    oldUrl: null,
    dryRun: false,
  });
  const report = await importOf(
    disqusThread('1', { link: 'https://https://www.any.example//The-Mole/?utm_source=x#c' }),
    disqusThread('2', { link: `${OLD_SITE}/2014/05/06/low-tide/comment-page-2/` }),
    disqusThread('3', { identifier: `802 ${OLD_SITE}/?p=802` }),
    disqusThread('4', {
      link: 'https://any.example/x',
      title: 'It&amp;#8217;s all about Anchors &amp;amp; chains | Harbour',
    }),
    disqusThread('5', { link: 'https://any.example/y', title: 'Twin' }),
    disqusThread('6', { link: 'https://any.example/in-the-trash' }),
    disqusThread('7', { title: 'Nowhere' }),
    disqusThread('8', { link: 'https://any.example/empty' }),
    ...['1', '2', '3', '4', '5', '6', '7', '7'].map((thread, at) => disqusPost(`${thread}0${at}`, thread)),
    disqusPost('99', '1337'),
  );

  expect(report).toMatchObject({ source: 'disqus:', created: { comments: 4, posts: 0 } });
  const named = async (id: string) => (await threadOf(id)).map(({ authorName }) => authorName);
  const bySlug = (slug: string) => readDb.post.findUniqueOrThrow({ where: { slug } });
  expect(await named(here.id)).toEqual(['Reader 100']);
  expect((await bySlug('the-mole')).updatedAt).toEqual(updatedAt);
  expect(await named((await bySlug('low-tide')).id)).toEqual(['Reader 201']);
  expect(await named((await bySlug('high-tide')).id)).toEqual(['Reader 302']);
  expect(await named(titled.id)).toEqual(['Reader 403']);
  expect(report.failed.map(({ why }) => why)).toEqual([
    'It is not in the file, so its comments (1) were not imported.',
    'No post here has the address https://any.example/y, and 2 have its title, so its comments (1) were not imported.',
    'No post here has the address https://any.example/in-the-trash, so its comments (1) were not imported.',
    'Its address is not in the file, so its comments (2) were not imported.',
  ]);
  expect(report.remarks).toEqual(['3 pages of the export with 4 comments have no post on this site.']);
  expect(report.notes).toContainEqual({
    where: expect.stringContaining('thread “It&#8217;s') as string,
    why: 'It was joined to “anchors” here because both have this title.',
  });
  await undo(report);
  await undo(posts);
});

test('threads, dates and states come along; twice changes nothing, and undo leaves nothing', async () => {
  const post = await createPost({ slug: 'the-buoy' });
  const before = await tableHashes();
  const entries = [
    disqusThread('21', { link: 'http://any.example/the-buoy', closed: true }),
    disqusPost('212', '21', { parent: '211', date: '2013-01-02T00:00:00Z', name: 'ann@secret.example' }),
    disqusPost('211', '21', { date: '2013-01-01T00:00:00Z', name: '198.51.100.9' }),
    disqusPost('213', '21', { approved: 'false', message: 'Held back' }),
    disqusPost('214', '21', { spam: true, message: 'Buy anchors' }),
    disqusPost('215', '21', { deleted: true, message: 'Taken back', name: 'Gone Person' }),
    disqusPost('216', '21', { parent: '215', date: '2014-01-01T00:00:00Z' }),
    disqusPost('217', '21', { parent: '999', date: '2015-01-01T00:00:00Z' }),
    disqusPost('', '21', { message: 'Nameless id' }),
  ];
  const file = disqusFile(disqusXml(...entries));
  const dry = await run(file, { dryRun: true });
  expect(await tableHashes()).toEqual(before);
  const report = await run(file);

  expect(dry).toMatchObject({ batch: null, created: report.created, failed: report.failed, notes: report.notes });
  expect(report.created.comments).toBe(7);
  const thread = await threadOf(post.id);
  const told = thread.map(({ authorName, status, body, parentId }) => {
    const parent = thread.find(({ id }) => id === parentId);
    return [authorName, status, body, parent?.body ?? null];
  });
  expect(told).toEqual([
    ['Anonymous', 'approved', '<p>Comment 211</p>', null],
    ['ann', 'approved', '<p>Comment 212</p>', '<p>Comment 211</p>'],
    ['Reader 213', 'pending', 'Held back', null],
    ['Anonymous', 'deleted', '<p>[removed]</p>', null],
    ['Reader 216', 'approved', '<p>Comment 216</p>', '<p>[removed]</p>'],
    ['Reader', 'approved', 'Nameless id', null],
    ['Reader 217', 'approved', '<p>Comment 217</p>', null],
  ]);
  expect(thread[1]!.createdAt).toEqual(new Date('2013-01-02T00:00:00Z'));
  expect(await countOf(post.id)).toBe(5);
  expect(await readDb.post.findUniqueOrThrow({ where: { id: post.id } })).toMatchObject({ commentsMode: 'closed' });
  expect(thread.every(({ commenter, status }) => (commenter === null) === (status === 'deleted'))).toBe(true);
  const everything = JSON.stringify([thread, report, await readDb.importItem.findMany()]);
  expect(everything).not.toMatch(/secret\.example|198\.51\.100|Taken back|Buy anchors|Gone Person/);
  expect(report.failed.map(({ why }) => why)).toEqual([
    'Comments that were deleted there were left out (1). Replies to such a comment stand under a line that says so.',
    'Comments that were marked as spam there were left out (1).',
  ]);

  const after = await tableHashes();
  const second = await run(file);
  expect(second).toMatchObject({ created: { comments: 0 }, skipped: { comments: 7 }, updated: { comments: 0 } });
  expect(await tableHashes()).toEqual(after);
  await undo(report);
  // The posts were written: the time of that moves with any write.
  expect(await tableHashes()).toEqual({ ...before, posts: expect.any(String) as string });
  expect(await readDb.post.findUniqueOrThrow({ where: { id: post.id } })).toEqual({
    ...post,
    updatedAt: expect.any(Date) as Date,
  });
});

test('a post that was opened again after the import stays open, and one that never had comments stays so', async () => {
  const closed = await createPost({ slug: 'reopened' });
  const off = await createPost({ slug: 'silent', commentsMode: 'off' });
  const entries = ['reopened', 'silent'].flatMap((slug, at) => [
    disqusThread(`3${at}`, { link: `/${slug}`, closed: true }),
    disqusPost(`30${at}`, `3${at}`),
  ]);
  const report = await importOf(...entries);
  const modeOf = async ({ id }: { id: string }) =>
    (await readDb.post.findUniqueOrThrow({ where: { id } })).commentsMode;
  expect([await modeOf(closed), await modeOf(off)]).toEqual(['closed', 'off']);
  await db.post.update({ where: { id: closed.id }, data: { commentsMode: 'open' } });
  await importOf(...entries);
  expect(await modeOf(closed)).toBe('open');
  await undo(report);
  expect([await modeOf(closed), await modeOf(off)]).toEqual(['open', 'off']);
});

test('a later export adds what is new, changes what changed, and takes away what was deleted there', async () => {
  const post = await createPost({ slug: 'the-jetty' });
  const thread = disqusThread('41', { link: '/the-jetty' });
  const first = await importOf(thread, disqusPost('411', '41'), disqusPost('412', '41', { parent: '411' }));
  const second = await importOf(
    thread,
    disqusPost('411', '41', { deleted: true }),
    disqusPost('412', '41', { parent: '411', message: 'Changed' }),
    disqusPost('413', '41', { parent: '412' }),
  );
  expect(second).toMatchObject({ created: { comments: 1 }, updated: { comments: 2 } });
  const bodies = (await threadOf(post.id)).map(({ status, body, authorName }) => [status, authorName, body]);
  expect(bodies).toEqual([
    ['deleted', 'Anonymous', '<p>[removed]</p>'],
    ['approved', 'Reader 412', 'Changed'],
    ['approved', 'Reader 413', '<p>Comment 413</p>'],
  ]);
  expect(await countOf(post.id)).toBe(2);
  await undo(second);
  expect((await threadOf(post.id)).map(({ status, body }) => [status, body])).toEqual([
    ['approved', '<p>Comment 411</p>'],
    ['approved', '<p>Comment 412</p>'],
  ]);
  await undo(first);
  expect(await threadOf(post.id)).toEqual([]);
});

test('moved hosts and pages are told with --map, and --old-url leaves pages of other sites out', async () => {
  const news = await createPost({ slug: 'moved-news' });
  const report = await run(
    disqusFile(
      disqusXml(
        disqusThread('51', { link: 'https://www.old.example/blog/moved-news/' }),
        disqusThread('52', { link: 'https://old.example/blog/a.html' }),
        disqusThread('53', { link: 'https://elsewhere.example/moved-news' }),
        ...['51', '52', '53'].map((thread) => disqusPost(`${thread}1`, thread)),
      ),
    ),
    { map: 'old.example/blog=new.example, old.example/blog/a.html=/moved-news', oldUrl: 'https://new.example' },
  );
  expect((await threadOf(news.id)).map(({ authorName }) => authorName)).toEqual(['Reader 511', 'Reader 521']);
  expect(report.failed).toMatchObject([
    { why: expect.stringContaining('https://elsewhere.example/moved-news') as string },
  ]);
  await undo(report);
});

test('what is broken is told with its line, and the rest comes in', async () => {
  const post = await createPost({ slug: 'the-wreck' });
  const broken = disqusXml(
    disqusThread('61', { link: '/the-wreck', title: 'Wreck & ruin' }),
    disqusThread('62', { link: '/the-wreck', deleted: true }),
    '<thread><id>without</id></thread>',
    disqusPost('611', '61', { date: '2013-02-31T10:00:00Z', name: 'Leap Day' }),
    disqusPost('612', '61', { parent: '611' }),
    disqusPost('613', '61', { date: '2999-01-01T10:00:00Z' }),
    disqusPost('614', '61').replace('dsq:id="614"', 'dsq:id=614').replace('<id />', '<id/>'),
    disqusPost('615', ''),
    disqusPost('612', '61', { message: 'The same id' }),
    disqusPost('621', '62'),
    disqusPost('616', '61', { parent: '617' }),
    disqusPost('617', '61', { parent: '616' }),
  );
  const file = fileOf(
    gzipSync(`\u00fe\n${broken.replace('</disqus>', '<post dsq:id="618"><message>cut')}`),
    'all.xml.gz',
  );
  const report = await run(file);

  const lines = [...report.failed, ...report.notes].map(({ where, why }) => `${where}: ${why}`);
  for (const line of [
    /line 6: The thread has no id/,
    /line 7, comment 611: Its date cannot be: 2013-02-31T10:00:00Z/,
    /line 9, comment 613: Its date cannot be: 2999/,
    /line 11, comment 615: It names no thread/,
    /thread “Wreck & ruin”, comment 612: An earlier comment has the same id/,
    /thread 62: It was deleted there, with its comments \(1\)/,
    /1 × raw & written as text/,
    /1 × quotes put around an attribute/,
    /Characters before or after the export were left out/,
    /breaks off at line 16, in the middle of the <post>/,
    /lead in a loop back to itself/,
  ])
    expect(lines).toContainEqual(expect.stringMatching(line));
  expect((await threadOf(post.id)).map(({ status, body }) => [status, body])).toEqual(
    expect.arrayContaining([
      ['deleted', '<p>[removed]</p>'],
      ['approved', '<p>Comment 612</p>'],
      ['approved', '<p>Comment 614</p>'],
      ['approved', '<p>Comment 616</p>'],
    ]),
  );
  expect(await countOf(post.id)).toBe(4);
  await undo(report);
});

test('script in every field is only text, and links do not pass by Disqus', async () => {
  const post = await createPost({ slug: 'the-reef' });
  const bad = '<script>alert(1)</script><img src=x onerror=alert(1)>';
  const link = 'https://disq.us/url?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1%3AdE3_kT9zQwErTyUiOpAsDfGhJk&amp;cuid=1';
  const report = await importOf(
    disqusThread('71', { link: '/the-reef', title: '&lt;script&gt;' }),
    disqusPost('711', '71', { message: bad, name: '&lt;b&gt;Bold' }),
    disqusPost('712', '71', { message: `<p>See <a href="${link}">that</a>, @ann:disqus</p>` }),
    disqusPost('713', '71', { message: '<a href="javascript:alert(1)">no</a>' }),
  );
  const [first, second, third] = await threadOf(post.id);
  expect(first).toMatchObject({ authorName: '<b>Bold' });
  expect(first!.bodyHtml).not.toMatch(/<script|<img|onerror/);
  expect(second!.bodyHtml).toContain('href="https://example.org/a?b=1"');
  expect(second!.bodyHtml).toContain('@ann</p>');
  expect(third!.bodyHtml).toBe('<p>no</p>');
  await undo(report);
});

test.each([
  ['', 'comments.xml is not a Disqus export: it is empty. Nothing was imported.'],
  ['Dear diary', 'comments.xml is not a Disqus export: it is of no known format. Nothing was imported.'],
  ['<!DOCTYPE html><html></html>', /comments\.xml is not a Disqus export: it is a web page/],
  ['<feed xmlns="x"/>', 'comments.xml is not a Disqus export: it is an Atom feed. Nothing was imported.'],
  [
    wxr(wxrItem()),
    'comments.xml is an export of WordPress, not of Disqus. Use “masthead import wordpress FILE”, or “masthead import FILE”, which recognises it. Nothing was imported.',
  ],
  ['<?xml version="1.0"?>\n<disqus>\n<post></thread></disqus>', /comments\.xml is damaged or incomplete at line 3/],
  ['<!DOCTYPE x [<!ENTITY a "aaaa">]><disqus><post>&a;</post></disqus>', /declares a document type/],
])('what is no export is refused: %#', async (content, sentence) => {
  const before = await tableHashes();
  await expect(run(disqusFile(content))).rejects.toThrow(sentence);
  expect(await tableHashes()).toEqual(before);
});
