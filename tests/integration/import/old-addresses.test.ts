import { expect, test } from 'vitest';
import { getThreadPage } from '@/lib/comments/queries';
import { readDb } from '@/lib/database/db';
import { findRedirect, importWordPress } from '../../factories/imports';
import { undoImport } from '@/lib/import/running/undoing';
import { OLD_SITE, wxr, wxrComment, wxrFile, wxrItem } from '../../factories/wxr';

const run = (...items: string[]) =>
  importWordPress('operator', { files: [wxrFile(wxr(...items))], oldUrl: null, dryRun: false });
const leads = async (from: string) => (await findRedirect(from)).move?.to ?? null;
const titleAt = async (slug: string) =>
  (await readDb.post.findUnique({ where: { slug }, select: { title: true } }))?.title ?? null;

test('an item keeps its old address even if another one has the same slug earlier in the file', async () => {
  const page = (id: string, name: string, path: string, parent = '0') =>
    wxrItem({ id, type: 'page', name, title: `At ${path}`, link: `${OLD_SITE}${path}`, parent });
  const report = await run(
    page('801', 'about', '/about/'),
    page('802', 'team', '/about/team/', '801'),
    page('803', 'team', '/team/'),
    wxrItem({ id: '804', name: 'team', title: 'A post' }),
  );

  expect(await titleAt('team')).toBe('At /team/');
  expect(await titleAt('about/team')).toBe('At /about/team/');
  expect([await leads('/about/team'), await leads('/team'), await leads('/2014/05/06/team')]).toEqual([
    null,
    null,
    '/team-2',
  ]);
  expect(report.notes).toEqual([]);
  await undoImport('operator', report.batch!);
});

test('an old address that this site needs itself, or that is taken, is reported', async () => {
  const first = await run(wxrItem({ id: '811', name: 'harbour', link: `${OLD_SITE}/harbour/` }));
  const reserved = ['archive', 'search', 'author', '2024'];
  const own = await run(
    ...reserved.map((name, at) =>
      wxrItem({ id: `83${at}`, type: 'page', name, title: name, link: `${OLD_SITE}/${name}/` }),
    ),
    wxrItem({ id: '838', name: 'harbour', title: 'Second', link: `${OLD_SITE}/harbour/` }),
    wxrItem({ id: '839', name: 'hidden', status: 'draft', link: `${OLD_SITE}/search/` }),
  );
  expect(own.notes.map(({ why }) => why)).toEqual([
    ...reserved.map(
      (name) =>
        `Its old address /${name} could not be kept, because this site needs it itself: it is at /${name}-2 here.`,
    ),
    'Its old address /harbour could not be kept, because something else stands there: it is at /harbour-2 here.',
  ]);
  await undoImport('operator', own.batch!);
  await undoImport('operator', first.batch!);
});

const term = (taxonomy: 'category' | 'tag', slug: string, parent = '') =>
  taxonomy === 'tag'
    ? `<wp:tag><wp:term_id>9${slug.length}</wp:term_id><wp:tag_slug>${slug}</wp:tag_slug><wp:tag_name>${slug}</wp:tag_name></wp:tag>`
    : `<wp:category><wp:term_id>8${slug.length}</wp:term_id><wp:category_nicename>${slug}</wp:category_nicename><wp:category_parent>${parent}</wp:category_parent><wp:cat_name>${slug}</wp:cat_name></wp:category>`;
const terms = term('category', 'news') + term('category', 'world', 'news') + term('tag', 'garden');
const withTerms = (...items: string[]) => wxr(...items).replace('<item>', `${terms}<item>`);
const filed =
  '<category domain="category" nicename="world">world</category><category domain="post_tag" nicename="garden">garden</category>';

test.each([
  ['', '/blog', '/blog/about-boats/'],
  ['', '/archives', '/archives/841'],
  ['', '/index.php', '/index.php/2014/05/06/about-boats/'],
  ['/site', '/site', '/site/about-boats/'],
  ['/site', '/site/blog', '/site/blog/2014/05/about-boats/'],
])('with the folder “%s” the lists of a site stand below %s', async (folder, root, link) => {
  const item = wxrItem({ id: '841', name: 'about-boats', link: OLD_SITE + link, categories: filed });
  const file = wxrFile(withTerms(item));
  const oldUrl = OLD_SITE + folder;
  const report = await importWordPress('operator', { files: [file], oldUrl, dryRun: false });

  const expected: [string, string | null][] = [
    ['/category/news', '/tag/news'],
    ['/category/news/world', '/tag/world'],
    ['/category/news/world/feed', '/tag/world/rss.xml'],
    ['/category/news/page/2', '/tag/news'],
    ['/tag/garden', '/tag/garden'],
    ['/tag/garden/feed/atom', '/tag/garden/feed.xml'],
    ['/author/keeper', '/author/keeper'],
    ['/author/keeper/feed', '/author/keeper/rss.xml'],
    ['/2014', '/2014'],
    ['/2014/05', '/2014/05'],
    ['/2014/05/06', '/2014/05'],
    ['/date/2014/05', '/2014/05'],
    ['/2013/05', null],
    ['/feed', '/rss.xml'],
    ['/feed/atom', '/feed.xml'],
    ['/page/2', '/'],
  ];
  for (const [from, to] of expected) expect([from, await leads(root + from)]).toEqual([from, to]);
  expect(await leads(link.replace(/\/$/, ''))).toBe('/about-boats');
  await undoImport('operator', report.batch!);
});

