import { isSeen } from '@/lib/visible-text';

/** What a post is called where it has no title of its own. */
export const UNTITLED = 'Untitled';

export function titleOf(post: { title: string }) {
  return isSeen(post.title) ? post.title.trim() : UNTITLED;
}
