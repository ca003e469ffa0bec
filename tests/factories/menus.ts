import { db } from '@/lib/database/db';
import type { Entry, Place } from '@/lib/menus/menu';
import { newId } from '@/lib/platform/ids';

/** Stores a menu as it is given; returns its entries. */
export async function setMenu(place: Place, entries: Partial<Entry>[]): Promise<Entry[]> {
  const whole = entries.map((entry): Entry => ({
    id: newId(),
    kind: 'address',
    target: '/archive',
    label: '',
    isNested: false,
    ...entry,
  }));
  const row = { version: 1, entries: JSON.stringify(whole) };
  await db.siteMenu.upsert({ where: { place }, create: { place, ...row }, update: row });
  return whole;
}
