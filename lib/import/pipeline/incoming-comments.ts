import type { BulkRow } from '@/lib/database/bulk-insert';
import type { CommentDraft } from '../drafts';
import type { CommentHead } from '../reading/comment-list';
import type { Commented } from './comments';

type Placing = {
  head: CommentHead;
  /** Of a loop of replies, the comment that was moved to the top level. */
  moved: CommentHead | undefined;
  isOrphan: boolean;
  post: Pick<Commented, 'createdAt' | 'comments'>;
};

/** What is said of a comment that is not as the file has it, in sentences. */
export function describeIncoming(draft: CommentDraft, { head, moved, isOrphan, post }: Placing): string[] {
  const lines: string[] = [];
  if (post.comments.renamed.has(draft.sourceId))
    lines.push('Another comment has the same id with other contents: both were imported.');
  if (draft.undated !== undefined) lines.push(describeDate(draft.undated, draft.createdAt, post));
  if (moved) lines.push(describeLoop(head, moved));
  if (isOrphan) lines.push('The comment it replies to is not in the file, so it was placed directly under the post.');
  return lines;
}

/** What is said of comments that are in the file more than once; null if none is. */
export function describeCopies({ copies: { count, ids } }: Commented['comments']) {
  if (count === 0) return null;
  return `Comments with the same id and the same contents are in the file more than once, and were imported once (${count}): ${ids.join(', ')}.`;
}

/** The columns that another Masthead stored. */
export function ownColumnsOf({ own }: CommentDraft): BulkRow {
  if (!own) return {};
  const { format: _, body: _body, editedAt, pinnedAt, pickedAt, ...columns } = own;
  const moment = (time: number | null) => (time === null ? null : new Date(time));
  return { ...columns, editedAt: moment(editedAt), pinnedAt: moment(pinnedAt), pickedAt: moment(pickedAt) };
}

function describeDate(written: string, taken: Date | null, { createdAt }: Pick<Commented, 'createdAt'>) {
  const date = `Its date ${written.slice(0, 40)} cannot be read`;
  if (taken) return `${date}; ${taken.toISOString()} was taken.`;
  return createdAt ? `${date}; it has the date of the post.` : `${date}; it has the time of the import.`;
}

function describeLoop({ sourceId, parentSourceId }: CommentHead, moved: CommentHead) {
  if (sourceId === parentSourceId) return 'It is a reply to itself, so it was placed directly under the post.';
  if (sourceId === moved.sourceId)
    return 'Its replies lead in a loop back to itself, so it was placed directly under the post.';
  return `It is in a loop of replies: comment ${moved.sourceId}, which is in it too, was placed directly under the post.`;
}
