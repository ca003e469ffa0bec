import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import type { Client } from '@/lib/rate-limits/client-address';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { readSettings } from '@/lib/settings/queries';
import type { Settings } from '@/lib/settings/settings';
import { closingStateOf } from './closing-state';
import { MAX_EDITS, type CommentStatus } from './comment';
import { RENDER_VERSION, type Rendered } from './html';
import { initialStatus, statusAfter, type CommentAction } from './policy';
import { findPolicyUser, findPolicyPost, requireAllowed } from './policy-context';
import { judgedStatus } from './judgement';
import { judgeComment } from './judging';
import { listMentioned } from './mentions/queries';
import { renderMentions, type WithMentions } from './mentions/rendering';
import { changeMentions } from './mentions/storing';
import { countHits } from './rules/judging';
import { addressFor } from './submission';
import { changeStatus, statusChangeSelect, lockThread } from './thread-store';
import { replaceVerdict } from './verdicts';
import { renderVisible } from './visible';

const ownComment = { ...statusChangeSelect, body: true, revision: true, format: true } as const;

/** Edits the actor's own comment; the former text is stored (lib/comments/edit-history.ts). */
export async function editComment(
  actor: Actor,
  input: { id: string; body: string; client?: Client },
  now = new Date(),
) {
  requireCapability(actor, 'comments.write');
  const rendered = renderVisible(input.body);
  const settings = await readSettings();
  const shown = await renderChange(actor, input, rendered);
  const written = {
    html: rendered.html,
    body: input.body,
    client: input.client ?? null,
    about: { editedId: input.id },
  };
  const judgement = await judgeComment(actor, written, now);

  const edited = await transaction(async (tx) => {
    const own = await findOwn(tx, actor, { id: input.id, action: 'edit', now, settings });
    const { comment, post, user, moderation } = own;
    if (comment.body === input.body) return { comment, post, isChanged: false };
    if (comment.revision > MAX_EDITS) {
      throw new AppError('conflict', `This comment was changed ${MAX_EDITS} times already. You can still delete it.`);
    }
    const { links } = rendered;
    const rules = { role: user.role, restriction: user.restriction, moderation, approvedBefore: 1, links };
    const status: CommentStatus = judgedStatus(statusAfterEdit(comment.status, initialStatus(rules)), judgement);
    await replaceVerdict(tx, comment, judgement);
    await rewrite(tx, comment, { by: actor.id, body: input.body, shown, status, now });
    return { comment: { ...comment, status }, post, isChanged: true };
  });
  if (edited.isChanged) await countHits(judgement.ruleIds, now);
  return answer(edited);
}

/** What was not published before an edit is not published by it, nor shown to its author as if it were. */
function statusAfterEdit(before: string, policy: ReturnType<typeof initialStatus>) {
  if (before === 'approved') return policy;
  return before === 'shadowed' ? 'shadowed' : 'pending';
}

/**
 * Edits anybody's comment as a moderator, at any time. Everybody can read the former text and that a moderator changed it;
 * the audit log names the moderator. `seen` is the text with which the form was made: if another person changed it since,
 * nothing is stored, and `present` is what they made of it.
 */
export async function editAnyComment(
  actor: Actor,
  { id, body, seen }: { id: string; body: string; seen?: string | undefined },
  now = new Date(),
): Promise<{ id: string; present: string | null }> {
  requireCapability(actor, 'comments.moderate');
  const shown = await renderChange(actor, { id, body }, renderVisible(body));
  return transaction(async (tx) => {
    const found = await tx.comment.findUnique({ where: { id }, select: { postId: true } });
    if (found) await lockThread(tx, found.postId);
    const comment = await tx.comment.findUnique({ where: { id }, select: ownComment });
    const post = comment && (await findPolicyPost(tx, comment.postId, now));
    if (!post) throw new AppError('not_found', 'This comment no longer exists.');
    requireAllowed('edit-any', { user: await findPolicyUser(tx, actor, now), post, comment, now });
    if (comment.format !== 'markdown') {
      throw new AppError(
        'conflict',
        'This comment was imported as HTML, which cannot be edited. You can hide or delete it.',
      );
    }
    if (comment.body === body) return { id, present: null };
    if (seen !== undefined && seen !== comment.body) return { id, present: comment.body };
    await rewrite(tx, comment, {
      by: actor.id,
      isModeration: comment.authorId !== actor.id,
      body,
      shown,
      status: comment.status as CommentStatus,
      now,
    });
    emit(tx, { type: 'comment.edited', actorId: actor.id, commentId: id, postId: comment.postId });
    return { id, present: null };
  });
}

