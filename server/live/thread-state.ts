import { cacheTags } from '@/lib/caching/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import type { ThreadState } from '@/lib/comments/thread-state';
import { findThreadState } from '@/lib/comments/thread-state-queries';
import { nextScheduledTime } from '@/lib/posts/publishing/schedule';
import type { Answer } from '@/server/rendering/buffered-response';

/** The state of a thread as JSON, from which a browser without a stream tells what is new. */
export async function answerThreadState(postId: string): Promise<Answer> {
  const { state } = await cachedRead<{ state: ThreadState | null; until: number | null }>({
    key: `thread-state:${postId}`,
    tags: [cacheTags.comments(postId), cacheTags.post(postId)],
    load: async () => ({ state: await findThreadState(postId), until: await nextScheduledTime() }),
    expiresAt: ({ until }) => until,
    atBuild: { state: null, until: null },
  });
  const headers = { 'content-type': 'application/json', 'cache-control': state ? 'public, no-cache' : 'no-store' };
  return { status: state ? 200 : 404, headers, cookies: [], body: Buffer.from(JSON.stringify(state)) };
}
