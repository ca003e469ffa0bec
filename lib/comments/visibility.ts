import type { DomainEvent } from '@/lib/events/event';

type CommentFields = {
  id: string;
  postId: string;
  parentId: string | null;
  parent: { authorId: string | null } | null;
  authorId: string | null;
  status: string;
};

export type Transition = {
  /** Null: new. */
  from: string | null;
  /** Null: the system. */
  by: string | null;
  origin?: 'site' | 'import';
};

/** The events of a status change; everything that shows or hides a comment uses it. */
export function visibilityEvents(comment: CommentFields, { from, by, origin = 'site' }: Transition): DomainEvent[] {
  const { id, postId, parentId, parent, authorId, status } = comment;
  const parentAuthorId = parent?.authorId ?? null;
  const thread = { actorId: by, postId, comments: [{ id, authorId, parentId, parentAuthorId }] };
  const difference = seen(status) - seen(from);
  const events: DomainEvent[] = [];
  if (difference > 0) events.push({ type: 'comment.published', origin, ...thread });
  if (difference < 0) events.push({ type: 'comment.hidden', ...thread });
  if (difference === 0 && from !== null) events.push({ type: 'comment.updated', ...thread });
  if (status === 'pending' && from !== 'pending') events.push({ type: 'comment.pending', ...thread });
  return events;
}

/** 1 if a comment with this status is counted, else 0. */
export function seen(status: string | null) {
  return status === 'approved' ? 1 : 0;
}
