import type { LegacyUrl } from '../../drafts';
import type { Outline } from './outline';

/** Base path segments of categories and tags; "" at the root. */
export type TermBases = { category: string; tag: string };

export const siteFeeds = [
  ['/feed', '/rss.xml'],
  ['/feed/rss', '/rss.xml'],
  ['/feed/rss2', '/rss.xml'],
  ['/feed/atom', '/feed.xml'],
] as const;

/** Share of posts that need a prefix before it counts as part of the permalink structure. */
const MAJORITY = 0.5;

/** Learns the permalink prefix ("/blog" of "/blog/%postname%/"); a category only if all posts have it. */
export function learnPrefix(postPaths: Iterable<string>, isCategory: (slug: string) => boolean): string {
  const counts = new Map<string, number>();
  let posts = 0;
  for (const path of postPaths) {
    posts += 1;
    for (const prefix of prefixesOf(path)) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const isStructure = ([prefix, count]: [string, number]) =>
    count === posts || (count > posts * MAJORITY && !isCategory(prefix.slice(prefix.lastIndexOf('/') + 1)));
  return [...counts]
    .filter(isStructure)
    .reduce((longest, [prefix]) => (prefix.length > longest.length ? prefix : longest), '');
}

function prefixesOf(path: string) {
  const parts = path.split('/').slice(1, -1);
  const end = parts.findIndex((part) => /^\d+$/.test(part));
  const words = end === -1 ? parts : parts.slice(0, end);
  return words.map((_, at) => `/${words.slice(0, at + 1).join('/')}`);
}

/** Lists of a site below a prefix: authors, months, feeds and the front page. */
export function* archivesBelow(root: string, { authors, months }: Outline): Generator<LegacyUrl> {
  for (const [from, path] of siteFeeds) yield { from: root + from, to: { path } };
  yield { from: root, to: { path: '/' } };
  for (const author of authors.keys()) yield { from: `${root}/author/${niceName(author)}`, to: { author } };
  for (const month of months) {
    // With numeric permalinks, WordPress uses "/archives/date/2024".
    for (const base of [root, `${root}/date`]) {
      yield { from: `${base}/${month.slice(0, 4)}`, to: { path: `/${month.slice(0, 4)}` } };
      yield { from: `${base}/${month}`, to: { path: `/${month}` } };
    }
  }
}

/** How WordPress derives an author slug from a login. */
export function niceName(login: string) {
  return login
    .toLowerCase()
    .replaceAll('.', '-')
    .replace(/[^a-z0-9 _-]/g, '')
    .trim()
    .replace(/\s+/g, '-')
    .replace(/-+/g, '-');
}
