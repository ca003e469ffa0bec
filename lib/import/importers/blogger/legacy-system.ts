import type { LegacyQuery, LegacySystem } from '@/lib/redirects/legacy-systems';

const feedsByName: Record<string, string> = {
  'alt-rss': '/rss.xml',
  'alt-atom': '/feed.xml',
  'alt-json': '/feed.json',
};
const siteFeed = /^\/feeds\/posts\/(?:default|summary|full)$/;
const commentsFeed = /^\/feeds\/comments\/(?:default|summary|full)$/;
const withAlt = /\?alt=(rss|atom|json)$/;
const archive = /^\/(\d{4})_(\d\d)(?:_\d\d)?_archive\.html?$/;
/** Bounds the work per address. */
const MAX_PARTS = 20;

/** The Blogger addresses that the live site resolves. */
export const bloggerAddresses = {
  readQuery,
  feedNamed: (name) => (Object.hasOwn(feedsByName, name) ? (feedsByName[name] ?? null) : null),
  replacementOf,
} satisfies LegacySystem;

/** A comment by the moment it was written (its number is in the fragment, which is not sent), or the form of a feed. */
function readQuery(search: string): LegacyQuery | null {
  const parts = search.replace(/^\?/, '').split('&', MAX_PARTS);
  const found = (pattern: RegExp) => parts.map((part) => pattern.exec(part)?.[1]).find((value) => value !== undefined);
  const moment = found(/^showComment=(\d{10,14})$/);
  if (moment)
    return {
      subject: '',
      feed: '',
      comments: { writtenAt: Number(moment) },
      canonical: `?showComment=${moment}`,
    };
  const form = found(/^alt=(rss|atom|json)$/);
  return form ? { subject: '', feed: `alt-${form}`, comments: null, canonical: `?alt=${form}` } : null;
}

function replacementOf(path: string): string | null {
  const [, year, month] = archive.exec(path) ?? [];
  if (year && month) return `/${year}/${month}`;
  const form = `alt-${withAlt.exec(path)?.[1] ?? 'atom'}`;
  const plain = path.replace(withAlt, '');
  const feed = feedsByName[form] ?? '/feed.xml';
  if (siteFeed.test(plain)) return feed;
  return commentsFeed.test(plain) ? `/comments${feed}` : null;
}