test('finds categories and tags by changed bases', async () => {
  const file = wxrFile(withTerms(wxrItem({ id: '851', name: 'about-boats', categories: filed })));
  const bases = { category: 'on/topics', tag: '' };
  const report = await importWordPress('operator', { files: [file], oldUrl: null, dryRun: false, bases });

  expect([await leads('/on/topics/news/world'), await leads('/garden'), await leads('/category/news')]).toEqual([
    '/tag/world',
    '/tag/garden',
    null,
  ]);
  await undoImport('operator', report.batch!);
});

test('an imported comment keeps its old number as a place in the page', async () => {
  const comments = wxrComment('8620') + wxrComment('8621', { parent: '8620' });
  const report = await run(
    wxrItem({ id: '861', name: 'talk', comments }),
    wxrItem({ id: '862', name: 'other-talk', comments: wxrComment('8620') }),
  );
  const numbersOf = async (slug: string) => {
    const { id } = await readDb.post.findUniqueOrThrow({ where: { slug } });
    return (await getThreadPage(id, 1))?.comments.map(({ oldId }) => oldId);
  };

  expect(await numbersOf('talk')).toEqual(['8620', '8621']);
  expect(await numbersOf('other-talk')).toEqual(['8620']);
  await undoImport('operator', report.batch!);
});

test('links in texts lead straight to their target, whatever address of the old site they name', async () => {
  const links: [string, string][] = [
    ['/category/news/world/', '/tag/world'],
    ['/category/news/feed/', '/tag/news/rss.xml'],
    ['/category/news/page/3/', '/tag/news'],
    ['/?cat=85', '/tag/world'],
    ['/tag/garden/', '/tag/garden'],
    ['/author/keeper/', '/author/keeper'],
    ['/?author=7', '/author/keeper'],
    ['/2014/05/', '/2014/05'],
    ['/2014/', '/2014'],
    ['/2014/05/06/', '/2014/05'],
    ['/feed/', '/rss.xml'],
    ['/?s=boats', '/search?q=boats'],
    ['/', '/'],
    ['/2014/05/06/renamed-before/', '/renamed'],
    ['/2014/05/06/renamed/2/', '/renamed'],
    ['/2014/05/06/renamed/amp/', '/renamed'],
    ['/2014/05/06/renamed/?replytocom=3#comment-3', '/renamed#comment-3'],
    ['/2014/05/06/the-mast/', '/renamed'],
  ];
  const stored = ['/2014/05/06/hidden/', '/2012/01/', '/nothing/', '/nothing/feed/', '/2014/05/06/renamed/feed/'];
  const content = [...links.map(([from]) => from), ...stored]
    .map((from) => `<a href="${OLD_SITE}${from}">x</a>`)
    .join('\n');
  const file = wxrFile(
    withTerms(
      wxrItem({
        id: '871',
        name: 'linking',
        content: `${content} <a href="https://elsewhere.example/feed/">x</a>`,
        categories: filed,
      }),
      wxrItem({ id: '872', name: 'renamed', meta: { _wp_old_slug: 'renamed-before' } }),
      wxrItem({ id: '873', name: 'hidden', status: 'draft' }),
      wxrItem({ id: '874', type: 'attachment', name: 'the-mast', status: 'inherit', parent: '872' }),
    ),
  );
  const report = await importWordPress('operator', { files: [file], oldUrl: null, dryRun: false });
  const { bodyHtml } = await readDb.post.findUniqueOrThrow({ where: { slug: 'linking' } });

  expect([...bodyHtml.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    ...links.map(([, to]) => to),
    ...stored.map((from) => OLD_SITE + from),
    'https://elsewhere.example/feed/',
  ]);
  await undoImport('operator', report.batch!);
});
