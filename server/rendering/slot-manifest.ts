import { cacheTags } from '@/lib/caching/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import { readSettings } from '@/lib/settings/queries';
import { manifestOf } from '@/lib/slots/manifest';
import { listSlots } from '@/lib/slots/queries';
import type { Answer } from './buffered-response';

const LIFETIME_MS = 60_000;
/** Browsers ask with the version that their page names, so an answer of a minute ago is still one to this question. */
const CACHING = 'public, max-age=60, stale-while-revalidate=600';

/** The manifest as JSON, made anew after each change and every minute. */
export async function answerManifest(): Promise<Answer> {
  const { timeZone } = await readSettings();
  const body = await cachedRead({
    key: 'slot-manifest',
    tags: [cacheTags.slots],
    load: async () => JSON.stringify(manifestOf(await listSlots(), { now: new Date(), zone: timeZone })),
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
