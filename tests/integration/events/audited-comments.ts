import type { Actor } from '@/lib/auth/actor';
import { editAnyComment } from '@/lib/comments/editing';
import { pickComment, pinComment } from '@/lib/comments/highlighting';
import { liftRestriction, restrictCommenter, restrictionForm } from '@/lib/comments/restricting';
import { hideAllBy, undoHiding } from '@/lib/comments/hiding-all';
import { appeal, decideAppeal } from '@/lib/comments/statements/appealing';
import { removeWithReason } from '@/lib/comments/statements/removing';
import { lockReplies } from '@/lib/comments/locking-replies';
import { decideReports, undoModeration } from '@/lib/comments/moderation';
import { reportComment } from '@/lib/comments/reports/reporting';
import { removeRule, saveRule, switchRule } from '@/lib/comments/rules/editing';
import { switchSpamModel } from '@/lib/comments/spam/switching';
import { db, readDb } from '@/lib/database/db';
import { createComment } from '../../factories/comments';
import { actorWith } from '../../factories/users';

/** Stands in every text body, password and address of the test. */
export const SECRET = 'plover-secret';
export const email = (name: string) => `${name}-${SECRET}@example.test`;

export async function decideSome(moderator: Actor, id: string) {
  await editAnyComment(moderator, { id, body: `Milder ${SECRET}.` });
  for (const on of [true, false]) {
    await pinComment(moderator, { id, on });
    await pickComment(await actorWith('editor'), { id, on });
  }
  for (const reason of ['All has been said.', '']) await lockReplies(moderator, { id, reason });
  const { id: userId } = await actorWith('reader');
  await restrictCommenter(moderator, restrictionForm.parse({ userId, restriction: 'hold', note: 'Quarrels.' }));
  await liftRestriction(moderator, userId);
  const { postId } = await db.comment.findUniqueOrThrow({ where: { id }, select: { postId: true } });
  await createComment(postId, { authorId: userId, body: SECRET });
  await hideAllBy(moderator, userId);
  const { id: hidingId } = await db.commentHiding.findFirstOrThrow({ where: { authorId: userId } });
  await undoHiding(moderator, hidingId);
  const author = await actorWith('reader');
  const removed = await createComment(postId, { authorId: author.id, body: SECRET });
  const removal = { id: removed.id, reason: 'other', explanation: SECRET } as const;
  const { statementId } = await removeWithReason(moderator, removal);
  await appeal(author, { statementId, appeal: SECRET });
  await decideAppeal(await actorWith('editor'), { statementId, intent: 'upheld', answer: SECRET });
  const report = { commentId: id, reason: 'other' as const, text: `Not true ${SECRET}.` };
  await reportComment(report, { actor: await actorWith('editor'), address: SECRET });
  for (const decision of ['keep', 'remove'] as const) {
    const { batch } = await decideReports(moderator, [id], decision);
    await undoModeration(moderator, batch);
  }
}

export async function changeRules() {
  const moderator = await actorWith('moderator');
  const draft = { kind: 'word', text: SECRET, outcome: 'hold', message: SECRET, note: SECRET } as const;
  await saveRule(moderator, { id: null, ...draft });
  const { id } = await readDb.moderationRule.findFirstOrThrow({ select: { id: true } });
  await saveRule(moderator, { id, ...draft });
  await switchRule(moderator, { id, enabled: false });
  await switchRule(moderator, { id, enabled: true });
  await removeRule(moderator, id);
}

export async function switchModel() {
  const moderator = await actorWith('moderator');
  const figures = { decisions: 400, spam: 200, heldBack: 200, wouldHold: 100, rightly: 100, missed: 0 };
  await db.spamModel.create({ data: { id: 'current', weights: SECRET, ...figures, trainedAt: new Date() } });
  await switchSpamModel(moderator, true);
  await switchSpamModel(moderator, false);
}
