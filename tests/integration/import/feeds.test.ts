import { expect, test, vi } from 'vitest';
import { readDb } from '@/lib/database/db';
import { feed } from '@/lib/import/importers/feed/importer';
import { importers } from '@/lib/import/importers/registry';
import { runImport } from '@/lib/import/pipeline';
import type { ImportInput } from '@/lib/import/pipeline/run';
import { recogniseImporter } from '@/lib/import/recognition';
import { undoImport } from '@/lib/import/running/undoing';
import { fileOf } from '../../factories/archives';
import { findRedirect } from '../../factories/imports';
import { tableHashes } from '../../factories/table-hashes';

vi.setConfig({ testTimeout: 60_000 });

const run = (files: string | string[], input: Partial<ImportInput> = {}) =>
  runImport('operator', feed, { files: [files].flat(), oldUrl: null, dryRun: false, ...input });
const to = async (from: string) => (await findRedirect(from)).move?.to;
const postOf = (slug: string) =>
  readDb.post.findUniqueOrThrow({
    where: { slug },
    include: { tags: { include: { tag: true }, orderBy: { position: 'asc' } }, authors: { include: { user: true } } },
  });

const rss = `<?xml version="1.0"?>
<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel><title>Old feed</title><link>https://feed.example/</link><description>Boats &amp; more</description>
<image><title>Logo</title><link>https://logo.example/</link></image>
<item><title>The boat</title><link>https://feed.example/2021/03/boat.html</link><guid isPermaLink="false">tag:boat</guid>
<pubDate>Thu, 04 Mar 2021 10:00:00 +0100</pubDate><dc:creator>Ann</dc:creator><category>Boats</category><category>Sea</category>
<description>A short word.</description><c:encoded><![CDATA[<p>All of it, with <a href="/2021/03/second.html">the second</a>.<script>x</script></p>]]></c:encoded>
<enclosure url="https://cdn.example/a.mp3" length="1234" type="audio/mpeg"/><slash:comments>3</slash:comments></item>
<item><title>Second</title><link>https://feed.example/2021/03/second.html</link><description>Only &lt;b&gt;this&lt;/b&gt;.</description><pubDate>soon</pubDate></item>
<item><description>Nothing else</description></item>
</channel></rss>`;

test('a feed of RSS comes with authors, tags, sound and addresses; again changes nothing, and undo removes all', async () => {
  const file = fileOf(rss, 'feed.xml');
  expect(await recogniseImporter([file], importers)).toBe(feed);
  const before = await tableHashes();
  const dry = await run(file, { dryRun: true });
  expect(dry).toMatchObject({ created: { posts: 2, tags: 2, authors: 1 }, source: 'feed:https://feed.example' });
  expect(await tableHashes()).toEqual(before);
  const report = await run(file);
  expect(report.created).toEqual(dry.created);
  const post = await postOf('boat');
  expect(post).toMatchObject({
    title: 'The boat',
    excerpt: 'A short word.',
    feedId: 'tag:boat',
    publishAt: new Date('2021-03-04T09:00:00Z'),
    bodyHtml: '<p>All of it, with <a href="/second">the second</a>.</p>',
  });
  expect(post.enclosures ?? '').toContain('https://cdn.example/a.mp3');
  expect(post.tags.map(({ tag }) => tag.name)).toEqual(['Boats', 'Sea']);
  expect(post.authors.map(({ user }) => user.name)).toEqual(['Ann']);
  expect(await postOf('second')).toMatchObject({ bodyHtml: '<p>Only <strong>this</strong>.</p>' });
  expect(report.failed).toContainEqual({ where: 'line 10', why: 'It has neither an id nor an address nor a title.' });
  expect(report.notes.map(({ why }) => why)).toContain('Its date cannot be read: soon.');
  expect(report.oldSite).toMatchObject({ siteName: 'Old feed', tagline: 'Boats & more' });
  expect(await to('/2021/03/boat.html')).toBe('/boat');

  const after = await tableHashes();
  const again = await run(file);
  expect(again).toMatchObject({ created: { posts: 0, tags: 0 }, updated: { posts: 0 } });
  const without = (hashes: Record<string, unknown>) => ({ ...hashes, importBatch: null });
  expect(without(await tableHashes())).toEqual(without(after));
  await undoImport('operator', again.batch!);
  await undoImport('operator', report.batch!);
  expect(await readDb.post.count({ where: { slug: { in: ['boat', 'second'] } } })).toBe(0);
  expect(await readDb.redirect.count({ where: { from: { startsWith: '/2021/03/' } } })).toBe(0);
});

