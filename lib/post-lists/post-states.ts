import type { PostState } from '@/lib/posts/post';
import { publicWhere } from '@/lib/posts/visibility';

/** The posts of a status; of none: all but those in the trash. */
export function inState(state: PostState | null, now: Date) {
  if (state === null) return { status: { not: 'trashed' } };
  if (state === 'Trash') return { status: 'trashed' };
  if (state === 'Private') return { status: 'private' };
  if (state === 'Draft') return { status: 'draft' };
  if (state === 'In review') return { status: 'review' };
  if (state === 'Scheduled') return { status: 'published', publishAt: { gt: now } };
  if (state === 'Expired') return { status: 'published', publishAt: { lte: now }, unpublishAt: { lte: now } };
  return publicWhere(now);
}
