export type FoundPost = { path: string; title: string };

/** The posts of the site that words find; none if the search does not answer. */
export async function findPosts(query: string, signal: AbortSignal): Promise<FoundPost[]> {
  const response = await fetch(`/api/posts?q=${encodeURIComponent(query)}`, { signal }).catch(() => null);
  const answer = ((await response?.json().catch(() => null)) ?? {}) as { posts?: unknown };
  return response?.ok && Array.isArray(answer.posts) ? answer.posts.filter(isPost) : [];
}

function isPost(value: unknown): value is FoundPost {
  return typeof value === 'object' && value !== null && 'path' in value && 'title' in value;
}
