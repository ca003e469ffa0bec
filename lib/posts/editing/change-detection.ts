import 'server-only';
import { createHash } from 'node:crypto';
import { readDb } from '@/lib/database/db';
import { fieldsOfPost, fieldsOfRevision, revisionSelect, type EditablePost } from './post-record';
import { fieldsWith, type PostFields } from '../fields/fields';

const visibleFields = fieldsWith({ countsAsChange: true });

/** Whether readers could tell these fields from the published ones. */
export async function isVisibleChange(post: EditablePost, fields: PostFields) {
  const last = await readDb.postRevision.findFirst({
    where: { postId: post.id, kind: { in: ['publish', 'import'] } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    select: revisionSelect,
  });
  const shown = last ? fieldsOfRevision(last) : fieldsOfPost(post);
  return { isNew: visibleHash(shown) !== visibleHash(fields) };
}

function visibleHash(fields: PostFields) {
  const visible = visibleFields.map((name) => fields[name]);
  return createHash('sha256').update(JSON.stringify(visible)).digest('hex');
}
