import type { CommentDraft } from '../drafts';

/** The field of a comment whose date stands in the file and cannot be read; nothing without such a date. */
export function undatedBy(written: string | undefined): Pick<CommentDraft, 'undated'> {
  return written ? { undated: written } : {};
}
