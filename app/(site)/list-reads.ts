import 'server-only';
import { cacheTags } from '@/lib/caching/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import type { PostTeaser } from '@/lib/posts/listing/queries';
import { nextScheduledTime } from '@/lib/posts/publishing/schedule';

/** A read of many posts: stale when a list changes, and at the next scheduled change. */
export async function readList<T>(
  key: string,
  load: () => Promise<T>,
  atBuild: T,
  more: (value: T) => string[] = () => [],
): Promise<T> {
  const { value } = await cachedRead<{ value: T; until: number | null }>({
    key,
    tags: ({ value }) => [cacheTags.list, ...more(value)],
    load: async () => {
      const until = await nextScheduledTime();
      return { value: await load(), until };
    },
    expiresAt: ({ until }) => until,
    atBuild: { value: atBuild, until: null },
  });
  return value;
}

/** What a list that shows the comment counts of these posts depends on besides. */
export function countsIn(posts: PostTeaser[]) {
  return posts.map((post) => cacheTags.count(post.id));
}
