import { isSeen } from '@/lib/text/visible-text';

export const UNTITLED = 'Untitled';

export function titleOf(post: { title: string }) {
  return isSeen(post.title) ? post.title.trim() : UNTITLED;
}
