import { toAtom } from './atom';
import type { Feed, FeedForm } from './feed';
import { forPeople } from './for-people';
import { toJsonFeed } from './json-feed';
import { toRss } from './rss';

const writers: Record<FeedForm, (feed: Feed) => string> = {
  atom: (feed) => toAtom(feed),
  rss: (feed) => toRss(feed),
  json: toJsonFeed,
  'atom-page': (feed) => toAtom(feed, forPeople),
  'rss-page': (feed) => toRss(feed, forPeople),
};

/** A feed in one of its forms. */
export function writeFeed(feed: Feed, form: FeedForm) {
  return writers[form](feed);
}
