import { expect, test } from 'vitest';
import { cacheTags } from '@/lib/caching/cache-tags';
import { readDb } from '@/lib/database/db';
import { findRedirect, importWordPress } from '../../factories/imports';
import { undoImport } from '@/lib/import/running/undoing';
import { getSettings } from '@/lib/settings/queries';
import { OLD_SITE, wxr, wxrComment, wxrFile, wxrHead, wxrItem } from '../../factories/wxr';

type Types = Map<string, 'post' | 'page'>;

async function importOf(text: string, types: Types = new Map()) {
  const report = await importWordPress('operator', { files: [wxrFile(text)], oldUrl: null, dryRun: false, types });
  return {
    failed: report.failed.map(({ where, why }) => `${where}: ${why}`),
    notes: report.notes.map(({ where, why }) => `${where}: ${why}`),
    undo: () => undoImport('operator', report.batch!),
    report,
  };
}

const postOf = (slug: string) => readDb.post.findUniqueOrThrow({ where: { slug } });

const recipe = (id: string) =>
  wxrItem({ id, type: 'recipe', name: `soup-${id}`, link: `${OLD_SITE}/recipe/soup-${id}/`, comments: wxrComment(id) });

test('reports each kind of content that is not imported, and redirects none of its addresses', async () => {
  const { failed, undo } = await importOf(
    wxr(
      recipe('501'),
      recipe('502'),
      wxrItem({ id: '503', type: 'nav_menu_item', name: 'entry', link: `${OLD_SITE}/entry/` }),
      wxrItem({ id: '504', type: 'wp_navigation', name: 'nav' }),
      wxrItem({ id: '505', type: 'wp_block', name: 'pattern' }),
      wxrItem({ id: '506', type: 'custom_css', name: 'css' }),
      wxrItem({
        id: '507',
        name: 'with-more',
        meta: { ingredients: 'Salt', _edit_last: '1', empty: '' },
        categories: '<category domain="genre" nicename="sea"><![CDATA[Sea]]></category>',
        comments: wxrComment('5071', { type: 'order_note' }),
      }),
    ),
  );

  expect(failed).toEqual([
    expect.stringMatching(
      /^type recipe: 2 of the type recipe were not imported. 2 comments on them were left out too. With --types recipe=post/,
    ),
    'type nav_menu_item: 1 of the type nav_menu_item was not imported. The menu of this site has to be set up by hand.',
    'type wp_navigation: 1 of the type wp_navigation was not imported. The menu of this site has to be set up by hand.',
    expect.stringContaining('A synced pattern stands in the posts that use it'),
    expect.stringContaining('parts of WordPress itself or of its theme'),
    'comments of the type order_note: 1 was not imported.',
    'taxonomy genre: It was not imported: 1 entry used its terms.',
    'custom field ingredients: It was not imported: 1 entry had it.',
  ]);
  for (const path of ['/recipe/soup-501', '/entry']) expect((await findRedirect(path)).move).toBeNull();
  await undo();
});

test('names each of any number of custom fields', async () => {
  const meta = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`field-${at}`, 'Salt']));
  const { failed, undo } = await importOf(wxr(wxrItem({ id: '508', name: 'with-many', meta })));

  const said = failed.join('\n');
  for (const name of Object.keys(meta)) expect(said).toMatch(new RegExp(`\\b${name}\\b`));
  expect(failed.at(-1)).toMatch(/^custom field: others: These were not imported either: field-40, /);
  await undo();
});

test('imports requested types as posts or pages, with comments and addresses', async () => {
  const { failed, report, undo } = await importOf(wxr(recipe('511')), new Map([['recipe', 'page']]));

  expect(failed).toEqual([]);
  expect(report.created).toMatchObject({ pages: 1, comments: 1 });
  expect((await findRedirect('/recipe/soup-511')).move?.to).toBe('/soup-511');
  await undo();
});

const mark = (id: string, number: number) =>
  `<sup data-fn="${id}" class="fn"><a href="#${id}" id="${id}-link">${number}</a></sup>`;

