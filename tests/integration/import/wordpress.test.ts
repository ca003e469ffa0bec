import { expect, test } from 'vitest';
import { readDb, db } from '@/lib/database/db';
import { findRedirect, importWordPress } from '../../factories/imports';
import { undoImport } from '@/lib/import/running/undoing';
import { createPost } from '../../factories/posts';
import { OLD_SITE, wxr, wxrComment, wxrFile, wxrItem } from '../../factories/wxr';

const run = (file: string) => importWordPress('operator', { files: [file], oldUrl: null, dryRun: false });

const postOf = (slug: string) => readDb.post.findUniqueOrThrow({ where: { slug } });
const commentsOf = (postId: string) => readDb.comment.findMany({ where: { postId }, orderBy: { path: 'asc' } });

async function importOf(...items: string[]) {
  const report = await run(wxrFile(wxr(...items)));
  return { report, undo: () => undoImport('operator', report.batch!) };
}

test('a post comes over with its texts, date, author, tags and feed id', async () => {
  const { report, undo } = await importOf(
    wxrItem({
      id: '11',
      title: 'The &amp; <em>sea</em> &#8211; again',
      name: 'the-sea',
      content: 'First line\nsecond line\n\n<!--more-->After the fold.',
      excerpt: 'In <b>short</b>.',
      sticky: '1',
      categories:
        '<category domain="category" nicename="boats"><![CDATA[Boats]]></category><category domain="post_tag" nicename="%ce%b8%ce%ac%ce%bb%ce%b1%cf%83%cf%83%ce%b1"><![CDATA[θάλασσα]]></category><category domain="post_format" nicename="post-format-aside"><![CDATA[Aside]]></category>',
    }),
  );

  const post = await readDb.post.findUniqueOrThrow({
    where: { slug: 'the-sea' },
    include: { authors: { include: { user: true } }, tags: { include: { tag: true }, orderBy: { position: 'asc' } } },
  });
  expect(report.created).toMatchObject({ posts: 1, pages: 0, authors: 1, tags: 3 });
  expect(post).toMatchObject({
    title: 'The & sea – again',
    excerpt: 'In short.',
    status: 'published',
    feedId: `${OLD_SITE}/?p=11`,
    commentsMode: 'open',
    importBatchId: report.batch,
  });
  expect(post.bodyHtml).toBe('<p>First line<br>\nsecond line</p>\n<p>After the fold.</p>');
  expect(post.renderedHtml).toContain('After the fold.');
  expect(post.publishAt?.toISOString()).toBe('2014-05-06T08:30:00.000Z');
  expect(post.pinnedAt).toEqual(post.publishAt);
  expect(post.authors.map(({ user }) => [user.name, user.slug, user.email, user.passwordHash])).toEqual([
    ['Ola Keeper', 'keeper', null, null],
  ]);
  expect(post.tags.map(({ tag }) => [tag.slug, tag.nameKey])).toEqual([
    ['boats', 'boats'],
    ['θάλασσα', 'θάλασσα'],
  ]);
  await undo();
});

test('hidden posts stay hidden, and no old address reveals them', async () => {
  const { report, undo } = await importOf(
    wxrItem({ id: '21', name: 'draft', status: 'draft', gmt: '0000-00-00 00:00:00' }),
    wxrItem({ id: '22', name: 'pending', status: 'pending' }),
    wxrItem({ id: '23', name: 'private', status: 'private' }),
    wxrItem({ id: '24', name: 'locked', password: 'enter', comments: wxrComment('241') }),
    wxrItem({ id: '25', name: 'tomorrow', status: 'future', date: '2099-01-01 12:00:00', gmt: '2099-01-01 10:00:00' }),
    wxrItem({ id: '26', name: 'missed', status: 'future' }),
    wxrItem({ id: '27', name: 'discarded__trashed', status: 'trash' }),
    wxrItem({ id: '28', name: 'auto', status: 'auto-draft' }),
  );

  const posts = await readDb.post.findMany({ where: { importBatchId: report.batch }, orderBy: { slug: 'asc' } });
  expect(posts.map(({ slug, status }) => [slug, status])).toEqual([
    ['auto', 'draft'],
    ['discarded', 'trashed'],
    ['draft', 'draft'],
    ['locked', 'private'],
    ['missed', 'draft'],
    ['pending', 'draft'],
    ['private', 'private'],
    ['tomorrow', 'published'],
  ]);
  expect((await postOf('tomorrow')).publishAt?.getUTCFullYear()).toBe(2099);
  expect((await postOf('draft')).publishAt).toBeNull();
  for (const id of ['21', '22', '23', '24', '25', '26', '27', '28']) {
    expect((await findRedirect(`/?p=${id}`)).move).toBeNull();
  }
  expect((await findRedirect('/2014/05/06/tomorrow')).changesAt?.getUTCFullYear()).toBe(2099);
  expect(report.hidden).toEqual({ drafts: 4, scheduled: 1, private: 2, trashed: 1, comments: 0 });
  await undo();
});

