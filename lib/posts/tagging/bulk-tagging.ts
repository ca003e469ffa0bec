import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { transaction, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import { isSeen } from '@/lib/text/visible-text';
import { validated } from '@/lib/forms/validation';
import { fieldsOfPost, fieldsOfRevision, requireEditable, type EditablePost } from '../editing/post-record';
import type { PostFields } from '../fields/fields';
import { policyPostFields } from '../listing/post-facts';
import { postFields } from '../fields/post-fields';
import type { Changed } from '../publishing/publishing';
import { storeRevision } from '../editing/revisions';
import { tagKey } from './tag-names';
import { findOrCreateTags, setTags } from './tagging';
import { retryOnUniqueViolation } from '../unique-violation';

type Tagging = { id: string; tag: string; adds: boolean };

/** Adds or removes a tag at once, in the pending change too. Rejects no-ops, so that undo reverts real changes only. */
export function tagPost(actor: Actor, { id, tag, adds }: Tagging): Promise<Changed> {
  return retryOnUniqueViolation(() =>
    transaction(async (tx) => {
      const post = await requireEditable(actor, id, tx);
      if (post.status === 'trashed') throw new AppError('conflict', 'It is in the trash.');
      const before = await policyPostFields(tx, post);
      const fields = retagged(fieldsOfPost(post), { tag, adds });
      await setTags(tx, id, await findOrCreateTags(tx, fields.tags));
      const pendingRevisionId = await storeRevisions(tx, actor, { post, fields, tag, adds });
      await tx.post.update({ where: { id }, data: { pendingRevisionId, version: { increment: 1 } } });
      const after = await policyPostFields(tx, await requireEditable(actor, id, tx));
      const type = adds ? 'post.tagged' : 'post.untagged';
      emit(tx, { type, actorId: actor.id, title: post.title, tag, before, after });
      return { id, slug: after.slug };
    }),
  );
}

type History = { post: EditablePost; fields: PostFields; tag: string; adds: boolean };

async function storeRevisions(tx: Tx, actor: Actor, { post, fields, tag, adds }: History) {
  const entry = { postId: post.id, authorId: actor.id, kind: 'save' as const };
  if (!post.pendingRevision) {
    await storeRevision(tx, { ...entry, fields });
    return null;
  }
  const pending = fieldsOfRevision(post.pendingRevision);
  if (hasTag(pending, tag) === adds) return post.pendingRevisionId;
  return storeRevision(tx, { ...entry, fields: retagged(pending, { tag, adds }) });
}

function retagged(fields: PostFields, { tag, adds }: { tag: string; adds: boolean }): PostFields {
  if (!isSeen(tag)) throw new AppError('invalid', 'Enter a tag first.');
  if (hasTag(fields, tag) === adds) {
    throw new AppError('conflict', adds ? 'It has this tag already.' : 'It does not have this tag.');
  }
  const wanted = adds ? [...fields.tags, tag] : fields.tags.filter((name) => tagKey(name) !== tagKey(tag));
  return { ...fields, tags: validated(postFields.shape.tags, wanted) };
}

function hasTag({ tags }: PostFields, tag: string) {
  return tags.some((name) => tagKey(name) === tagKey(tag));
}
