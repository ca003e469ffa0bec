import { ownSegmentOf, patternOf, privateRoutes, publicRoutes } from '@/lib/web/own-routes';
import { depthOf, MAX_DEPTH } from '@/lib/posts/publishing/slugs';
import { percentDecoded } from '@/lib/web/percent-decoding';
import type { RedirectKind } from './redirect';

/** Whose an address is: the site's own in any case, or of a post, a tag, an author or a series if there is one of that name. */
export type Owner = { of: 'site' } | { of: 'post' | 'tag' | 'author' | 'series'; slug: string };

const site: Owner = { of: 'site' };
const time = /^\/\d{4}(?:\/\d\d)?(?:\/page\/\d+|\/(?:feed|rss)\.xml|\/feed\.json)?$/;
const ofPost = /^\/([^.]+?)(?:\/(?:(?:feed|rss)\.xml|feed\.json|(?:comments|reactions|follow)(?:\/.*)?))?$/;
/** In a year there are posts alone, in the folders of its months. */
const notOfPost = /^\/\d{4}\/(?!\d\d\/[^/])/;
const routes = [...publicRoutes, ...privateRoutes].filter((route) => !route.startsWith('/[')).map(patternOf);

/** Null if a redirect from there can hide nothing. */
export function ownerOf(from: string, kind: RedirectKind): Owner | null {
  // No page here has an address with such a query.
  if (from.includes('?')) return null;
  const own = ownSegmentOf(from);
  if (own) return ownerIn(own, from, kind);
  if (from === '/' || time.test(from)) return site;
  const [, slug] = (notOfPost.test(from) ? null : ofPost.exec(from)) ?? [];
  return slug === undefined || depthOf(slug) > MAX_DEPTH ? null : named('post', slug);
}

function ownerIn(own: NonNullable<ReturnType<typeof ownSegmentOf>>, from: string, kind: RedirectKind): Owner | null {
  const [, segment, slug] = from.split('/');
  if (slug === undefined) return own.isFreeAlone && kind === 'exact' ? null : site;
  if (own.isPrivate || kind === 'prefix') return site;
  if (segment === 'tag' || segment === 'author' || segment === 'series') return named(segment, slug);
  return own.isFolder || routes.some((pattern) => pattern.test(from)) ? site : null;
}

function named(of: 'post' | 'tag' | 'author' | 'series', segment = ''): Owner {
  return { of, slug: percentDecoded(segment) ?? segment };
}
