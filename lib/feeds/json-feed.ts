import type { Feed, FeedFile, FeedItem } from './feed';

/** JSON Feed 1.1 (jsonfeed.org). */
export function toJsonFeed(feed: Feed) {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.pageUrl,
    feed_url: feed.selfUrl,
    ...(feed.description ? { description: feed.description } : {}),
    language: feed.language,
    icon: feed.iconUrl,
    items: feed.items.map(toItem),
  });
}

function toItem(item: FeedItem) {
  return {
    id: item.id,
    url: item.url,
    ...(item.title ? { title: item.title } : {}),
    content_html: item.html,
    ...(item.summary ? { summary: item.summary } : {}),
    ...(item.image ? { image: item.image.url } : {}),
    ...(item.enclosures.length > 0 ? { attachments: item.enclosures.map(toAttachment) } : {}),
    date_published: item.publishedAt.toISOString(),
    date_modified: item.updatedAt.toISOString(),
    authors: item.authors.map(({ name, url }) => (url ? { name, url } : { name })),
    tags: item.tags,
    ...(item.language ? { language: item.language } : {}),
    ...(item.inReplyTo ? { _in_reply_to: { id: item.inReplyTo.iri, url: item.inReplyTo.url } } : {}),
    ...(item.comments
      ? { _comments: { count: item.comments.count, url: item.comments.url, feed_url: item.comments.feedUrl } }
      : {}),
  };
}

function toAttachment({ url, mime, bytes }: FeedFile) {
  return { url, mime_type: mime, ...(bytes > 0 ? { size_in_bytes: bytes } : {}) };
}