test('footnotes of the block editor become notes in the text', async () => {
  const notes = [
    { content: 'The <em>first</em> note', id: 'a-1' },
    { content: 'The second', id: 'b-2' },
    { content: 'Without a mark', id: 'c-3' },
  ];
  const content = `<!-- wp:paragraph -->\n<p>One${mark('b-2', 2)} two${mark('a-1', 1)} three${mark('gone', 4)}</p>\n<!-- /wp:paragraph -->\n<!-- wp:footnotes /-->`;
  const text = wxr(wxrItem({ id: '521', name: 'noted', content, meta: { footnotes: JSON.stringify(notes) } }));
  const { notes: lines, undo } = await importOf(text);

  const { bodyHtml } = await postOf('noted');
  expect(bodyHtml).toContain(
    'One<span data-footnote="">The second</span> two<span data-footnote="">The <em>first</em> note</span>',
  );
  expect(bodyHtml).toContain('<p>Without a mark</p>');
  expect(lines.join('\n')).toMatch(/text of 1 of its footnotes[\s\S]*1 of its footnotes have no mark/);
  expect(lines.join('\n')).not.toContain('WordPress renders these blocks');
  await undo();
});

test('inserts synced patterns where posts refer to them, also nested, but no cycles and no private ones', async () => {
  const pattern = (id: string, content: string, status = 'publish') =>
    wxrItem({ id, type: 'wp_block', name: `pattern-${id}`, content, status });
  const ref = (id: string) => `<!-- wp:block {"ref":${id}} /-->`;
  const paragraph = (words: string) => `<!-- wp:paragraph --><p>${words}</p><!-- /wp:paragraph -->`;
  const { notes, undo } = await importOf(
    wxr(
      wxrItem({
        id: '531',
        name: 'patterned',
        content: `${paragraph('Before')}${ref('532')}${ref('534')}${ref('999')}`,
      }),
      pattern('532', `${paragraph('Outer')}${ref('533')}`),
      pattern('533', `${paragraph('Inner')}${ref('532')}`),
      pattern('534', paragraph('Secret'), 'draft'),
    ),
  );

  const { bodyText } = await postOf('patterned');
  expect(bodyText.replace(/\s+/g, ' ')).toBe('Before Outer Inner');
  expect(notes).toEqual([expect.stringMatching(/post 531 .*not published in the file, and are left out: 534, 999/)]);
  await undo();
});

test('cuts off patterns that grow without end', async () => {
  const items = Array.from({ length: 12 }, (_, at) =>
    wxrItem({
      id: String(5_400 + at),
      type: 'wp_block',
      content: `<p>Grows</p>${`<!-- wp:block {"ref":${5_401 + at}} /-->`.repeat(10)}`,
    }),
  );
  const { report, undo } = await importOf(
    wxr(wxrItem({ id: '5399', name: 'growing-pattern', content: '<!-- wp:block {"ref":5400} /-->' }), ...items),
  );

  expect(report.created.posts + report.failed.filter(({ where }) => where.includes('Entry')).length).toBe(1);
  await undo();
});

test('a gallery whose images are missing leaves a placeholder and a note', async () => {
  const { notes, undo } = await importOf(
    wxr(
      wxrItem({ id: '541', name: 'lost-gallery', content: 'Before\n\n[gallery ids="901,902"]\n\nAfter' }),
      wxrItem({ id: '542', name: 'bare-gallery', content: '[gallery]' }),
    ),
  );

  expect((await postOf('lost-gallery')).bodyText).toContain('[gallery ids="901,902"]');
  expect((await postOf('bare-gallery')).bodyText).toContain('[gallery]');
  expect(notes).toEqual([
    expect.stringMatching(/post 541 .*not in the file \(901, 902\).*All content/),
    expect.stringMatching(/post 542 .*the file has none/),
  ]);
  await undo();
});

test('a cover shows its background image, and a lazy image is the real one', async () => {
  const content = [
    '<!-- wp:cover {"url":"https://pics.example/deck.jpg","hasParallax":true} -->',
    '<div class="wp-block-cover"><div role="img" aria-label="The deck" class="has-parallax" style="background-position:50% 50%;background-image:url(https://pics.example/deck.jpg)"></div><p>Words</p></div>',
    '<!-- /wp:cover -->',
    '<!-- wp:image --><figure><img src="data:image/gif;base64,R0lGOD" data-lazy-src="https://pics.example/real.jpg" alt="Real"/></figure><!-- /wp:image -->',
  ].join('\n');
  const { notes, undo } = await importOf(wxr(wxrItem({ id: '551', name: 'covered', content })));

  const { bodyHtml } = await postOf('covered');
  expect(bodyHtml).toContain('<a href="https://pics.example/deck.jpg">Image: The deck</a>');
  expect(bodyHtml).toContain('<a href="https://pics.example/real.jpg">Image: Real</a>');
  expect(notes.join()).toMatch(/deck\.jpg.*real\.jpg/);
  await undo();
});

