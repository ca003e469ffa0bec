import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { htmlForFeeds } from './html-for-feeds';
import { toAtom } from './atom';
import type { Feed } from './feed';
import { pageFormat } from './page-format';
import { toJsonFeed } from './json-feed';
import { toRss } from './rss';
import { cdata, escapeXml } from '@/lib/html/xml';

const nasty = 'Fish & <chips> "now" ]]> \u0000\u0008\u000b \ud800 🐟';
const feed: Feed = {
  id: 'https://quay.example/',
  title: nasty,
  description: nasty,
  language: 'en',
  timeZone: 'Europe/Vienna',
  pageUrl: 'https://quay.example/?a=1&b=2',
  selfUrl: 'https://quay.example/feed.xml',
  updatedAt: new Date('2026-11-23T08:41:00Z'),
  iconUrl: 'https://quay.example/icon-512.png',
  items: [
    {
      id: 'urn:uuid:0193',
      iri: 'urn:uuid:0193',
      url: 'https://quay.example/tide',
      title: nasty,
      summary: nasty,
      html: `<p>${nasty}</p>`,
      language: 'en',
      publishedAt: new Date('2026-11-22T08:41:00Z'),
      updatedAt: new Date('2026-11-23T08:41:00Z'),
      authors: [{ name: nasty, url: 'https://quay.example/author/ada' }],
      tags: [nasty],
      image: { url: 'https://quay.example/uploads/a.jpg', mime: 'image/jpeg', bytes: 12 },
      enclosures: [],
      comments: { count: 3, url: 'https://quay.example/tide#comments', feedUrl: 'https://quay.example/tide/rss.xml' },
      inReplyTo: null,
    },
  ],
};

/** The text of every element by its name, read by a parser that forgives nothing. */
function parse(xml: string) {
  const texts: Record<string, string[]> = {};
  const open: { name: string; text: string }[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => open.push({ name: tag.name, text: '' }));
  const add = (text: string) => {
    const current = open.at(-1);
    if (current) current.text += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const { name, text } = open.pop()!;
    (texts[name] ??= []).push(text);
  });
  parser.write(xml).close();
  return texts;
}

const kept = 'Fish & <chips> "now" ]]>  \ufffd 🐟';

test.each([
  ['Atom', toAtom, 'content', 'id'],
  ['RSS', toRss, 'content:encoded', 'guid'],
] as const)('%s is strictly well-formed and keeps every character that XML can hold', (_, write, content, id) => {
  const texts = parse(write(feed));

  expect(texts[content]).toEqual([`<p>${kept}</p>`]);
  expect(new Set(texts.title)).toEqual(new Set([kept]));
  expect(texts[id]).toContain('urn:uuid:0193');
});

test('RSS says how many comments there are and where their feed is', () => {
  const texts = parse(toRss(feed));

  expect(texts['slash:comments']).toEqual(['3']);
  expect(texts['wfw:commentRss']).toEqual(['https://quay.example/tide/rss.xml']);
  expect(toRss(feed)).toContain('<guid isPermaLink="false">');
});

test('an Atom entry has the page with the comments after their feed, for readers that take the last link', () => {
  const atom = toAtom(feed);
  const types = [...atom.matchAll(/<link rel="replies" type="([^"]+)" href="([^"]+)"/g)].map(([, ...parts]) => parts);

  expect(types).toEqual([
    ['application/atom+xml', 'https://quay.example/tide/rss.xml'],
    ['text/html', 'https://quay.example/tide#comments'],
  ]);
});

test('omits a missing title in every format, and makes an id an IRI in Atom', () => {
  const item = { ...feed.items[0]!, title: '', id: '0010', iri: 'urn:uuid:0193' };
  const bare = { ...feed, items: [item] };

  expect(toAtom(bare)).toContain('<id>urn:uuid:0193</id>\n<title></title>');
  expect(parse(toRss(bare)).guid).toEqual(['0010']);
  expect((JSON.parse(toJsonFeed(bare)) as { items: object[] }).items[0]).not.toHaveProperty('title');
});

test('names the parent of a comment', () => {
  const item = { ...feed.items[0]!, inReplyTo: { iri: 'urn:uuid:0192', url: 'https://quay.example/tide' } };

  expect(toAtom({ ...feed, items: [item] })).toContain(
    '<thr:in-reply-to ref="urn:uuid:0192" href="https://quay.example/tide" type="text/html"/>',
  );
});

