import { isPost } from '@/lib/import/importers/wordpress/site-addresses';
import type { ItemOutline, Outline } from '@/lib/import/importers/wordpress/outline';
import { readOutline } from '@/lib/import/importers/wordpress/outline-reading';
import { legacyAddresses } from '@/lib/import/importers/legacy-addresses';
import { Scratch } from '@/lib/import/reading/scratch';

const CONCURRENCY = 4;

export type LegacyLink = { path: string; mayBeSeen: boolean };

/**
 * Every address that an export names in a <link>, as on the new site. Hidden items must not be found, nor menu entries
 * and attachment pages without a visible parent.
 */
export async function linksOf(file: string): Promise<LegacyLink[]> {
  const scratch = new Scratch();
  const outline = await readOutline([{ path: file, name: file, label: '' }], {
    scratch,
    oldUrl: null,
    types: new Map(),
    bases: { category: 'category', tag: 'tag' },
  });
  const links = [...outline.items].map(([id, item]) => ({
    path: pathOf(item.link),
    mayBeSeen: isPost(item) ? !item.isHidden : isShown(outline, id, item),
  }));
  scratch.close();
  return [...new Map(links.map((link) => [link.path, link])).values()];
}

function isShown(outline: Outline, id: string, { type, target, parentId }: ItemOutline) {
  const isSeen = (one: string | undefined) => {
    const item = outline.items.get(one ?? '');
    return item !== undefined && isPost(item) && !item.isHidden;
  };
  if (type === 'attachment') return isSeen(parentId) || isSeen(outline.coverOf.get(id));
  if (type !== 'nav_menu_item') return false;
  const { items, terms } = outline;
  if (target?.kind === 'taxonomy') return [...terms.values()].some((term) => term.id === target.id);
  const address = [...items].find(([, { link }]) => link.replace(/\/$/, '') === target?.url.replace(/\/$/, ''));
  return isSeen(target?.kind === 'post_type' ? target.id : address?.[0]);
}

/** The status of an address, and the number of redirects before it. */
export async function reach(site: string, path: string) {
  let address = site + path;
  for (let hops = 0; ; hops += 1) {
    const answer = await fetch(address, { redirect: 'manual' });
    await answer.arrayBuffer();
    const to = answer.headers.get('location');
    if (!to || hops > 5) return { path, hops, status: answer.status };
    address = new URL(to, address).href;
  }
}

/**
 * What of these links is not as promised: 200 at once or after one redirect, and 404 for what was hidden. A query on the
 * home page that names nothing by its number shows the home page, and so tells nothing.
 */
export async function findBroken(site: string, links: readonly LegacyLink[]) {
  const answers: (LegacyLink & Awaited<ReturnType<typeof reach>>)[] = [];
  // A few at a time, as a crawler comes: a site that is asked for everything at once tells most to come back later.
  for (let at = 0; at < links.length; at += CONCURRENCY) {
    const some = links
      .slice(at, at + CONCURRENCY)
      .map(async (link) => ({ ...(await reach(site, link.path)), ...link }));
    answers.push(...(await Promise.all(some)));
  }
  return answers.filter(({ path, hops, status, mayBeSeen }) => {
    if (hops > 1) return true;
    const showsHome = path.startsWith('/?') && !legacyAddresses.asksByNumber(path.slice(1));
    return status !== (mayBeSeen || showsHome ? 200 : 404);
  });
}

function pathOf(link: string) {
  const { pathname, search } = new URL(link);
  return pathname + search;
}
