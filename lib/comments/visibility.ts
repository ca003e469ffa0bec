import type { DomainEvent } from '@/lib/events/event';

type CommentFields = { id: string; postId: string; parentId: string | null; authorId: string | null; status: string };

export type Transition = {
  /** The status before; null: it is new. */
  from: string | null;
  /** Who does it; null: the product itself. */
  by: string | null;
  origin?: 'site' | 'import';
};

/** What a comment's new status means for readers and moderators. Everything that shows or hides a comment uses it. */
export function visibilityEvents(comment: CommentFields, { from, by, origin = 'site' }: Transition): DomainEvent[] {
  const { id, postId, parentId, authorId, status } = comment;
  const thread = { actorId: by, postId, comments: [{ id, parentId, authorId }] };
  const difference = seen(status) - seen(from);
  const events: DomainEvent[] = [];
  if (difference > 0) events.push({ type: 'comment.published', origin, ...thread });
  if (difference < 0) events.push({ type: 'comment.hidden', ...thread });
  if (difference === 0 && from !== null) events.push({ type: 'comment.updated', ...thread });
  if (status === 'pending' && from !== 'pending') events.push({ type: 'comment.pending', ...thread });
  return events;
}

/** By how much a comment of this status is counted. */
export function seen(status: string | null) {
  return status === 'approved' ? 1 : 0;
}
