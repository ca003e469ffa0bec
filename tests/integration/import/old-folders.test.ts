import { expect, test } from 'vitest';
import { readDb } from '@/lib/database/db';
import { findRedirect, importWordPress } from '../../factories/imports';
import { undoImport } from '@/lib/import/running/undoing';
import { OLD_SITE, wxr, wxrComment, wxrFile, wxrItem } from '../../factories/wxr';

const leads = async (from: string) => (await findRedirect(from)).move?.to ?? null;
const bring = (folder: string, ...items: string[]) =>
  importWordPress('operator', { files: [wxrFile(wxr(...items))], oldUrl: OLD_SITE + folder, dryRun: false });
const filed =
  '<category domain="category" nicename="sloops">Sloops</category><category domain="post_tag" nicename="garden">garden</category>';

test.each(['', '/site', '/site/blog'])('in the folder “%s” numbers and names in queries lead on', async (folder) => {
  const comments = wxrComment('8481') + wxrComment('8482');
  const report = await bring(
    folder,
    wxrItem({ id: '846', name: '', title: 'By number', link: `${OLD_SITE}${folder}/?p=846`, categories: filed }),
    wxrItem({ id: '847', name: '', status: 'draft', link: `${OLD_SITE}${folder}/?p=847` }),
    wxrItem({ id: '848', name: 'named', link: `${OLD_SITE}${folder}/2014/05/named/`, comments }),
    wxrItem({ id: '849', type: 'attachment', name: 'mast', status: 'inherit', parent: '848' }),
  );
  const home = folder || '/';
  const { id } = await readDb.comment.findFirstOrThrow({ where: { body: { contains: 'Comment 8482' } } });

  const expected: [string, string | null][] = [
    ['?p=846', '/by-number'],
    ['?page_id=848', '/named'],
    ['?attachment_id=849', '/named'],
    ['?cat=4', '/tag/sloops'],
    ['?tag=garden', '/tag/garden'],
    ['?author=7', '/author/keeper'],
    ['?m=201405', '/2014/05'],
    ['?m=20140506', '/2014/05'],
    ['?s=boats', '/search?q=boats'],
    ['?feed=rss2', '/rss.xml'],
    ['?feed=comments-rss2', '/comments/rss.xml'],
    ['?category_name=sloops', '/tag/sloops'],
    ['?name=named', '/named'],
    ['?p=848&cpage=2', '/named'],
    ['?p=848&replytocom=8482', `/named#comment-${id}`],
    ['?cat=4&feed=rss2', '/tag/sloops/rss.xml'],
    ['?p=848&utm_source=letter', '/named'],
    ['?p=847', null],
    ['?p=99', null],
    ['?cpage=2', null],
  ];
  for (const [query, to] of expected) {
    expect([query, await leads(home + query)]).toEqual([query, to]);
    expect([query, await leads(`${folder}/index.php${query}`)]).toEqual([query, to]);
  }
  const paths: [string, string | null][] = [
    ['/index.php', '/'],
    ['/index.php/2014/05/named', '/named'],
    ['/index.php/page/2', '/'],
    ['/comments/feed', '/comments/rss.xml'],
    ['/feed/rdf', '/rss.xml'],
    ['/wp-sitemap.xml', '/sitemap.xml'],
    ['/xmlrpc.php', ''],
    ['/index.php/2014/05/nothing', null],
  ];
  for (const [path, to] of paths) expect([path, await leads(folder + path)]).toEqual([path, to]);
  expect(await leads('/index.php/named')).toBe('/named');
  expect(await leads('/elsewhere?p=846')).toBeNull();
  await undoImport('operator', report.batch!);
  expect(await leads(`${home}?p=848`)).toBeNull();
});

test('two sites of one host, one in a folder of the other, keep their numbers apart', async () => {
  const one = (folder: string, name: string) =>
    bring(folder, wxrItem({ id: '856', name, link: `${OLD_SITE}${folder}/${name}-old/` }));
  const reports = [await one('', 'of-the-host'), await one('/notes', 'of-the-folder')];

  expect(await leads('/?p=856')).toBe('/of-the-host');
  expect(await leads('/notes?p=856')).toBe('/of-the-folder');
  expect(await leads('/notes?p=857')).toBeNull();
  for (const { batch } of reports) await undoImport('operator', batch!);
});

