import { toAtom } from './atom';
import type { Feed, FeedForm } from './feed';
import { pageFormat } from './page-format';
import { toJsonFeed } from './json-feed';
import { toRss } from './rss';

const writers: Record<FeedForm, (feed: Feed) => string> = {
  atom: (feed) => toAtom(feed),
  rss: (feed) => toRss(feed),
  json: toJsonFeed,
  'atom-page': (feed) => toAtom(feed, pageFormat),
  'rss-page': (feed) => toRss(feed, pageFormat),
};

/** Serialises a feed. */
export function writeFeed(feed: Feed, form: FeedForm) {
  return writers[form](feed);
}
