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
  items: FeedItem[];
};

export type FeedItem = {
  /** For ever the same, in all three formats. */
  id: string;
  url: string;
  title: string;
  subtitle: string;
  summary: string;
  html: string;
  language: string;
  publishedAt: Date;
  updatedAt: Date;
  authors: { name: string; url: string }[];
  tags: string[];
  image: { url: string; mime: string; bytes: number } | null;
  /** Null where nobody can comment. */
  comments: { count: number; url: string; feedUrl: string } | null;
};

export type FeedFormat = 'atom' | 'rss' | 'json';

/** Readers look at the media type first; all are UTF-8. */
export const feedTypes: Record<FeedFormat, string> = {
  atom: 'application/atom+xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};
