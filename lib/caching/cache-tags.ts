/** The one list of what a cached page may depend on. */
export const cacheTags = {
  site: 'site',
  slots: 'slots',
  list: 'list',
  /** Sections and pages in masthead and footer; lib/posts/publishing/scheduler.ts says when they change. */
  menu: 'menu',
  post: (id: string) => `post:${id}`,
  comments: (postId: string) => `comments:${postId}`,
  /** The newest comments of the whole site: goes stale a moment after any of them, as the counts do. */
  conversations: 'conversations',
  /** How many comments a post has, where lists say it: goes stale a moment after the comments (lib/posts/publishing/scheduler.ts). */
  count: (postId: string) => `count:${postId}`,
  tag: (id: string) => `tag:${id}`,
  author: (id: string) => `author:${id}`,
  /** An address that answered "not found", or moved. */
  address: (slug: string) => `address:${slug}`,
};

/** The post whose thread a tag stands for; null for any other tag. Between processes tags travel, not events. */
export function postOfThread(tag: string) {
  const prefix = cacheTags.comments('');
  return tag.startsWith(prefix) ? tag.slice(prefix.length) : null;
}

/** Both spellings under which pages remember that an address answered "not found" or moved. */
export function addressTags(slug: string, path: string) {
  return [cacheTags.address(slug), cacheTags.address(path)];
}