test('puts the episode before the image, and alone where an item has one file', () => {
  const sound = { url: 'https://quay.example/uploads/files/a.mp3?x=1&y="2"', mime: 'audio/mpeg', bytes: 340 };
  const unknown = { url: 'https://old.example/b.ogg', mime: 'audio/ogg', bytes: 0 };
  const spoken = { ...feed, items: [{ ...feed.items[0]!, enclosures: [sound, unknown] }] };
  const filesIn = (xml: string, start: RegExp) => [...xml.matchAll(start)].map(([tag]) => tag);

  expect(filesIn(toRss(spoken), /<enclosure[^>]*>/g)).toEqual([
    '<enclosure url="https://quay.example/uploads/files/a.mp3?x=1&amp;y=&quot;2&quot;" type="audio/mpeg" length="340"/>',
  ]);
  expect(filesIn(toAtom(spoken), /<link rel="enclosure"[^>]*>/g)).toEqual([
    '<link rel="enclosure" type="audio/mpeg" length="340" href="https://quay.example/uploads/files/a.mp3?x=1&amp;y=&quot;2&quot;"/>',
    '<link rel="enclosure" type="audio/ogg" href="https://old.example/b.ogg"/>',
    '<link rel="enclosure" type="image/jpeg" length="12" href="https://quay.example/uploads/a.jpg"/>',
  ]);
  expect(JSON.parse(toJsonFeed(spoken))).toMatchObject({
    items: [
      {
        attachments: [
          { url: sound.url, mime_type: 'audio/mpeg', size_in_bytes: 340 },
          { url: unknown.url, mime_type: 'audio/ogg' },
        ],
      },
    ],
  });
  expect(filesIn(toRss(feed), /<enclosure[^>]*>/g)).toEqual([
    '<enclosure url="https://quay.example/uploads/a.jpg" type="image/jpeg" length="12"/>',
  ]);
  expect(toJsonFeed(feed)).not.toContain('attachments');
});

test('JSON Feed carries the same id', () => {
  const parsed = JSON.parse(toJsonFeed(feed)) as { version: string; items: { id: string; date_modified: string }[] };

  expect(parsed.version).toBe('https://jsonfeed.org/version/1.1');
  expect(parsed.items[0]).toMatchObject({ id: 'urn:uuid:0193', date_modified: '2026-11-23T08:41:00.000Z' });
});

test('the end of a CDATA section survives inside one', () => {
  expect(parse(`<a>${cdata('x]]>y]]]]>z')}</a>`).a).toEqual(['x]]>y]]]]>z']);
  expect(escapeXml(`<a b='c'>`)).toBe('&lt;a b=&#39;c&#39;&gt;');
});

test.each([
  ["/search?q=rock'n'roll", 'https://quay.example/search?q=rock%27n%27roll'],
  ['a&quot;b', 'https://quay.example/a%22b'],
  ['a>b', 'https://quay.example/a%3Eb'],
  ["'>", "https://quay.example/'%3E"],
  ['//other.example/x', 'https://other.example/x'],
  ['tel:+431', 'tel:+431'],
])('the address %j becomes absolute in a feed', (address, whole) => {
  const html = (href: string) => `<p>Don't <a href="${href}" title="a 'b'">x</a></p>`;
  expect(htmlForFeeds(html(address), 'https://quay.example/post')).toBe(html(whole));
});

test('makes addresses in tags absolute and leaves text alone', () => {
  const html =
    '<p><a href="/tide?a=1&amp;b=2">x</a> <a href="#fn1">1</a> <img src="b.jpg" srcset="/a.jpg 480w, /b.jpg 960w"> ' +
    '<a href="mailto:a@b.example">m</a> <code> href="/x"</code></p>';

  expect(htmlForFeeds(html, 'https://quay.example/post')).toBe(
    '<p><a href="https://quay.example/tide?a=1&amp;b=2">x</a> <a href="https://quay.example/post#fn1">1</a> ' +
      '<img src="https://quay.example/b.jpg" srcset="https://quay.example/a.jpg 480w, https://quay.example/b.jpg 960w"> ' +
      '<a href="mailto:a@b.example">m</a> <code> href="/x"</code></p>',
  );
});

test.each([
  ['<ruby>漢字<rt>かんじ</rt></ruby>', '漢字(かんじ)'],
  ['<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>', '漢(かん)字(じ)'],
  ['<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>', '漢字（かんじ）'],
  ['<p>東<ruby><em>京</em><rt lang="ja-Latn">kyō</rt></ruby></p>', '東京(kyō)'],
  ['<ruby>字</ruby>', '字'],
])('programs without ruby support read %s as %s', (html, read) => {
  const written = htmlForFeeds(html, 'https://quay.example/post');

  expect(written.replace(/<[^>]+>/g, '')).toBe(read);
  expect(written.replace(/<rp>.<\/rp>/gu, '')).toBe(html.replace(/<rp>.<\/rp>/gu, ''));
});

test.each([
  ['Atom', toAtom],
  ['RSS', toRss],
] as const)('%s for people is the same feed with links and words of another namespace', (_, write) => {
  const markup = { ...feed.items[0]!, url: 'https://quay.example/tide?a=1&b="', summary: '<script>alert(1)</script>' };
  const untitled = { ...markup, title: '', language: 'ja' };
  const told = { ...feed, items: [markup, untitled] };
  const page = write(told, pageFormat);
  const texts = parse(page);

  expect(page.split('\n')[1]).toBe('<?xml-stylesheet type="text/css" href="/feed.css"?>');
  expect(texts['h:a']).toEqual(['View on the site', kept, 'Untitled']);
  expect(page).toContain('<h:a href="https://quay.example/tide?a=1&amp;b=&quot;">');
  expect(page).toContain('<h:article xmlns:h="http://www.w3.org/1999/xhtml" lang="ja">');
  expect(texts['h:p']).toContain('<script>alert(1)</script>');
  expect(texts['h:p']).toContain(`November 22, 2026 · ${kept}`);
  const bare = page.replace(/<h:(header|article)\b[\s\S]*?<\/h:\1>\n/g, '').replace(/<\?xml-stylesheet.*\n/, '');
  expect(bare).toBe(write(told));
  expect(write({ ...feed, items: [] }, pageFormat)).toContain('This feed is empty.');
});
