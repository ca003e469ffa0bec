import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb } from '@/lib/database/db';
import { findMenu, MENU_SECTIONS, type Menu } from '@/lib/posts/listing/subject-queries';
import type { PostState } from '@/lib/posts/post';
import { titleOf } from '@/lib/posts/title';
import { listedWhere, postStateOf, publicWhere } from '@/lib/posts/visibility';
import { paths } from '@/lib/web/paths';
import { findAnnounced } from './announced';
import { places, readEntries, type Entry, type MenuItem, type MenuLink, type Place, type Target } from './menu';
import { waysOf, type Way } from './order';

/** An owner's menus, null where there is none, and what the site shows by itself there. */
export type Menus = Menu & {
  header: MenuItem[] | null;
  footer: MenuItem[] | null;
  /** The link of the announcement, if it leads to a post that is not public; "" otherwise. */
  withheld: string;
  /** What entries and the announcement lead to, shown or not. */
  postIds: string[];
};

/** Why readers do not see an entry. */
export type Absence = 'deleted' | 'unused' | 'empty' | Exclude<PostState, 'Published'>;

export type ListedEntry = Entry & {
  title: string;
  href: string;
  isPage: boolean;
  absence: Absence | null;
  ways: Way[];
};
export type EditedMenu = { place: Place; version: number; entries: ListedEntry[] };

type Leads = { title: string; href: string; isPage: boolean; absence: Absence | null };

/** The menus as readers see them: what leads to nothing public is left out, and those beneath it take its place. */
export async function findMenus(): Promise<Menus> {
  const [byItself, stored, announced] = await Promise.all([findMenu(MENU_SECTIONS), readStored(), findAnnounced()]);
  const entries = stored.flatMap((menu) => menu.entries);
  const leads = await leadsOf(entries);
  const itemsIn = (place: Place) => {
    const own = stored.find((menu) => menu.place === place)?.entries ?? [];
    return own.length > 0 ? itemsOf(own, leads) : null;
  };
  const postIds = entries.filter(({ kind }) => kind === 'post').map(({ target }) => target);
  return {
    ...byItself,
    header: itemsIn('header'),
    footer: itemsIn('footer'),
    withheld: announced?.absence ? announced.link : '',
    postIds: [...new Set([...postIds, ...(announced ? [announced.postId] : [])])],
  };
}

/** Both menus with all their entries, and why readers do not see some of them. */
export async function listMenus(actor: Actor): Promise<EditedMenu[]> {
  requireCapability(actor, 'settings.edit');
  const stored = await readStored();
  const leads = await leadsOf(stored.flatMap((menu) => menu.entries));
  return places.map((place) => {
    const { version, entries } = stored.find((menu) => menu.place === place) ?? { version: 0, entries: [] };
    return {
      place,
      version,
      entries: entries.map((entry) => ({ ...entry, ...leads(entry), ways: waysOf(entries, entry.id) })),
    };
  });
}

/** An entry with its menu; null if it is in none. */
export async function findEntry(actor: Actor, id: string) {
  for (const { entries, ...menu } of await listMenus(actor)) {
    const entry = entries.find((each) => each.id === id);
    if (entry) return { ...menu, entry };
  }
  return null;
}

async function readStored() {
  const rows = await readDb.siteMenu.findMany({ select: { place: true, version: true, entries: true } });
  return rows.map(({ entries, ...row }) => ({ ...row, entries: readEntries(entries) }));
}

function itemsOf(entries: readonly Entry[], leads: (to: Target) => Leads): MenuItem[] {
  const items: MenuItem[] = [];
  let parent: MenuItem | undefined;
  for (const entry of entries) {
    const { title, href, absence } = leads(entry);
    const link: MenuLink = { id: entry.id, label: entry.label || title, href };
    if (!entry.isNested) parent = undefined;
    if (absence) continue;
    if (entry.isNested && parent) {
      parent.children.push(link);
      continue;
    }
    const item = { ...link, children: [] };
    items.push(item);
    if (!entry.isNested) parent = item;
  }
  return items;
}

/** Reads what entries lead to. */
async function leadsOf(entries: readonly Target[]): Promise<(to: Target) => Leads> {
  const idsOf = (kind: Target['kind']) => entries.filter((entry) => entry.kind === kind).map(({ target }) => target);
  const [tagIds, seriesIds] = [idsOf('tag'), idsOf('series')];
  const [posts, tags, used, series] = await Promise.all([
    readDb.post.findMany({ where: { id: { in: idsOf('post') } }, select: leadingPost }),
    readDb.tag.findMany({ where: { id: { in: tagIds } }, select: { id: true, slug: true, name: true } }),
    readDb.tag.findMany({ where: { id: { in: tagIds }, posts: { some: listedWhere() } }, select: { id: true } }),
    readDb.series.findMany({
      where: { id: { in: seriesIds } },
      select: { id: true, slug: true, title: true, posts: { where: publicPart(), take: 1, select: { id: true } } },
    }),
  ]);
  const now = new Date();
  const known = new Map<string, Leads>();
  for (const post of posts) {
    const state = postStateOf(post, now);
    const absence = state === 'Published' ? null : state;
    known.set(post.id, {
      title: titleOf(post),
      href: paths.post(post.slug),
      isPage: post.type === 'page',
      absence,
    });
  }
  for (const { id, slug, name } of tags) {
    const absence = used.some((tag) => tag.id === id) ? null : 'unused';
    known.set(id, { title: name, href: paths.tag(slug), isPage: false, absence });
  }
  for (const { id, slug, title, posts: parts } of series) {
    known.set(id, { title, href: paths.series(slug), isPage: false, absence: parts.length > 0 ? null : 'empty' });
  }
  return ({ kind, target }) => {
    if (kind === 'address') return { title: '', href: target, isPage: false, absence: null };
    return known.get(target) ?? { title: '', href: '', isPage: false, absence: 'deleted' };
  };
}

function publicPart() {
  return { type: 'post', ...publicWhere() };
}

const leadingPost = {
  id: true,
  type: true,
  slug: true,
  title: true,
  status: true,
  publishAt: true,
  unpublishAt: true,
} as const;

const MOST_CHOICES = 200;
const NEWEST_POSTS = 50;

export type Choice = { id: string; name: string };
export type Choices = { pages: Choice[]; tags: Choice[]; series: Choice[]; posts: Choice[] };

/** What entries can be chosen to lead to; other posts are found by their address. */
export async function listChoices(actor: Actor): Promise<Choices> {
  requireCapability(actor, 'settings.edit');
  const select = { id: true, title: true } as const;
  const [pages, tags, series, posts] = await Promise.all([
    readDb.post.findMany({
      where: { type: 'page', ...publicWhere() },
      orderBy: [{ title: 'asc' }, { id: 'asc' }],
      take: MOST_CHOICES,
      select,
    }),
    readDb.tag.findMany({
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: MOST_CHOICES,
      select: { id: true, name: true },
    }),
    readDb.series.findMany({ orderBy: [{ title: 'asc' }, { id: 'asc' }], take: MOST_CHOICES, select }),
    readDb.post.findMany({
      where: { type: 'post', ...publicWhere() },
      orderBy: [{ publishAt: 'desc' }, { id: 'desc' }],
      take: NEWEST_POSTS,
      select,
    }),
  ]);
  const named = (found: { id: string; title: string }[]) => found.map((post) => ({ id: post.id, name: titleOf(post) }));
  return { pages: named(pages), tags, series: named(series), posts: named(posts) };
}
