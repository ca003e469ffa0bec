import 'server-only';
import { reader, writer, type Tx } from '@/lib/db';
import { settingsSchema, type Settings } from './settings';

/** The site's settings; what was never set, or no longer parses, is its default. */
export async function getSettings(): Promise<Settings> {
  const rows = await reader.setting.findMany({ select: { key: true, value: true } });
  return settingsSchema.parse(Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown])));
}

/** Writes the given settings and leaves the others; the caller has checked who is asking. */
export async function storeSettings(changes: Partial<Settings>, tx: Tx = writer) {
  const updatedAt = new Date();
  for (const [key, value] of Object.entries(changes)) {
    const row = { value: JSON.stringify(value), updatedAt };
    await tx.setting.upsert({ where: { key }, create: { key, ...row }, update: row });
  }
}
