import type { Actor } from '@/lib/auth/actor';
import { insertImportedComment } from '@/lib/comments/importing';
import type { NewComment } from '@/lib/comments/comment';
import { submitComment } from '@/lib/comments/submission';
import { transaction, db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { actorWith } from './users';

let count = 0;

/** What a reader typed into the form. */
export function draftFor(postId: string, overrides: Partial<NewComment> = {}): NewComment {
  count += 1;
  return { postId, parentId: null, body: `The tide turns at ${count}.`, idempotencyKey: null, ...overrides };
}

/** A reader whose comments appear at once, because one was approved before. */
export async function knownReader(name?: string): Promise<Actor> {
  const actor = await actorWith('reader', name);
  const { createPost } = await import('./posts');
  const post = await createPost({ status: 'draft' });
  await createComment(post.id, { authorId: actor.id });
  return actor;
}

/** A comment inserted directly. */
export async function createComment(
  postId: string,
  overrides: Partial<Parameters<typeof insertImportedComment>[1]> = {},
) {
  count += 1;
  return transaction((tx) =>
    insertImportedComment(tx, {
      postId,
      parentId: null,
      type: 'comment',
      status: 'approved',
      authorId: null,
      authorName: `Visitor ${count}`,
      authorUrl: '',
      format: 'markdown',
      body: `Gull number ${count} is back.`,
      createdAt: new Date(),
      importBatchId: '',
      ...overrides,
    }),
  );
}

/** Submits a comment as the form does. */
export function say(actor: Actor, postId: string, overrides: Partial<NewComment> = {}) {
  return submitComment(actor, draftFor(postId, overrides));
}

/** A long conversation inserted in bulk: `roots` threads, the first with a chain of replies and many beside it. */
export async function createLongThread(postId: string, size: number) {
  const root = await createComment(postId);
  let deepest = root;
  for (let depth = 1; depth < 32; depth += 1) deepest = await createComment(postId, { parentId: deepest.id });
  const answers = Math.floor((size - 32) / 2);
  await bulk(postId, { count: answers, under: { id: root.id, path: root.path }, first: 2 });
  await bulk(postId, { count: size - 32 - answers, under: null, first: 2 });
  await db.post.update({ where: { id: postId }, data: { commentCount: size, commentSeq: size } });
  return { root, deepest };
}

type Bulk = { count: number; under: { id: string; path: string } | null; first: number };

async function bulk(postId: string, { count: wanted, under, first }: Bulk) {
  const rows = Array.from({ length: wanted }, (_, index) => {
    const id = newId();
    return {
      id,
      postId,
      parentId: under?.id ?? null,
      rootId: under?.id ?? id,
      depth: under ? 1 : 0,
      path: (under?.path ?? '') + (first + index).toString(36).padStart(5, '0'),
      status: 'approved',
      authorName: 'Somebody',
      body: 'Aye.',
      bodyHtml: '<p>Aye.</p>',
      createdAt: new Date(),
      updatedAt: new Date(),
    };
  });
  for (let start = 0; start < rows.length; start += 500) {
    await db.comment.createMany({ data: rows.slice(start, start + 500) });
  }
}
