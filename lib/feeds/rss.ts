import type { Feed, FeedItem } from './feed';
import { plain } from './page-format';
import { cdata, element, emptyElement, xmlDocument } from '@/lib/html/xml';

const namespaces = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:slash="http://purl.org/rss/1.0/modules/slash/"',
  'xmlns:wfw="http://wellformedweb.org/CommentAPI/"',
].join(' ');

/** RSS 2.0, with common modules. */
export function toRss(feed: Feed, writer = plain) {
  const lines = [
    `<rss version="2.0" ${namespaces}>`,
    '<channel>',
    element('title', feed.title),
    element('link', feed.pageUrl),
    // RSS requires a channel description.
    `<description>${cdata(feed.description || feed.title)}</description>`,
    element('language', feed.language),
    element('lastBuildDate', feed.updatedAt.toUTCString()),
    `<image>${element('url', feed.iconUrl)}${element('title', feed.title)}${element('link', feed.pageUrl)}</image>`,
    element('generator', 'Masthead'),
    emptyElement('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.selfUrl }),
    writer.head(feed),
    ...feed.items.flatMap((one) => item(one, writer.item(feed, one))),
    '</channel>',
    '</rss>',
  ];
  return xmlDocument(lines, writer.instruction);
}

function item(item: FeedItem, shown: string) {
  const { comments } = item;
  // One per item (RSS Advisory Board, Best Practices Profile): podcast apps expect the episode.
  const [file = item.image] = item.enclosures;
  return [
    '<item>',
    shown,
    element('title', item.title),
    element('link', item.url),
    element('guid', item.id, { isPermaLink: 'false' }),
    element('pubDate', item.publishedAt.toUTCString()),
    element('atom:updated', item.updatedAt.toISOString()),
    ...item.authors.map((author) => element('dc:creator', author.name)),
    ...item.tags.map((tag) => element('category', tag)),
    item.summary && `<description>${cdata(item.summary)}</description>`,
    `<content:encoded>${cdata(item.html)}</content:encoded>`,
    file ? emptyElement('enclosure', { url: file.url, type: file.mime, length: String(file.bytes) }) : '',
    ...(comments
      ? [
          element('comments', comments.url),
          element('slash:comments', String(comments.count)),
          element('wfw:commentRss', comments.feedUrl),
        ]
      : []),
    '</item>',
  ];
}
