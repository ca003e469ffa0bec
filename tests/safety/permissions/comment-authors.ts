import { newId } from '@/lib/platform/ids';
import type { Rule } from '../action-calls';
import { fresh, type TestSite } from '../test-site';
import { aComment, aPost, moderators, queue } from './comments';

const authors = 'app/(admin)/admin/comments/authors/actions.ts';
const tools = 'app/(admin)/admin/comments/tool-actions.ts';

/** A statement about a removed comment by "reader". */
async function aStatement(testSite: TestSite, more: object) {
  const { db } = await import('@/lib/database/db');
  const { id: commentId } = await aComment(testSite);
  await db.comment.update({ where: { id: commentId }, data: { status: 'deleted', deletedBy: 'moderator' } });
  const about = { commentId, userId: testSite.users.reader.id, reason: 'spam', decidedById: newId() };
  const { id } = await db.commentStatement.create({ data: { id: newId(), ...about, createdAt: new Date(), ...more } });
  return id;
}

/** A reader whose comments are restricted, if wanted. */
async function aCommenter(commentRestriction = '') {
  const { createUser } = await import('../../factories/users');
  return (await createUser({ commentRestriction })).id;
}

/** What moderators do about the authors of comments, and what these do against it. */
export const commentAuthors: Record<string, Rule> = {
  [`${authors}#restrictCommenterAction`]: {
    may: moderators,
    send: async () => ({ fields: { userId: await aCommenter(), restriction: 'shadow', note: fresh() } }),
  },
  [`${queue}#removeWithReasonAction`]: {
    may: moderators,
    send: async (testSite) => ({ fields: { id: (await aComment(testSite)).id, reason: 'spam' } }),
  },
  [`${tools}#removeInQueueAction`]: {
    may: moderators,
    send: async (testSite) => ({ fields: { id: (await aComment(testSite)).id, reason: 'spam' } }),
  },
  [`${tools}#replyInQueueAction`]: {
    may: moderators,
    send: async (testSite) => ({ fields: { id: (await aComment(testSite)).id, body: fresh() } }),
  },
  'app/(auth)/account/decisions/actions.ts#appealAction': {
    may: ['reader'],
    send: async (testSite) => ({ fields: { statementId: await aStatement(testSite, {}), appeal: 'It was true.' } }),
  },
  'app/(admin)/admin/comments/appeals/actions.ts#decideAppealAction': {
    may: moderators,
    send: async (testSite) => {
      const appealed = { appeal: 'It was true.', appealStatus: 'open', appealedAt: new Date() };
      return { fields: { statementId: await aStatement(testSite, appealed), intent: 'rejected' } };
    },
  },
  [`${authors}#hideAllAction`]: {
    may: moderators,
    send: async () => {
      const { createComment } = await import('../../factories/comments');
      const userId = await aCommenter();
      await createComment((await aPost()).id, { authorId: userId });
      return { fields: { userId } };
    },
  },
  [`${authors}#undoHidingAction`]: {
    may: moderators,
    send: async ({ users }) => {
      const { db } = await import('@/lib/database/db');
      const hiding = { id: newId(), authorId: await aCommenter(), hiddenById: users.moderator.id };
      await db.commentHiding.create({ data: { ...hiding, status: 'done', total: 1, createdAt: new Date() } });
      return { fields: { hidingId: hiding.id } };
    },
  },
  [`${authors}#liftRestrictionAction`]: {
    may: moderators,
    send: async () => ({ fields: { userId: await aCommenter('hold') } }),
  },
};
