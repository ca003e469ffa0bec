import { renderMarkdown } from '@/lib/comments/rendering';
import type { CommentDraft } from '../../drafts';
import type { CommentLine } from './format';

/** A comment of the archive, in the state that it had there. */
export function commentOf(line: CommentLine): CommentDraft {
  const { status, format, body } = line;
  const isDeleted = status === 'deleted';
  return {
    sourceId: line.id,
    parentSourceId: line.parent,
    type: line.type,
    status: status === 'shadowed' ? 'hidden' : status,
    authorName: isDeleted ? '' : line.name,
    authorUrl: line.url,
    authorKey: line.author,
    commenter: '',
    html: format === 'markdown' ? renderMarkdown(body).html : body,
    createdAt: new Date(line.created),
    own: {
      status,
      format,
      body,
      deletedBy: line.deletedBy,
      editedAt: timeOf(line.edited),
      pinnedAt: timeOf(line.pinned),
      pickedAt: timeOf(line.picked),
    },
  };
}

function timeOf(moment: string | undefined) {
  return moment === undefined ? null : Date.parse(moment);
}