test('comments keep their threads, dates and states, without e-mail and IP addresses', async () => {
  const { report, undo } = await importOf(
    wxrItem({
      id: '31',
      name: 'talk',
      comments: [
        wxrComment('3', { parent: '2', gmt: '2014-05-09 08:00:00', content: 'The child comes first.' }),
        wxrComment('2', { gmt: '2014-05-08 08:00:00', content: 'a <b>bold</b> one<script>alert(1)</script>' }),
        wxrComment('4', { parent: '3', approved: '0' }),
        wxrComment('5', { approved: 'spam' }),
        wxrComment('6', { approved: 'trash' }),
        wxrComment('7', { type: 'pingback', author: 'Ping &laquo; Elsewhere' }),
        wxrComment('8', { parent: '999', gmt: '2014-05-12 08:00:00', content: 'An orphan.' }),
        wxrComment('9', { type: 'note' }),
      ].join('\n'),
    }),
  );

  const post = await postOf('talk');
  const comments = await commentsOf(post.id);
  const by = (body: string) => comments.find((comment) => comment.body.startsWith(body))!;
  expect(comments).toHaveLength(7);
  expect(post).toMatchObject({ commentCount: 3 });
  expect(by('The child').parentId).toBe(by('a <b>').id);
  expect(by('a <b>')).toMatchObject({ replyCount: 1, descendantCount: 1, depth: 0, format: 'html' });
  expect(by('a <b>').bodyHtml).not.toContain('script');
  expect(by('a <b>').createdAt.toISOString()).toBe('2014-05-08T08:00:00.000Z');
  expect(by('Comment 4')).toMatchObject({ status: 'pending', depth: 2 });
  expect(by('Comment 5').status).toBe('spam');
  expect(by('Comment 6').status).toBe('hidden');
  expect(by('Comment 7')).toMatchObject({ type: 'mention', authorName: 'Ping « Elsewhere' });
  expect(by('An orphan')).toMatchObject({ parentId: null, depth: 0 });
  expect(report.notes).toContainEqual(expect.objectContaining({ why: expect.stringContaining('not in the file') }));
  expect(report.created).toMatchObject({ comments: 6, mentions: 1 });
  const everything = JSON.stringify([
    comments,
    report,
    await readDb.user.findMany(),
    await readDb.importItem.findMany(),
  ]);
  expect(everything).not.toMatch(/secret-|203\.0\.113|keeper@/);
  await undo();
});

test('comments that form a cycle are placed under the post', async () => {
  const { undo } = await importOf(
    wxrItem({
      id: '41',
      name: 'circle',
      comments: wxrComment('1', { parent: '2' }) + wxrComment('2', { parent: '3' }) + wxrComment('3', { parent: '1' }),
    }),
  );

  const comments = await commentsOf((await postOf('circle')).id);
  expect(comments.map(({ depth }) => depth)).toEqual([0, 1, 2]);
  await undo();
});

test('pages keep their parents, whatever their order in the file, and circles are broken', async () => {
  const page = (id: string, parent: string, order = '0') =>
    wxrItem({ id, parent, order, type: 'page', name: `level-${id}`, link: `${OLD_SITE}/deep/level-${id}/` });
  const { undo } = await importOf(
    page('53', '52', '7'),
    page('52', '51'),
    page('51', '0'),
    page('58', '59'),
    page('59', '58'),
  );

  const rows = await readDb.post.findMany({ where: { type: 'page' }, include: { parent: true } });
  const parentOf = Object.fromEntries(rows.map(({ slug, parent }) => [slug, parent?.slug ?? null]));
  expect(parentOf).toEqual({
    'level-51': null,
    'level-51/level-52': 'level-51',
    'level-51/level-52/level-53': 'level-51/level-52',
    'level-58': null,
    'level-59': null,
  });
  expect((await postOf('level-51/level-52/level-53')).menuOrder).toBe(7);
  expect((await findRedirect('/deep/level-53')).move?.to).toBe('/level-51/level-52/level-53');
  await undo();
});