test('decodes names once and keeps their signs, and keeps the text of descriptions', async () => {
  const head = wxrHead().replace(
    '<wp:category>',
    '<wp:category><wp:term_id>9</wp:term_id><wp:category_nicename>rd</wp:category_nicename><wp:cat_name><![CDATA[R&amp;D &#8211; &quot;x&quot;]]></wp:cat_name><wp:category_description><![CDATA[<p>All <b>our</b> R&amp;D ></p>]]></wp:category_description></wp:category><wp:category>',
  );
  const item = wxrItem({ id: '561', name: 'named', comments: wxrComment('5611', { author: 'Ann <3>' }) });
  const { undo } = await importOf(`${head.replace('Ola Keeper', 'Ola &amp; Sons')}${item}</channel></rss>`);

  expect(await readDb.tag.findUniqueOrThrow({ where: { slug: 'rd' } })).toMatchObject({
    name: 'R&D – "x"',
    description: 'All our R&D >',
  });
  expect(await readDb.comment.findFirst({ where: { body: 'Comment 5611.' } })).toMatchObject({ authorName: 'Ann <3>' });
  expect(await readDb.user.findFirst({ where: { slug: 'keeper' } })).toMatchObject({ name: 'Ola & Sons' });
  await undo();
});

test.each([
  [{ _yoast_wpseo_title: '%%title%% %%sep%% %%sitename%%' }, ''],
  [{ _yoast_wpseo_title: 'Buy %%title%% %%page%%' }, 'Buy Entry'],
  [{ _yoast_wpseo_title: '%%title%% in %%ct_place%%' }, ''],
  [{ _seopress_titles_title: '%%post_title%% %%sep%% %%sitetitle%%' }, ''],
  [{ _aioseo_title: '#post_title #separator_sa #site_title' }, ''],
  [{ _aioseo_title: 'All about #post_title, our #1' }, 'All about Entry, our #1'],
  [{ _aioseo_title: '#post_title of #current_year' }, ''],
  [{ rank_math_title: '%title% at %sitename%' }, 'Entry at The Old Harbour'],
  [{ rank_math_title: '100% of %customfield(x)%' }, ''],
  [{ rank_math_title: 'Ready 50% off' }, 'Ready 50% off'],
])('templates of search plug-ins are filled in or dropped: %o', async (meta, seoTitle) => {
  const { undo } = await importOf(wxr(wxrItem({ id: '571', name: 'templated', title: 'Entry', meta })));
  expect(await postOf('templated')).toMatchObject({ seoTitle, noindex: false });
  await undo();
});

test.each([
  [{ '_yoast_wpseo_opengraph-title': 'Share: %%title%%', '_yoast_wpseo_opengraph-description': 'Aloud.' }],
  [{ rank_math_facebook_title: 'Share: %title%', rank_math_facebook_description: 'Aloud.' }],
])('keeps the title and the text for sharing: %o', async (meta) => {
  const { undo } = await importOf(wxr(wxrItem({ id: '573', name: 'shared', title: 'Entry', meta })));
  expect(await postOf('shared')).toMatchObject({ socialTitle: 'Share: Entry', socialDescription: 'Aloud.' });
  await undo();
});

test.each([
  [{ '_yoast_wpseo_meta-robots-noindex': '1', _yoast_wpseo_canonical: 'https://first.example/a' }],
  [{ rank_math_robots: 'a:1:{i:0;s:7:"noindex";}', rank_math_canonical_url: 'https://first.example/a' }],
])('keeps noindex: %o', async (meta) => {
  const { undo } = await importOf(wxr(wxrItem({ id: '572', name: 'unlisted', meta })));
  expect(await postOf('unlisted')).toMatchObject({ noindex: true, canonicalUrl: 'https://first.example/a' });
  await undo();
});

