import { findCover, listImageNames, listTagNames, listTagsInUse } from '@/lib/editor/queries';
import { findRevisions, listRevisions } from '@/lib/posts/editing/revisions';
import { findOwnPreview, listPreviewLinks } from '@/lib/posts/previews/preview-links';
import type { Read } from './large-site-reads';

/** The reads of the editor and of what belongs to one post there. */
export const editorReads: Record<string, Record<string, Read>> = {
  'lib/editor/queries': {
    findCover: ({ picture }) => findCover(picture.id),
    listImageNames: ({ owner, picture }) => listImageNames(owner, [picture.id]),
    listTagNames: ({ owner }) => listTagNames(owner),
    listTagsInUse: ({ owner }) => listTagsInUse(owner),
  },
  'lib/posts/editing/revisions': {
    listRevisions: ({ writer, busy }) => listRevisions(writer, busy.id),
    findRevisions: ({ writer, busy }) => findRevisions(writer, busy.id, ['none']),
  },
  'lib/posts/previews/preview-links': {
    findOwnPreview: ({ owner, busy }) => findOwnPreview(owner, busy.id),
    listPreviewLinks: ({ owner, busy }) => listPreviewLinks(owner, busy.id),
  },
};
