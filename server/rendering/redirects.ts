import { cachedRead } from '@/lib/caching/cached-read';
import { cacheTags } from '@/lib/caching/cache-tags';
import { legacyAddresses } from '@/lib/import/importers/legacy-addresses';
import { findRedirect, type FollowedRule, type Move, type Redirection } from '@/lib/redirects/queries';
import { paths } from '@/lib/web/paths';
import { foreignAddressOf } from '@/server/http/routes';

export type FollowedMove = Move & { rule?: FollowedRule };

export async function findRedirection(
  url: { pathname: string; search: string },
  canonical: string,
  isPublic: boolean,
): Promise<FollowedMove | null> {
  const isHome = canonical === '/';
  const foreign = foreignAddressOf({ pathname: canonical, search: url.search });
  // Below the search there is no page of ours, and lists of other systems.
  const isOpen = isPublic || canonical.startsWith(`${paths.search()}/`);
  const mayBeStored = isOpen && (foreign !== null || !isHome) && !canonical.startsWith('/_s/');
  const stored = mayBeStored ? await cachedRedirect(foreign ?? canonical) : null;
  if (stored) return stored;
  if (canonical !== url.pathname) return { to: canonical + url.search, status: 308 };
  return null;
}

async function cachedRedirect(from: string) {
  const { move, rule } = await cachedRead<Redirection>({
    key: `redirect:${from}`,
    tags: ({ tags }) => [cacheTags.address(from), ...tags],
    load: () => findRedirect(from, legacyAddresses),
    expiresAt: ({ changesAt }) => changesAt?.getTime() ?? null,
    atBuild: { move: null, tags: [], changesAt: null },
  });
  return move && { ...move, ...(rule ? { rule } : {}) };
}
