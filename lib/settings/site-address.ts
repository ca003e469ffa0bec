import 'server-only';
import { randomUUID } from 'node:crypto';
import { transaction } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { getSettings, storeSettings } from './queries';

/** The host that the site answers to now, with its port. */
export function siteHost() {
  return new URL(env().siteUrl).host;
}

/**
 * Fixes the feed id of the site once. It never changes afterwards: another id would deliver everything again to
 * subscribers.
 */
export async function settleFeedIdentity() {
  await transaction(async (tx) => {
    const { feedIdentity, setUpAt } = await getSettings();
    if (feedIdentity) return;
    await storeSettings({ feedIdentity: setUpAt ? env().siteUrl : `urn:uuid:${randomUUID()}` }, tx);
  });
}
