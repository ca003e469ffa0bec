import 'server-only';
import { transaction } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { isTranslated } from '@/lib/i18n/languages';
import { MAX_ENTRIES, MAX_LABEL, places, type Entry, type Place } from '@/lib/menus/menu';
import { newId } from '@/lib/platform/ids';
import { refusalOfCss } from '@/lib/settings/own-css';
import { storeSettings } from '@/lib/settings/queries';
import { settingsRules, type Settings } from '@/lib/settings/settings';
import { siteImageSettings } from '@/lib/settings/site-images';
import { nameOf } from '@/lib/text/visible-text';
import type { SettlingTarget } from '../../importer';
import type { MenusFile } from './format';
import type { ArchiveLibrary } from './library';

type Given = {
  values: Record<string, unknown>;
  menus: MenusFile;
  library: ArchiveLibrary;
  sourceIdOf: (slug: string) => string;
};

/** What the new site decides by itself, whatever an archive says. Code of the site takes its owner's password. */
const ownToTheSite = new Set(['setUpAt', 'knownHost', 'iconId', 'iconFiles', 'staffPasskeys', 'siteCode']);

/** Takes the settings and the menus of the archive for this site. */
export async function settleSite(given: Given, target: SettlingTarget): Promise<string[]> {
  const { settings, refused } = settingsIn(given);
  const menus = places.map((place) => [place, entriesOf(given, place, target)] as const);
  const filled = menus.filter(([, entries]) => entries.length > 0);
  if (target.write) await storeAll(settings, filled);
  const lines = [
    `Settings ${target.write ? 'taken over' : 'to be taken over'}: ${Object.keys(settings).length}; menus: ${filled.length}. Undoing the import does not change them back.`,
  ];
  if (refused.length > 0)
    lines.push(`Settings that this version does not accept were left as they are: ${refused.join(', ')}.`);
  return lines;
}

function settingsIn({ values, library }: Given) {
  const images: readonly string[] = Object.values(siteImageSettings);
  const settings: Record<string, unknown> = {};
  const refused: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (ownToTheSite.has(name)) continue;
    const rule = Object.hasOwn(settingsRules, name) ? settingsRules[name as keyof Settings] : null;
    const read = rule?.safeParse(images.includes(name) ? (library.idOf(String(value)) ?? '') : value);
    const isKnown = read?.success === true && !isRefused(name, String(value));
    if (isKnown) settings[name] = read.data;
    else refused.push(name.slice(0, 60));
  }
  return { settings: settings as Partial<Settings>, refused };
}

function isRefused(name: string, value: string) {
  if (name === 'language') return !isTranslated(value);
  return name.startsWith('ownCss') && refusalOfCss(value) !== '';
}

function entriesOf({ menus, sourceIdOf }: Given, place: Place, { postIdOf, tagIdOf }: SettlingTarget): Entry[] {
  return (menus.places[place] ?? []).slice(0, MAX_ENTRIES).flatMap(({ label, nested, post, tag, address }): Entry[] => {
    const rest = { id: newId(), label: nameOf(label).slice(0, MAX_LABEL), isNested: nested };
    if (address !== undefined) return isAddress(address) ? [{ ...rest, kind: 'address', target: address }] : [];
    const kind = post === undefined ? 'tag' : 'post';
    const target = post === undefined ? tagIdOf(tag ?? '') : postIdOf(sourceIdOf(post));
    return target === null ? [] : [{ ...rest, kind, target }];
  });
}

function isAddress(address: string) {
  return address.length <= 500 && (/^\/(?!\/)/.test(address) || /^(?:https?:\/\/|mailto:)\S+$/i.test(address));
}

async function storeAll(settings: Partial<Settings>, menus: readonly (readonly [Place, Entry[]])[]) {
  await transaction(async (tx) => {
    await storeSettings(settings, tx);
    emit(tx, { type: 'settings.changed', actorId: null, names: Object.keys(settings) });
    for (const [place, list] of menus) {
      const entries = JSON.stringify(list);
      const row = { entries, updatedAt: new Date() };
      await tx.siteMenu.upsert({
        where: { place },
        create: { place, version: 1, ...row },
        update: { ...row, version: { increment: 1 } },
      });
      emit(tx, { type: 'site-menu.changed', actorId: null, place, change: 'filled', entry: '' });
    }
  });
}
