export const cacheTags = {
  site: 'site',
  slots: 'slots',
  list: 'list',
  menu: 'menu',
  /** No page depends on them. */
  moderationRules: 'moderation-rules',
  /** No page depends on it. */
  spamModel: 'spam-model',
  post: (id: string) => `post:${id}`,
  comments: (postId: string) => `comments:${postId}`,
  /** Latest comments of the site; invalidated with a delay (lib/posts/publishing/scheduler.ts), as the counts are. */
  conversations: 'conversations',
  count: (postId: string) => `count:${postId}`,
  /** Said with each like and reaction; no page depends on it. */
  likes: (postId: string) => `likes:${postId}`,
  /** Their numbers in pages; invalidated with a delay (lib/posts/publishing/scheduler.ts). */
  likeCounts: (postId: string) => `like-counts:${postId}`,
  tag: (id: string) => `tag:${id}`,
  series: (id: string) => `series:${id}`,
  author: (id: string) => `author:${id}`,
  address: (slug: string) => `address:${slug}`,
};

/** The id of the post whose thread a tag stands for; null for any other tag. */
export function postOfThread(tag: string) {
  return idIn(tag, cacheTags.comments(''));
}

/** The id of the post whose likes a tag stands for; null for any other tag. */
export function postOfLikes(tag: string) {
  return idIn(tag, cacheTags.likes(''));
}

function idIn(tag: string, prefix: string) {
  return tag.startsWith(prefix) ? tag.slice(prefix.length) : null;
}

export function addressTags(slug: string, path: string) {
  return [cacheTags.address(slug), cacheTags.address(path)];
}
