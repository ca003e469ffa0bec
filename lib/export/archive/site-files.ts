import type { Tx } from '@/lib/database/db';
import type { MenusFile } from '@/lib/import/importers/masthead/format';
import { places, readEntries, type Entry } from '@/lib/menus/menu';
import { getSettings } from '@/lib/settings/queries';
import { siteImageSettings } from '@/lib/settings/site-images';
import type { Settings } from '@/lib/settings/settings';
import { paths } from '@/lib/web/paths';
import { compare } from '../reading-posts';

/** What is of this installation, derived, tried out only, takes a password, or could lock the people of the new site out. */
const ownToTheSite: readonly (keyof Settings)[] = [
  'setUpAt',
  'knownHost',
  'iconId',
  'iconFiles',
  'formerLooks',
  'ownCssDraft',
  'staffPasskeys',
  'siteCode',
];

/** The settings without secrets. A site behind a password is one for accounts, because the password does not come along. */
export async function settingsOf(tx: Tx, imageKey: (id: string) => string | undefined) {
  const settings = await getSettings(tx);
  const images: readonly string[] = Object.values(siteImageSettings);
  const values = Object.entries(settings)
    .filter(([name]) => !(ownToTheSite as readonly string[]).includes(name))
    .map(([name, value]): [string, unknown] => {
      if (images.includes(name)) return [name, imageKey(String(value)) ?? ''];
      return [name, name === 'visibility' && value === 'password' ? 'accounts' : value];
    })
    .sort(([a], [b]) => compare(a, b));
  return { masthead: 'settings', values: Object.fromEntries(values) };
}

type Slugs = { posts: ReadonlyMap<string, string>; tags: ReadonlyMap<string, string> };
type SeriesById = ReadonlyMap<string, { slug: string; title: string }>;

/** The menus that the owner filled; what leads to a post or tag names it by its slug, what leads to a series by its address. */
export async function menusOf(tx: Tx, slugs: Slugs): Promise<MenusFile> {
  const rows = await tx.siteMenu.findMany({ select: { place: true, entries: true } });
  const byPlace = new Map(rows.map(({ place, entries }) => [place, readEntries(entries)]));
  const series = await tx.series.findMany({ select: { id: true, slug: true, title: true } });
  const seriesById: SeriesById = new Map(series.map((one) => [one.id, one]));
  const filled = places.flatMap((place) => {
    const entries = (byPlace.get(place) ?? []).flatMap((entry) => entryOf(entry, slugs, seriesById) ?? []);
    return entries.length > 0 ? [[place, entries] as const] : [];
  });
  return { masthead: 'menus', places: Object.fromEntries(filled) };
}

function entryOf({ kind, target, label, isNested }: Entry, { posts, tags }: Slugs, series: SeriesById) {
  const rest = { label, nested: isNested };
  if (kind === 'address') return { ...rest, address: target };
  if (kind === 'series') {
    const found = series.get(target);
    return found ? { ...rest, label: label || found.title, address: paths.series(found.slug) } : null;
  }
  const slug = (kind === 'post' ? posts : tags).get(target);
  // What was deleted is in no menu.
  return slug === undefined ? null : { ...rest, [kind]: slug };
}
