import 'server-only';
import { cacheTags } from '@/lib/caching/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import type { ThreadComment } from '@/lib/comments/comment';
import { nextShownScore } from '@/lib/comments/likes';
import { readCursor, type SortedOrder } from '@/lib/comments/order';
import { getSortedPage, type SortedPage } from '@/lib/comments/sorted-queries';
import { listMoments } from '@/lib/comments/thread-state-queries';
import { countReactions } from '@/lib/reactions/queries';
import type { ReactionCounts } from '@/lib/reactions/reaction';

/** Names may change, so a page depends on its commenters. */
export function tagsOfThread(
  postId: string,
  thread: { comments: ThreadComment[]; ancestors?: ThreadComment[]; pinned: ThreadComment[] } | null,
): string[] {
  const shown = [...(thread?.comments ?? []), ...(thread?.ancestors ?? []), ...(thread?.pinned ?? [])];
  const ids = shown.flatMap(({ author }) => author.id ?? []);
  return [cacheTags.comments(postId), cacheTags.likeCounts(postId), ...[...new Set(ids)].map(cacheTags.author)];
}

/** One page of a conversation in another order; null past the end, and for a cursor that we did not write. */
export async function readSortedThread(postId: string, order: SortedOrder, cursor: string) {
  const after = cursor ? readCursor(order, cursor) : null;
  if (cursor && !after) return null;
  return cachedRead<SortedPage | null>({
    key: `sorted-thread:${postId}:${order}:${cursor}`,
    tags: (thread) => tagsOfThread(postId, thread),
    load: () => getSortedPage(postId, { order, after }),
    expiresAt: (thread) => nextShownScore(thread?.comments ?? []),
    atBuild: null,
  });
}

export function readReactions(postId: string) {
  return cachedRead<ReactionCounts>({
    key: `reactions:${postId}`,
    tags: [cacheTags.likeCounts(postId)],
    load: () => countReactions(postId),
    atBuild: {},
  });
}

/** When the last comments of a thread appeared. */
export function readMoments(postId: string) {
  return cachedRead<number[]>({
    key: `thread-moments:${postId}`,
    tags: [cacheTags.comments(postId)],
    load: () => listMoments(postId),
    atBuild: [],
  });
}
