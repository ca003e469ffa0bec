import { cachedRead } from '@/lib/caching/cached-read';
import { cacheTags } from '@/lib/cache-tags';
import { legacyAddresses } from '@/lib/import/importers/legacy-addresses';
import { findRedirect, type Move, type Redirection } from '@/lib/redirects/queries';
import { foreignAddressOf } from './routes';

/** Where an address has gone: to a redirect that is kept, or to its own canonical spelling. One hop, never two. */
export async function findMove(
  url: { pathname: string; search: string },
  canonical: string,
  isPublic: boolean,
): Promise<Move | null> {
  const isHome = canonical === '/';
  const foreign = foreignAddressOf({ pathname: canonical, search: url.search });
  const mayHaveMoved = isPublic && (foreign !== null || !isHome) && !canonical.startsWith('/_n/');
  const kept = mayHaveMoved ? await keptRedirect(foreign ?? canonical) : null;
  if (kept) return kept;
  if (canonical !== url.pathname) return { to: canonical + url.search, status: 308 };
  return null;
}

async function keptRedirect(from: string) {
  const { move } = await cachedRead<Redirection>({
    key: `redirect:${from}`,
    tags: ({ tags }) => [cacheTags.address(from), ...tags],
    load: () => findRedirect(from, legacyAddresses),
    expiresAt: ({ changesAt }) => changesAt?.getTime() ?? null,
    atBuild: { move: null, tags: [], changesAt: null },
  });
  return move;
}