test('an old site in a folder that this site uses does not redirect its addresses', async () => {
  const report = await bring('/tag', wxrItem({ id: '858', name: 'boats', link: `${OLD_SITE}/tag/boats-then/` }));

  expect(await leads('/tag/wp-sitemap.xml')).toBeNull();
  await undoImport('operator', report.batch!);
});

test('old addresses of comments lead to the page of the thread on which they are', async () => {
  const at = (number: number) => new Date(Date.UTC(2014, 5, 1, 0, number)).toISOString().slice(0, 19).replace('T', ' ');
  const roots = Array.from({ length: 120 }, (_, n) => wxrComment(String(9_000 + n), { gmt: at(n) }));
  const answers = Array.from({ length: 30 }, (_, n) =>
    wxrComment(String(9_500 + n), { gmt: at(200 + n), parent: '9000' }),
  );
  const unseen = wxrComment('9600', { approved: '0', gmt: at(300) });
  const report = await bring(
    '',
    wxrItem({ id: '863', name: 'long-talk', comments: [...roots, ...answers, unseen].join('') }),
    wxrItem({ id: '864', name: 'short-talk', comments: wxrComment('9000') }),
    wxrItem({ id: '865', name: 'hidden-talk', status: 'draft', comments: wxrComment('9700') }),
  );
  const link = '/2014/05/06/long-talk';
  const idOf = async (slug: string, text: string) =>
    (await readDb.comment.findFirstOrThrow({ where: { post: { slug }, body: { contains: text } } })).id;

  const last = await idOf('long-talk', 'Comment 9119.');
  const expected: [string, string | null][] = [
    [`${link}/comment-page-1`, '/long-talk'],
    // The 51st conversation follows 50 others and 30 answers.
    [`${link}/comment-page-2`, '/long-talk/comments/page/2'],
    [`${link}/comment-page-3`, '/long-talk/comments/page/3'],
    [`${link}/comment-page-99`, '/long-talk/comments/page/3'],
    [`${link}?cpage=2`, '/long-talk/comments/page/2'],
    ['/long-talk?cpage=3', '/long-talk/comments/page/3'],
    ['/long-talk/comment-page-2/feed', '/long-talk/rss.xml'],
    [`${link}?replytocom=9119`, `/long-talk/comments/page/3#comment-${last}`],
    [
      `${link}/comment-page-1?replytocom=9070`,
      `/long-talk/comments/page/3#comment-${await idOf('long-talk', 'Comment 9070.')}`,
    ],
    ['/long-talk?replytocom=9520', `/long-talk#comment-${await idOf('long-talk', 'Comment 9520.')}`],
    ['/short-talk?replytocom=9000', `/short-talk#comment-${await idOf('short-talk', 'Comment 9000.')}`],
    ['/short-talk/comment-page-7', '/short-talk'],
    [`${link}?replytocom=9600`, '/long-talk'],
    [`${link}?replytocom=123456`, '/long-talk'],
    ['/short-talk?replytocom=9119', '/short-talk'],
    ['/2014/05/06/hidden-talk?replytocom=9700', null],
    ['/hidden-talk?replytocom=9700', null],
    ['/nobody?replytocom=9000', null],
    [`/long-talk?replytocom=${last}`, `/long-talk/comments/page/3#comment-${last}`],
    [`/short-talk?replytocom=${last}`, '/short-talk'],
    [`/long-talk?replytocom=${await idOf('long-talk', 'Comment 9600.')}`, '/long-talk'],
    ['/nobody/comment-page-2', null],
  ];
  for (const [from, to] of expected) expect([from, await leads(from)]).toEqual([from, to]);
  expect((await findRedirect(`${link}?cpage=2`)).tags.join()).toContain('comments:');
  await undoImport('operator', report.batch!);
});
