import type { IncomingMessage } from 'node:http';
import { cacheTags } from '@/lib/caching/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import { readDb } from '@/lib/database/db';
import { MAX_DEPTH } from '@/lib/posts/publishing/slugs';
import { ownSegmentOf } from '@/lib/web/own-routes';
import { percentDecoded } from '@/lib/web/percent-decoding';

/** For Next's routes a page is one segment: the slug of a page below others goes there with its slashes encoded. */
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
  return null;
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