/** Deletes the actor's own comment; a tombstone remains if it has replies. */
export async function deleteOwnComment(actor: Actor, id: string, now = new Date()) {
  requireCapability(actor, 'comments.write');
  const settings = await readSettings();
  const { comment, post } = await transaction(async (tx) => {
    const own = await findOwn(tx, actor, { id, action: 'delete-own', now, settings });
    const before = { statusBeforeDelete: own.comment.status, deletedBy: 'author', deletedAt: now };
    await changeStatus(tx, own.comment, { by: actor.id, data: { status: 'deleted', ...before } });
    return own;
  });
  return { id: comment.id, slug: post.slug };
}

/** Restores a comment deleted by its author, with its former status. */
export async function restoreOwnComment(actor: Actor, id: string, now = new Date()) {
  requireCapability(actor, 'comments.write');
  const settings = await readSettings();
  const restored = await transaction(async (tx) => {
    const { comment, post } = await findOwn(tx, actor, { id, action: 'restore-own', now, settings });
    const status = statusAfter('restore', comment)!;
    const data = { status, statusBeforeDelete: '', deletedBy: '', deletedAt: null };
    await changeStatus(tx, comment, { by: actor.id, data });
    return { comment: { ...comment, status }, post };
  });
  return answer(restored);
}

type Edited = Prisma.CommentGetPayload<{ select: typeof ownComment }>;
type Rewriting = {
  by: string;
  isModeration?: boolean;
  body: string;
  shown: WithMentions;
  status: CommentStatus;
  now: Date;
};

/** As the text now mentions people; whom it mentioned before keeps their place, whatever they are called. */
async function renderChange(actor: Actor, { id, body }: { id: string; body: string }, rendered: Rendered) {
  const comment = await readDb.comment.findUnique({ where: { id }, select: { postId: true } });
  const already = await listMentioned(id);
  return renderMentions(actor, { postId: comment?.postId ?? '', body, rendered, already });
}

async function rewrite(tx: Tx, comment: Edited, { by, isModeration = false, body, shown, status, now }: Rewriting) {
  const { id: commentId, revision } = comment;
  await tx.commentRevision.create({
    data: { id: newId(), commentId, revision, body: comment.body, byModerator: isModeration, createdAt: now },
    select: { id: true },
  });
  const text = { body, bodyHtml: shown.html, renderVersion: RENDER_VERSION };
  const edit = { revision: { increment: 1 }, editedAt: now, ...(isModeration ? { moderatorEditedAt: now } : {}) };
  await changeStatus(tx, comment, { by, data: { ...text, status, ...edit } });
  const isAdded = await changeMentions(tx, { commentId, mentioned: shown.mentioned, now });
  // Otherwise they are told with everybody else, once it is approved.
  if (isAdded && comment.status === 'approved' && status === 'approved') {
    emit(tx, { type: 'comment.mentions-added', actorId: by, commentId });
  }
}

type Own = { id: string; action: CommentAction; now: Date; settings: Settings };

async function findOwn(tx: Tx, actor: Actor, { id, action, now, settings }: Own) {
  const found = await tx.comment.findFirst({ where: { id, authorId: actor.id }, select: { postId: true } });
  if (!found) throw new AppError('not_found', 'This comment no longer exists.');
  await lockThread(tx, found.postId);
  const comment = await tx.comment.findUniqueOrThrow({ where: { id }, select: ownComment });
  const stored = await findPolicyPost(tx, comment.postId, now);
  const user = await findPolicyUser(tx, actor, now);
  if (!stored || !user) throw new AppError('not_found', 'This comment no longer exists.');
  const { post, holdsAll } = await closingStateOf(tx, stored, { rule: settings, now });
  requireAllowed(action, { user, post, comment, now });
  return { comment, post, user, moderation: holdsAll ? ('all' as const) : settings.commentModeration };
}

async function answer({
  comment,
  post,
}: {
  comment: { id: string; postId: string; path: string; status: string };
  post: { slug: string };
}) {
  return { id: comment.id, slug: post.slug, status: comment.status, address: await addressFor(comment, post) };
}
