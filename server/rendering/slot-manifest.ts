import { cacheTags } from '@/lib/caching/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import { readManifest } from '@/lib/statistics/manifest-reading';
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
