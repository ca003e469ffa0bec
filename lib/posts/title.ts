/** What a post is called where it has no title of its own. */
export const UNTITLED = 'Untitled';

export function titleOf(post: { title: string }) {
  return post.title.trim() || UNTITLED;
}
