import type { CommentRow, ThreadComment } from '../reading-threads';
import type { PostKey } from '../reading-posts';

/** A comment as a line. Of a deleted one there is only its place; an account that was deleted has only its name. */
export function commentLineOf({ slug }: PostKey, comment: ThreadComment) {
  const { key, parentKey, type, status, createdAt } = comment;
  const place = {
    post: slug,
    id: key,
    ...(parentKey === null ? {} : { parent: parentKey }),
    ...(type === 'comment' ? {} : { type }),
    status,
  };
  const created = createdAt.toISOString();
  if (status === 'deleted')
    return { ...place, created, ...(comment.deletedBy ? { deletedBy: comment.deletedBy } : {}) };
  return {
    ...place,
    ...writerOf(comment),
    format: comment.format,
    body: comment.body,
    created,
    ...moment('edited', comment.editedAt),
    ...moment('pinned', comment.pinnedAt),
    ...moment('picked', comment.pickedAt),
  };
}

function writerOf({ author, authorName, authorUrl }: CommentRow) {
  const url = authorUrl ? { url: authorUrl } : {};
  if (author && author.deletedAt === null) return { author: author.slug, ...url };
  return { name: author?.name ?? authorName, ...url };
}

function moment(name: string, date: Date | null) {
  return date ? { [name]: date.toISOString() } : {};
}
