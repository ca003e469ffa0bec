/** A feed before it is written down in one of three formats. All addresses are absolute. */
export type Feed = {
  id: string;
  title: string;
  description: string;
  language: string;
  /** The language for the dates of items. */
  timeZone: string;
  /** The page that shows the same things. */
  pageUrl: string;
  selfUrl: string;
  updatedAt: Date;
  /** A square picture that stands for the site. */
  iconUrl: string;
  items: FeedItem[];
};

/** 0 bytes if unknown. */
export type FeedFile = { url: string; mime: string; bytes: number };

export type FeedItem = {
  /** For ever the same. */
  id: string;
  /** The same where only an IRI is allowed (RFC 4287, 4.2.6): an imported id may be none. */
  iri: string;
  url: string;
  /** "" for a post without one: readers then show the text. */
  title: string;
  summary: string;
  html: string;
  language: string;
  publishedAt: Date;
  updatedAt: Date;
  authors: { name: string; url: string }[];
  tags: string[];
  image: FeedFile | null;
  /** The sound or film of an episode. */
  enclosures: FeedFile[];
  /** Null if comments are off. */
  comments: { count: number; url: string; feedUrl: string } | null;
  /** What a comment answers (RFC 4685): a comment, or the post itself. */
  inReplyTo: { iri: string; url: string } | null;
};

export type FeedFormat = 'atom' | 'rss' | 'json';

/** A feed as programs read it, or as a page that a browser shows: the same feed, with words for people in it. */
export type FeedForm = FeedFormat | 'atom-page' | 'rss-page';

export function formatOf(form: FeedForm): FeedFormat {
  return form === 'atom-page' ? 'atom' : form === 'rss-page' ? 'rss' : form;
}

/** Readers look at the media type first; all are UTF-8. Browsers save what has a feed's type, and show plain XML. */
export const feedTypes: Record<FeedForm, string> = {
  'atom-page': 'text/xml; charset=utf-8',
  'rss-page': 'text/xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};
