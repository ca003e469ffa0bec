import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { moderateBatch, targetFor } from '@/lib/comments/moderation-batch';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import {
  fieldsOfPost,
  fieldsOfRevision,
  hashOfFields,
  requireEditable,
  type EditablePost,
} from '@/lib/posts/editing/post-record';
import { storeRevision } from '@/lib/posts/editing/revisions';
import { renderFields } from '@/lib/posts/fields/rendered-fields';
import { policyPostFields } from '@/lib/posts/listing/post-facts';
import { titleOf } from '@/lib/posts/title';
import { postStateOf } from '@/lib/posts/visibility';
import { usualNote, type CorrectionStatus } from './correction';
import { replacePassage } from '@/lib/html/passage';

type Decision = { id: string; note: string };
type Row = NonNullable<Awaited<ReturnType<typeof findCorrection>>>;

/**
 * Changes the article as the reader suggested, in one transaction with the dated note beside it, its revision, its place
 * in feeds and the thread. A change that waits for publication gets it as well.
 */
export async function acceptCorrection(actor: Actor, { id, note }: Decision, now = new Date()) {
  const correction = await requireOpen(id);
  const post = await requireEditable(actor, correction.postId);
  if (postStateOf(post, now) !== 'Published') {
    throw new AppError('conflict', 'This article is not published, so there is nothing to correct for readers.');
  }
  const bodyHtml = corrected(post.bodyHtml, correction);
  if (bodyHtml === null) {
    const sentence = 'The article no longer has these words. Change it in the editor, or decline the correction.';
    throw new AppError('conflict', sentence);
  }
  const rendered = await renderFields(bodyHtml);
  return transaction(async (tx) => {
    await settle(tx, { actor, id, status: 'accepted', note: note || usualNote(correction), now });
    await approveSuggestion(tx, correction, { by: actor.id, now });
    const before = await policyPostFields(tx, post);
    const { count } = await tx.post.updateMany({
      where: { id: post.id, version: post.version },
      data: {
        bodyHtml,
        ...rendered.columns,
        contentUpdatedAt: now,
        correctionCount: { increment: 1 },
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new AppError('conflict', 'This article was saved in the meantime. Try again.');
    const fields = { ...fieldsOfPost(post), bodyHtml };
    await storeRevision(tx, { postId: post.id, authorId: actor.id, kind: 'publish', fields, note: 'Correction' });
    await correctPending(tx, post, correction);
    const publishAt = (post.publishAt ?? now).toISOString();
    emit(tx, [
      { type: 'post.updated', actorId: actor.id, title: post.title, publishAt, before, after: before },
      decidedEvent(actor, correction, 'accepted'),
    ]);
    return { title: titleOf(post) };
  });
}

/** Leaves the article as it is, and says why to who suggested it. */
export async function declineCorrection(actor: Actor, { id, note }: Decision, now = new Date()) {
  const correction = await requireOpen(id);
  await requireEditable(actor, correction.postId);
  return transaction(async (tx) => {
    await settle(tx, { actor, id, status: 'declined', note, now });
    emit(tx, decidedEvent(actor, correction, 'declined'));
    return { id };
  });
}

/** The author of an accepted correction is credited below the article, also if their comment awaited approval until now. */
async function approveSuggestion(tx: Tx, { commentId }: Row, { by, now }: { by: string; now: Date }) {
  if (!commentId) return;
  await moderateBatch(tx, {
    ids: [commentId],
    by,
    action: 'approve',
    now,
    // Editors of the article may also approve its corrections.
    authorise: () => {},
    targetOf: (comment, isReported) =>
      comment.status === 'pending' ? targetFor(comment, 'approved', isReported) : null,
  });
}

async function requireOpen(id: string) {
  const correction = await findCorrection(id);
  if (!correction) throw new AppError('not_found', 'This correction no longer exists.');
  if (correction.status !== 'open') throw decided(correction.status);
  return correction;
}

function findCorrection(id: string) {
  const passage = { quote: true, prefix: true, suffix: true, replacement: true } as const;
  return readDb.correction.findUnique({
    where: { id },
    select: {
      id: true,
      postId: true,
      commentId: true,
      status: true,
      comment: { select: { authorId: true } },
      ...passage,
    },
  });
}

type Settled = { actor: Actor; id: string; status: CorrectionStatus; note: string; now: Date };

// The condition makes one of two editors who decide at once the second.
async function settle(tx: Tx, { actor, id, status, note, now }: Settled) {
  const { count } = await tx.correction.updateMany({
    where: { id, status: 'open' },
    data: { status, note, decidedById: actor.id, decidedAt: now },
  });
  if (count === 0) throw decided('decided');
}

function decided(status: string) {
  return new AppError('conflict', `This correction was ${status} already.`);
}

function corrected(bodyHtml: string, { replacement, ...passage }: Row) {
  const changed = replacePassage(bodyHtml, passage, replacement);
  return typeof changed === 'string' ? null : changed.html;
}

async function correctPending(tx: Tx, { pendingRevision }: EditablePost, correction: Row) {
  const bodyHtml = pendingRevision && corrected(pendingRevision.bodyHtml, correction);
  if (!bodyHtml) return;
  const hash = hashOfFields({ ...fieldsOfRevision(pendingRevision), bodyHtml });
  await tx.postRevision.update({ where: { id: pendingRevision.id }, data: { bodyHtml, hash }, select: { id: true } });
}

function decidedEvent(actor: Actor, { id, postId, commentId, comment }: Row, status: 'accepted' | 'declined') {
  const authorId = comment?.authorId ?? null;
  const userId = authorId === actor.id ? null : authorId;
  return {
    type: 'correction.decided' as const,
    actorId: actor.id,
    correctionId: id,
    postId,
    commentId,
    userId,
    status,
  };
}
