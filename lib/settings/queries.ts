import 'server-only';
import { cacheTags } from '@/lib/caching/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import { readDb, db, type Tx } from '@/lib/database/db';
import { defaultSettings, settingsSchema, type Settings } from './settings';

/** The site's settings, with defaults for missing and invalid ones. */
export async function getSettings(tx: Tx = readDb): Promise<Settings> {
  const rows = await tx.setting.findMany({ select: { key: true, value: true } });
  return settingsSchema.parse(Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown])));
}

/** The cached settings; a change invalidates them before its response is sent. */
export function readSettings(): Promise<Settings> {
  return cachedRead({ key: 'settings', tags: [cacheTags.site], load: () => getSettings(), atBuild: defaultSettings });
}

/** Stores the given settings; the caller must have authorised the change. */
export async function storeSettings(changes: Partial<Settings>, tx: Tx = db) {
  const updatedAt = new Date();
  for (const [key, value] of Object.entries(changes)) {
    const row = { value: JSON.stringify(value), updatedAt };
    await tx.setting.upsert({ where: { key }, create: { key, ...row }, update: row });
  }
}
