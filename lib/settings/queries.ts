import 'server-only';
import { cacheTags } from '@/lib/caching/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import { readDb, db, type Tx } from '@/lib/database/db';
import { announcementAt, announcementEnd } from './identity';
import { defaultSettings, settingsSchema, type Settings } from './settings';

/** What else is kept beside them, such as the hash of a password, is nobody's business who reads settings. */
const names = Object.keys(settingsSchema.shape);

/** The site's settings, with defaults for missing and invalid ones. */
export async function getSettings(tx: Tx = readDb): Promise<Settings> {
  const rows = await tx.setting.findMany({ where: { key: { in: names } }, select: { key: true, value: true } });
  return settingsSchema.parse(Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown])));
}

/** The cached settings; a change invalidates them before its response is sent. */
export function readSettings(): Promise<Settings> {
  return cachedRead({
    key: 'settings',
    tags: [cacheTags.site],
    load: () => getSettings(),
    expiresAt: (settings) => nextAnnouncementEnd(settings, Date.now()),
    atBuild: defaultSettings,
  });
}

/** The announcement of this moment; null for none. */
export async function readAnnouncement() {
  return announcementAt(new Date(), await readSettings());
}

/** So that every page is made again when the announcement ends. */
function nextAnnouncementEnd(settings: Settings, now: number) {
  const end = settings.announcementOn ? announcementEnd(settings)?.getTime() : undefined;
  return end !== undefined && end > now ? end : null;
}

/** Stores the given settings; the caller must have authorised the change. */
export async function storeSettings(changes: Partial<Settings>, tx: Tx = db) {
  const updatedAt = new Date();
  for (const [key, value] of Object.entries(changes)) {
    const row = { value: JSON.stringify(value), updatedAt };
    await tx.setting.upsert({ where: { key }, create: { key, ...row }, update: row });
  }
}

/** Holds others who change the same setting back until the transaction ends. */
export async function lockSetting(tx: Tx, key: keyof Settings) {
  await tx.setting.updateMany({ where: { key }, data: { updatedAt: new Date() } });
}
