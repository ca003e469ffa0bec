/** A feed before it is written down in one of three formats. All addresses are absolute. */
export type Feed = {
  id: string;
  title: string;
  description: string;
  language: string;
  /** The page that shows the same things. */
  pageUrl: string;
  selfUrl: string;
  updatedAt: Date;
  /** A square picture that stands for the site. */
  iconUrl: string;
  items: FeedItem[];
};

/** 0 bytes if nobody knows how many. */
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
  /** Null where nobody can comment. */
  comments: { count: number; url: string; feedUrl: string } | null;
  /** What a comment answers (RFC 4685): a comment, or the post itself. */
  inReplyTo: { iri: string; url: string } | null;
};

export type FeedFormat = 'atom' | 'rss' | 'json';

/** Readers look at the media type first; all are UTF-8. */
export const feedTypes: Record<FeedFormat, string> = {
  atom: 'application/atom+xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};
