import { cacheTags } from '@/lib/caching/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import { readSettings } from '@/lib/settings/queries';
import { manifestOf, rotatingItems } from '@/lib/slots/manifest';
import { isPaced, shareNow } from '@/lib/slots/pacing';
import { listSlots } from '@/lib/slots/queries';
import { readDelivery } from '@/lib/statistics/delivery';
import type { Answer } from './buffered-response';

const LIFETIME_MS = 60_000;
/** Browsers ask with the version that their page names, so an answer of a minute ago is still one to this question. */
const CACHING = 'public, max-age=60, stale-while-revalidate=600';

/** The manifest as JSON, made anew after each change and every minute. */
export async function answerManifest(): Promise<Answer> {
  const body = await cachedRead({
    key: 'slot-manifest',
    tags: [cacheTags.slots],
    load: async () => JSON.stringify(await readManifest()),
    expiresAt: () => Date.now() + LIFETIME_MS,
    atBuild: '',
  });
  return {
    status: 200,
    headers: { 'content-type': 'application/json', 'cache-control': CACHING },
    cookies: [],
    body: Buffer.from(body),
  };
}

async function readManifest() {
  const [slots, { timeZone }] = await Promise.all([listSlots(), readSettings()]);
  const now = new Date();
  const paced = slots.flatMap(rotatingItems).filter(({ goal }) => isPaced(goal));
  const delivered = await readDelivery(paced, { timeZone, now });
  const shares = paced.flatMap((item) => {
    const delivery = delivered.get(item.id);
    return delivery
      ? [[item.id, shareNow({ ...item, ...item.creative, goal: item.goal }, delivery, now)] as const]
      : [];
  });
  return manifestOf(slots, { now, zone: timeZone, shares: new Map(shares) });
}
