import { caches } from '@/lib/caching/process-caches';
import { cachedRead } from '@/lib/caching/cached-read';
import { cacheTags } from '@/lib/cache-tags';
import { findRedirect } from '@/lib/redirects/queries';

type Move = { to: string; status: number };

/** Queries under which other systems kept their posts: only these are worth a look in the table. */
const foreignQuery = /^\?(p|page_id|attachment_id|cat|tag|author|m|feed|s)=[^&]{1,200}$/;

/** Where an address has gone: to a redirect that is kept, or to its own canonical spelling. One hop, never two. */
export async function findMove(
  url: { pathname: string; search: string },
  canonical: string,
  isPublic: boolean,
): Promise<Move | null> {
  const isHome = canonical === '/';
  const isForeign = isHome && foreignQuery.test(url.search);
  const mayHaveMoved = isPublic && (isForeign || !isHome) && !canonical.startsWith('/_n/');
  const kept = mayHaveMoved ? await keptRedirect(isForeign ? `/${url.search}` : canonical) : null;
  if (kept) return kept;
  if (canonical !== url.pathname) return { to: canonical + url.search, status: 308 };
  return null;
}

// A redirect is looked up for every address that is not in the page cache; the answer is kept like a page.
function keptRedirect(from: string) {
  return caches.rendering.exit(() =>
    cachedRead<Move | null>({
      key: `redirect:${from}`,
      tags: [cacheTags.address(from)],
      load: () => findRedirect(from),
      atBuild: null,
    }),
  );
}