const atom = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Old &amp;amp; atom</title><link rel="self" href="https://atom.example/feed"/>
<link href="https://atom.example/"/><id>urn:feed</id>
<entry><id>urn:one</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <em>more</em></div></title>
<link rel="alternate" href="https://atom.example/one"/><published>2021-03-04T10:00:00Z</published><updated>2021-03-05T10:00:00Z</updated>
<author><name>Ben</name></author><category term="boats" label="Boats"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It is <b>well</b> said: a &lt; b &amp; c.</p><p>Yes.</p></div></content></entry>
<entry><id>urn:two</id><title>Two</title><link href="https://atom.example/two"/><updated>2021-03-05T10:00:00Z</updated><content type="text">1 &lt; 2</content></entry>
</feed>`;

test('Atom comes with markup in its order, JSON Feed with its attachments, RSS 1.0 with its dates', async () => {
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Old JSON',
    home_page_url: 'https://json.example/',
    items: [
      {
        id: 'j1',
        url: 'https://json.example/j-one',
        title: 'J one',
        content_text: 'a < b\n\nc',
        date_published: '2021-03-04T10:00:00+02:00',
        authors: [{ name: 'Cleo' }],
        tags: ['x'],
        attachments: [{ url: 'https://cdn.example/j.mp3', mime_type: 'audio/mpeg', size_in_bytes: 5 }],
      },
    ],
  });
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://rdf.example/"><title>Old RDF</title><link>https://rdf.example/</link></channel>
<item rdf:about="https://rdf.example/r1"><title>R one</title><link>https://rdf.example/r1</link><description>Text</description><dc:date>2003-01-02T03:04:05Z</dc:date></item></rdf:RDF>`;
  const reports = [];
  for (const [text, name] of [
    [atom, 'a.atom'],
    [json, 'j.json'],
    [rdf, 'r.rdf'],
  ] as const) {
    const file = fileOf(text, name);
    expect(await recogniseImporter([file], importers)).toBe(feed);
    reports.push(await run(file));
  }
  expect(reports.map(({ source }) => source)).toEqual([
    'feed:https://atom.example',
    'feed:https://json.example',
    'feed:https://rdf.example',
  ]);
  const one = await postOf('one');
  expect(one).toMatchObject({ title: 'One more', feedId: 'urn:one' });
  expect(one.bodyHtml).toBe('<p>It is <strong>well</strong> said: a &lt; b &amp; c.</p>\n<p>Yes.</p>');
  expect(one.tags.map(({ tag }) => tag.name)).toEqual(['Boats']);
  expect(await postOf('two')).toMatchObject({ bodyHtml: '<p>1 &lt; 2</p>' });
  expect(await postOf('j-one')).toMatchObject({
    bodyHtml: '<p>a &lt; b</p>\n<p>c</p>',
    publishAt: new Date('2021-03-04T08:00:00Z'),
  });
  expect(await postOf('r1')).toMatchObject({ publishAt: new Date('2003-01-02T03:04:05Z') });
  for (const { batch } of reports.toReversed()) await undoImport('operator', batch!);
});

test('what is damaged is mended or refused with its line, and entities are never expanded', async () => {
  const mended = await run(fileOf(rss.replace('Boats &amp; more', 'Boats & more'), 'raw.xml'), { dryRun: true });
  expect(mended).toMatchObject({ created: { posts: 2 } });
  const cut = await run(fileOf(rss.slice(0, rss.indexOf('Second')), 'cut.xml'), { dryRun: true });
  expect(cut).toMatchObject({ created: { posts: 1 } });
  expect(cut.notes.map(({ why }) => why).join()).toContain('breaks off at line 9');
  const bomb =
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa">]><rss><channel><title>&a;</title></channel></rss>';
  await expect(run(fileOf(bomb, 'bomb.xml'))).rejects.toThrow('declares a document type');
  await expect(run(fileOf('', 'none.xml'))).rejects.toThrow('none.xml is empty');
  await expect(run(fileOf('<html><body/></html>', 'page.xml'))).rejects.toThrow('line 1 begins with <html>');
  await expect(
    run(fileOf('{"version":"https://jsonfeed.org/version/1","items":[{"id":"a"', 'cut.json')),
  ).rejects.toThrow('is incomplete: it breaks off (line 1)');
});

test('RSS 0.91 with a document type is read, and one that declares anything is refused', async () => {
  const old = (type: string) =>
    `<?xml version="1.0"?>\n${type}\n<rss version="0.91"><channel><title>Old</title><link>https://feed.example/</link><item><title>Caf&eacute; &a;</title><link>https://feed.example/cafe</link><description>Words</description></item></channel></rss>`;
  const netscape =
    '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">';
  const report = await run(fileOf(old(netscape), 'old.xml'));
  expect(report.created).toMatchObject({ posts: 1 });
  expect(await postOf('cafe')).toMatchObject({ title: 'Café &a;' });
  await undoImport('operator', report.batch ?? '');
  for (const type of [
    '<!DOCTYPE rss [<!ENTITY a "aaaa">]>',
    '<!DOCTYPE rss SYSTEM "x" [<!ENTITY % p SYSTEM "http://10.0.0.1/x"> %p;]>',
    '<!DOCTYPE rss [<!ATTLIST rss a CDATA "b">]>',
  ])
    await expect(run(fileOf(old(type), 'bomb.xml'))).rejects.toThrow('declares a document type or entities of its own');
});
