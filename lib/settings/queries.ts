import 'server-only';
import { cacheTags } from '@/lib/caching/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import { readDb, db, type Tx } from '@/lib/database/db';
import { defaultSettings, settingsSchema, type Settings } from './settings';

/** The site's settings; what was never set, or no longer parses, is its default. */
export async function getSettings(tx: Tx = readDb): Promise<Settings> {
  const rows = await tx.setting.findMany({ select: { key: true, value: true } });
  return settingsSchema.parse(Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown])));
}

/** The cached settings, for frequent use: a change invalidates them before its response is sent. */
export function readSettings(): Promise<Settings> {
  return cachedRead({ key: 'settings', tags: [cacheTags.site], load: () => getSettings(), atBuild: defaultSettings });
}

/** Writes the given settings and leaves the others; the caller has checked who is asking. */
export async function storeSettings(changes: Partial<Settings>, tx: Tx = db) {
  const updatedAt = new Date();
  for (const [key, value] of Object.entries(changes)) {
    const row = { value: JSON.stringify(value), updatedAt };
    await tx.setting.upsert({ where: { key }, create: { key, ...row }, update: row });
  }
}
