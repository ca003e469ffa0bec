import 'server-only';
import { randomUUID } from 'node:crypto';
import { transaction } from '@/lib/db';
import { env } from '@/lib/env';
import { getSettings, storeSettings } from './queries';

/** The host that the site answers to now, with its port. */
export function siteHost() {
  return new URL(env().siteUrl).host;
}

/**
 * Settles once what the site's feeds are called. A site that is set up goes on with the address that it has announced:
 * another name would bring everything again to those who read it.
 */
export async function settleFeedIdentity() {
  await transaction(async (tx) => {
    const { feedIdentity, setUpAt } = await getSettings();
    if (feedIdentity) return;
    await storeSettings({ feedIdentity: setUpAt ? env().siteUrl : `urn:uuid:${randomUUID()}` }, tx);
  });
}