test('keeps dates from 1900 on, and reports the others', async () => {
  const later = 'Sat, 01 Feb 2020 10:00:00 +0000';
  const { notes, undo } = await importOf(
    wxr(
      wxrItem({ id: '581', name: 'old-1952', date: '1952-03-04 10:00:00', gmt: '1952-03-04 09:00:00', pubDate: later }),
      wxrItem({ id: '582', name: 'odd-day', date: '2014-02-31 10:00:00', gmt: '0000-00-00 00:00:00', pubDate: later }),
      wxrItem({ id: '583', name: 'too-old', date: '1812-01-01 10:00:00', gmt: '1812-01-01 10:00:00', pubDate: '' }),
    ),
  );

  expect(await postOf('old-1952')).toMatchObject({ status: 'published', publishAt: new Date('1952-03-04T09:00:00Z') });
  expect(await postOf('odd-day')).toMatchObject({ publishAt: new Date('2020-02-01T10:00:00Z') });
  expect(await postOf('too-old')).toMatchObject({ status: 'draft' });
  expect(notes).toEqual([
    expect.stringMatching(/582 .*2014-02-31 10:00:00 cannot be read; 2020-02-01T10:00:00.000Z was taken/),
    expect.stringMatching(/583 .*1812-01-01 10:00:00 cannot be read; it has none here/),
    expect.stringMatching(/583 .*imported as a draft/),
  ]);
  await undo();
});

test('shortcodes for external content become embeds, and formulas are reported', async () => {
  const content = [
    '[youtube https://www.youtube.com/watch?v=abcdefghijk]',
    '[youtube=https://youtu.be/bbcdefghijk]',
    '[vimeo 12345678]',
    '[soundcloud url="https://soundcloud.com/a/b"]',
    'So $latex E=mc^2$ it is.',
  ].join('\n\n');
  const { notes, undo } = await importOf(wxr(wxrItem({ id: '591', name: 'embedding', content })));

  const { bodyHtml } = await postOf('embedding');
  for (const address of [
    'https://www.youtube.com/watch?v=abcdefghijk',
    'https://www.youtube.com/watch?v=bbcdefghijk',
    'https://vimeo.com/12345678',
    'https://soundcloud.com/a/b',
  ])
    expect(bodyHtml).toContain(`data-embed="${address}"`);
  expect(bodyHtml).toContain('$latex E=mc^2$');
  expect(notes).toEqual([expect.stringMatching(/Formulas/)]);
  await undo();
});

test('reports the name and time zone of the old site, or adopts them on request', async () => {
  const winter = wxrItem({ id: '601', name: 'winter', date: '2014-12-31 21:30:00', gmt: '2015-01-01 02:30:00' });
  const summer = wxrItem({ id: '602', name: 'summer', date: '2014-07-01 10:00:00', gmt: '2014-07-01 14:00:00' });
  const text = wxr(winter, summer).replace('<link>', '<description>Boats &amp;amp; birds</description><link>');
  const first = await importOf(text);
  expect(first.report.advice?.join('\n')).toMatch(
    /clock was 5 hours behind UTC, as in America\/New_York: set the time zone under Settings[\s\S]*called “The Old Harbour”/,
  );
  expect((await getSettings()).timeZone).toBe('UTC');
  await first.undo();

  const input = { files: [wxrFile(text)], oldUrl: null, dryRun: false, useSiteSettings: true };
  const second = await importWordPress('operator', input);

  expect(await getSettings()).toMatchObject({
    siteName: 'The Old Harbour',
    tagline: 'Boats & birds',
    timeZone: 'America/New_York',
  });
  expect((await importWordPress('operator', { ...input, useSiteSettings: false })).advice).toEqual([]);
  await undoImport('operator', second.batch!);
});

test('an undo invalidates every tag and author page that it removed', async () => {
  const { undo } = await importOf(wxr(wxrItem({ id: '603', name: 'short-lived' })));
  const tag = await readDb.tag.findUniqueOrThrow({ where: { slug: 'boats' } });
  const author = await readDb.user.findFirstOrThrow({ where: { slug: 'keeper' } });
  const since = await readDb.invalidation.count();

  await undo();

  const rows = await readDb.invalidation.findMany({ orderBy: { id: 'asc' }, skip: since });
  const announced = rows.flatMap(({ tags }) => JSON.parse(tags) as string[]);
  for (const expected of [cacheTags.tag(tag.id), cacheTags.author(author.id), cacheTags.address('/tag/boats')])
    expect(announced).toContain(expected);
});