test('old addresses lead to the new ones', async () => {
  const { undo } = await importOf(
    wxrItem({ id: '61', name: 'the-quay', meta: { _wp_old_slug: 'the-kay' }, content: 'One<!--nextpage-->Two' }),
    wxrItem({
      id: '62',
      type: 'page',
      name: '%cf%80%ce%bb%ce%bf%ce%af%ce%bf',
      link: `${OLD_SITE}//fleet/%cf%80%ce%bb%ce%bf%ce%af%ce%bf/`,
    }),
    wxrItem({
      id: '63',
      type: 'attachment',
      name: 'mast',
      status: 'inherit',
      parent: '61',
      link: `${OLD_SITE}/2014/05/06/the-quay/mast/`,
      extra: '<wp:attachment_url>http://127.0.0.1:9/mast.jpg</wp:attachment_url>',
    }),
    wxrItem({
      id: '64',
      type: 'nav_menu_item',
      name: 'in-the-menu',
      meta: { _menu_item_type: 'taxonomy', _menu_item_object_id: '4' },
    }),
    wxrItem({ id: '65', type: 'attachment', name: 'alone', status: 'inherit' }),
  );
  const leads = async (from: string) => (await findRedirect(from)).move?.to;

  expect(await leads('/2014/05/06/the-quay')).toBe('/the-quay');
  expect(await leads('/2014/05/06/the-kay')).toBe('/the-quay');
  expect(await leads('/2014/05/06/the-quay/2')).toBe('/the-quay');
  expect(await leads('/2014/05/06/the-quay/feed')).toBe('/the-quay/rss.xml');
  expect(await leads('/2014/05/06/the-quay/amp')).toBe('/the-quay');
  expect(await leads('/?p=61')).toBe('/the-quay');
  expect(await leads('/?page_id=62')).toBe('/%CF%80%CE%BB%CE%BF%CE%AF%CE%BF');
  expect(await leads('/fleet/%CF%80%CE%BB%CE%BF%CE%AF%CE%BF')).toBe('/%CF%80%CE%BB%CE%BF%CE%AF%CE%BF');
  expect(await leads('/2014/05/06/the-quay/mast')).toBe('/the-quay');
  expect(await leads('/?attachment_id=63')).toBe('/the-quay');
  expect(await leads('/2014/05/06/in-the-menu')).toBe('/tag/sloops');
  expect(await leads('/2014/05/06/alone')).toBeUndefined();
  expect(await leads('/category/boats/sloops')).toBe('/tag/sloops');
  expect(await leads('/?cat=3')).toBe('/tag/boats');
  expect(await leads('/?author=7')).toBe('/author/keeper');
  expect(await leads('/feed')).toBe('/rss.xml');
  expect(await leads('/the-quay')).toBeUndefined();
  await undo();
});

test('addresses that are taken or reserved get a number, and block no others', async () => {
  const mine = await createPost({ slug: 'mine' });
  const { undo } = await importOf(
    wxrItem({ id: '71', name: 'mine', link: `${OLD_SITE}/mine/` }),
    wxrItem({ id: '72', name: 'archive', type: 'page', link: `${OLD_SITE}/archive/` }),
    wxrItem({ id: '73', title: 'Twice', name: 'twice' }),
    wxrItem({ id: '74', title: 'Twice', name: 'twice' }),
    wxrItem({ id: '75', title: '', name: '', content: '', link: `${OLD_SITE}/?p=75` }),
  );

  const slugs = (
    await readDb.post.findMany({ where: { importBatchId: { not: null } }, orderBy: { createdAt: 'asc' } })
  ).map(({ slug }) => slug);
  expect(slugs.sort()).toEqual(['archive-2', 'mine-2', 'twice', 'twice-2', 'untitled-75']);
  expect((await findRedirect('/mine')).move).toBeNull();
  expect((await findRedirect('/archive')).move).toBeNull();
  expect((await findRedirect('/?p=75')).move?.to).toBe('/untitled-75');
  await undo();
  await db.post.delete({ where: { id: mine.id } });
});

test('keeps links to images, players and frames without loading anything from other sites', async () => {
  const { report, undo } = await importOf(
    wxrItem({
      id: '81',
      name: 'pictures',
      content: [
        '[caption width="300"]<img src="http://127.0.0.1:9/a.jpg" alt="A mast" onerror="alert(1)"> The mast[/caption]',
        '[audio src="http://169.254.169.254/latest/x.mp3"]',
        'https://www.youtube.com/watch?v=abcdefghijk',
        '<iframe src="file:///etc/passwd"></iframe><a href="javascript:alert(1)">run</a>',
        `<a href="${OLD_SITE}/2014/05/06/pictures/#end">here</a>`,
        '[weather town="Halm"]',
        'O:8:"stdClass":1:{s:4:"evil";s:3:"run";}',
      ].join('\n\n'),
    }),
  );

  const { bodyHtml } = await postOf('pictures');
  expect(bodyHtml).not.toMatch(/<img|<audio|<iframe|onerror|javascript:|file:/);
  expect(bodyHtml).toContain('<a href="http://127.0.0.1:9/a.jpg">Image: A mast</a><figcaption>The mast</figcaption>');
  expect(bodyHtml).toContain('Audio: x.mp3');
  expect(bodyHtml).toContain('data-embed="https://www.youtube.com/watch?v=abcdefghijk"');
  expect(bodyHtml).toContain('<a href="/pictures#');
  expect(bodyHtml).toContain('[weather town="Halm"]');
  expect(bodyHtml).toContain('O:8:"stdClass"');
  expect(report.notes.map(({ why }) => why).join('\n')).toMatch(/a\.jpg.*x\.mp3[\s\S]*\[weather\]/);
  await undo();
});

test('a body that is too long is reported, and does not stop the others', async () => {
  const { report, undo } = await importOf(
    wxrItem({ id: '91', name: 'endless', content: `<p>${'long '.repeat(300_000)}</p>` }),
    wxrItem({ id: '92', name: 'short' }),
  );

  expect(report.failed).toEqual([
    { where: expect.stringContaining('Entry 91'), why: expect.stringContaining('one million') },
  ]);
  expect(report.created.posts).toBe(1);
  await undo();
});
