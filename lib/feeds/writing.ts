import { toAtom } from './atom';
import type { Feed, FeedFormat } from './feed';
import { toJsonFeed } from './json-feed';
import { toRss } from './rss';

const writers: Record<FeedFormat, (feed: Feed) => string> = { atom: toAtom, rss: toRss, json: toJsonFeed };

/** A feed in one of its three formats. */
export function writeFeed(feed: Feed, format: FeedFormat) {
  return writers[format](feed);
}
