/** The one list of what a cached page may depend on. */
export const cacheTags = {
  site: 'site',
  slots: 'slots',
  list: 'list',
  post: (id: string) => `post:${id}`,
  comments: (postId: string) => `comments:${postId}`,
  tag: (id: string) => `tag:${id}`,
  author: (id: string) => `author:${id}`,
  /** An address that answered "not found", or moved. */
  address: (slug: string) => `address:${slug}`,
};
