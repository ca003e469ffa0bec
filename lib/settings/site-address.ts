import 'server-only';
import { randomUUID } from 'node:crypto';
import { transaction } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { getSettings, storeSettings } from './queries';

export function siteHost() {
  return new URL(env().siteUrl).host;
}

/** Fixes the feed id once: another id would deliver every entry to subscribers again. */
export async function settleFeedIdentity() {
  await transaction(async (tx) => {
    const { feedIdentity, setUpAt } = await getSettings();
    if (feedIdentity) return;
    await storeSettings({ feedIdentity: setUpAt ? env().siteUrl : `urn:uuid:${randomUUID()}` }, tx);
  });
}
