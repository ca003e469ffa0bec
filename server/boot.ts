import { mkdirSync } from 'node:fs';
import { followAnnouncements } from '@/lib/caching/announcements';
import { migrate } from '@/lib/database/migrations';
import { env } from '@/lib/env';
import { secrets } from '@/lib/secrets';

/** What must be done before the first request: the data folder, its secrets, the schema. */
export async function migrateAndPrepare() {
  mkdirSync(env().dataDir, { recursive: true });
  process.env.NEXTAUTH_URL = env().siteUrl;
  process.env.NEXTAUTH_SECRET = secrets().auth;
  const applied = await migrate();
  const messages = applied.length > 0 ? [`Brought the database up to date (${applied.length} migrations).`] : [];
  const stopFollowing = await followAnnouncements();
  return { messages, stop: async () => stopFollowing() };
}
