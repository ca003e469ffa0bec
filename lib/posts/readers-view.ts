import 'server-only';
import { createHash } from 'node:crypto';
import { reader } from '@/lib/db';
import { fieldsOfPost, fieldsOfRevision, revisionSelect, type EditablePost } from './editable';
import type { PostFields } from './post';

/** Whether readers could tell the given content from what they were shown last. */
export async function readersSee(post: EditablePost, fields: PostFields) {
  const last = await reader.postRevision.findFirst({
    where: { postId: post.id, kind: { in: ['publish', 'import'] } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    select: revisionSelect,
  });
  const shown = last ? fieldsOfRevision(last) : fieldsOfPost(post);
  return { isNew: visibleHash(shown) !== visibleHash(fields) };
}

function visibleHash(fields: PostFields) {
  const { title, subtitle, excerpt, bodyHtml, tags, authorIds, coverId, coverAlt, coverCaption, coverCredit } = fields;
  const visible = [title, subtitle, excerpt, bodyHtml, tags, authorIds, coverId, coverAlt, coverCaption, coverCredit];
  return createHash('sha256').update(JSON.stringify(visible)).digest('hex');
}
