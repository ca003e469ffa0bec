import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { isPostgres, transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { newId } from '@/lib/platform/ids';
import { emptyFields } from '../fields/post-fields';
import type { PostType } from '../post';
import { columnsOf, provisionalSlug } from './post-record';

/** The user's newest draft in which nobody has written anything, or else a new one. */
export async function openEmptyDraft(actor: Actor, { type }: { type: PostType }) {
  requireCapability(actor, 'posts.write');
  return transaction(async (tx) => {
    await lockUser(tx, actor.id);
    return (await findUntouched(tx, actor, type)) ?? (await insertDraft(tx, actor, type));
  });
}

/** Creates a draft within a transaction, for a user who may. */
export async function insertDraft(tx: Tx, actor: Actor, type: PostType) {
  const id = newId();
  const now = new Date();
  await tx.post.create({
    data: {
      ...initialColumns(type),
      id,
      type,
      status: 'draft',
      slug: provisionalSlug(id),
      feedId: `urn:uuid:${id}`,
      contentUpdatedAt: now,
      createdAt: now,
    },
  });
  await tx.postAuthor.create({ data: { postId: id, userId: actor.id, position: 0 } });
  emit(tx, { type: 'post.created', actorId: actor.id, postId: id, postType: type });
  return { id, version: 1 };
}

// Every change of a post counts its version up; only links to its preview do not.
async function findUntouched(tx: Tx, actor: Actor, type: PostType) {
  return tx.post.findFirst({
    where: {
      ...initialColumns(type),
      type,
      status: 'draft',
      version: 1,
      importBatchId: null,
      authors: { some: { userId: actor.id }, every: { userId: actor.id } },
      revisions: { none: {} },
      previewLinks: { none: {} },
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, version: true },
  });
}

function initialColumns(type: PostType) {
  return columnsOf({ ...emptyFields, commentsMode: type === 'page' ? 'off' : 'open' }, { pinnedAt: null });
}

/** Two presses of a button wait for each other. SQLite has one writer anyway. */
async function lockUser(tx: Tx, id: string) {
  if (isPostgres()) await tx.$executeRaw`SELECT 1 FROM "User" WHERE "id" = ${id} FOR NO KEY UPDATE`;
}
