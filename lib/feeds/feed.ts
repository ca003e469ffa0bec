/** A feed independent of its format. All addresses are absolute. */
export type Feed = {
  id: string;
  title: string;
  description: string;
  language: string;
  timeZone: string;
  pageUrl: string;
  selfUrl: string;
  updatedAt: Date;
  iconUrl: string;
  items: FeedItem[];
};

/** 0 bytes if unknown. */
export type FeedFile = { url: string; mime: string; bytes: number };

export type FeedItem = {
  /** Permanent. */
  id: string;
  /** The same where an IRI is required (RFC 4287, 4.2.6): an imported id may not be one. */
  iri: string;
  url: string;
  /** "" for an untitled post: readers then show the text. */
  title: string;
  summary: string;
  html: string;
  language: string;
  publishedAt: Date;
  updatedAt: Date;
  authors: { name: string; url: string }[];
  tags: string[];
  image: FeedFile | null;
  /** Podcast audio or video. */
  enclosures: FeedFile[];
  /** Null if comments are off. */
  comments: { count: number; url: string; feedUrl: string } | null;
  /** What a comment replies to (RFC 4685): a comment or the post. */
  inReplyTo: { iri: string; url: string } | null;
};

export type FeedFormat = 'atom' | 'rss' | 'json';

/** A feed for feed readers, or the same with a page for browsers. */
export type FeedForm = FeedFormat | 'atom-page' | 'rss-page';

export function formatOf(form: FeedForm): FeedFormat {
  return form === 'atom-page' ? 'atom' : form === 'rss-page' ? 'rss' : form;
}

/** Media types, checked first by readers; all UTF-8. Browsers download feed types, and render plain XML. */
export const feedTypes: Record<FeedForm, string> = {
  'atom-page': 'text/xml; charset=utf-8',
  'rss-page': 'text/xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};
