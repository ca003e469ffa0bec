import type { IncomingMessage } from 'node:http';
import { cacheTags } from '@/lib/caching/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import { readDb } from '@/lib/database/db';
import { isReservedBelow, MAX_DEPTH } from '@/lib/posts/publishing/slugs';
import { ownSegmentOf } from '@/lib/web/own-routes';
import { percentDecoded } from '@/lib/web/percent-decoding';

const postInFolder = /^\/(blog|\d{4}\/(?:0[1-9]|1[0-2]))\/([^/.]+)(\/.+)?$/;

/** For Next's routes a page is one segment: the slug of one below others, or of a post in a folder, goes there with its slashes encoded. */
export async function routeNestedPage(request: IncomingMessage) {
  const [pathname = '/', query] = (request.url ?? '/').split(/(?=\?)/, 2);
  const routed = await routedPath(pathname);
  if (routed !== null) request.url = routed + (query ?? '');
}

/** Where a page below others is, if it was asked for by the address that Next's routes know; else null. */
export async function presentAddress(pathname: string): Promise<string | null> {
  if (!/^\/[^/]*%2F/.test(pathname)) return null;
  const address = pathname.replaceAll('%2F', '/');
  return (await routedPath(address)) === null ? null : address;
}

async function routedPath(pathname: string): Promise<string | null> {
  const segments = pathname.split('/').slice(1);
  if (segments.length < 2 || ownSegmentOf(pathname)) return null;
  const slugs = await readNestedSlugs();
  for (let depth = Math.min(MAX_DEPTH, segments.length); depth > 1 && slugs.size > 0; depth -= 1) {
    const slug = percentDecoded(segments.slice(0, depth).join('/'))?.normalize('NFC');
    if (slug === undefined || !slugs.has(slug)) continue;
    return ['', encodeURIComponent(slug), ...segments.slice(depth)].join('/');
  }
  return routedPost(pathname);
}

// Whichever form posts have now: whether there is one is for the page to find out.
function routedPost(pathname: string) {
  const [, folder = '', own = '', rest = ''] = postInFolder.exec(pathname) ?? [];
  if (own === '' || isReservedBelow(own)) return null;
  const slug = percentDecoded(`${folder}/${own}`)?.normalize('NFC');
  return slug === undefined ? null : `/${encodeURIComponent(slug)}${rest}`;
}

function readNestedSlugs() {
  return cachedRead({
    key: 'nested-pages',
    tags: [cacheTags.site],
    load: async () => {
      const rows = await readDb.post.findMany({
        where: { type: 'page', slug: { contains: '/' } },
        select: { slug: true },
      });
      return new Set(rows.map(({ slug }) => slug));
    },
    atBuild: new Set<string>(),
  });
}
