import { caches } from '@/lib/caching/process-caches';
import { cachedRead } from '@/lib/caching/cached-read';
import { cacheTags } from '@/lib/cache-tags';
import { findRedirect, type Move, type Redirection } from '@/lib/redirects/queries';

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
async function keptRedirect(from: string) {
  const { move } = await caches.rendering.exit(() =>
    cachedRead<Redirection>({
      key: `redirect:${from}`,
      tags: ({ tags }) => [cacheTags.address(from), ...tags],
      load: () => findRedirect(from),
      expiresAt: ({ changesAt }) => changesAt?.getTime() ?? null,
      atBuild: { move: null, tags: [], changesAt: null },
    }),
  );
  return move;
}
