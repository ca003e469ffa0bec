import type { Feed, FeedItem } from './feed';
import { plain } from './page-format';
import { element, emptyElement, xmlDocument } from '@/lib/html/xml';

/** Atom 1.0 (RFC 4287), with the comment counts of RFC 4685. */
export function toAtom(feed: Feed, writer = plain) {
  const lines = [
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" xml:lang="${feed.language}">`,
    element('id', feed.id),
    element('title', feed.title),
    element('subtitle', feed.description),
    element('updated', feed.updatedAt.toISOString()),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: feed.pageUrl }),
    emptyElement('link', { rel: 'self', type: 'application/atom+xml', href: feed.selfUrl }),
    element('icon', feed.iconUrl),
    element('generator', 'Masthead'),
    writer.head(feed),
    ...feed.items.flatMap((item) => entry(item, writer.item(feed, item))),
    '</feed>',
  ];
  return xmlDocument(lines, writer.instruction);
}

function entry(item: FeedItem, shown: string) {
  return [
    `<entry${item.language ? ` xml:lang="${item.language}"` : ''}>`,
    shown,
    element('id', item.iri),
    item.title ? element('title', item.title) : '<title></title>',
    element('published', item.publishedAt.toISOString()),
    element('updated', item.updatedAt.toISOString()),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    ...(item.comments
      ? [
          emptyElement('link', {
            rel: 'replies',
            type: 'application/atom+xml',
            href: item.comments.feedUrl,
            'thr:count': String(item.comments.count),
          }),
          // After the feed: readers that support one such link use the last, and users want the page.
          emptyElement('link', { rel: 'replies', type: 'text/html', href: item.comments.url }),
          element('thr:total', String(item.comments.count)),
        ]
      : []),
    ...(item.inReplyTo
      ? [
          emptyElement('thr:in-reply-to', {
            ref: item.inReplyTo.iri,
            href: item.inReplyTo.url,
            type: 'text/html',
          }),
        ]
      : []),
    ...[...item.enclosures, ...(item.image ? [item.image] : [])].map((file) =>
      emptyElement('link', {
        rel: 'enclosure',
        type: file.mime,
        ...(file.bytes > 0 ? { length: String(file.bytes) } : {}),
        href: file.url,
      }),
    ),
    // Atom requires an author: the site, for a post without one.
    ...(item.authors.length > 0 ? item.authors : [{ name: 'The editors', url: '' }]).map(
      (author) => `<author>${element('name', author.name)}${element('uri', author.url)}</author>`,
    ),
    ...item.tags.map((term) => emptyElement('category', { term })),
    element('summary', item.summary),
    element('content', item.html, { type: 'html' }),
    '</entry>',
  ];
}
