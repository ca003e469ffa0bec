import { newId } from '@/lib/platform/ids';
import type { Rule } from '../action-calls';
import { allVisitors, type TestSite, type Visitor } from '../test-site';

const own = 'app/(auth)/account/notifications/actions.ts';
const signedIn = allVisitors.filter((visitor) => visitor !== 'anonymous' && visitor !== 'banned editor');

/** The id of something that this visitor was told, or "reader" for who is signed out. */
async function aNotification({ users }: TestSite, visitor: Visitor) {
  const { db } = await import('@/lib/database/db');
  const { createPost } = await import('../../factories/posts');
  const { createComment } = await import('../../factories/comments');
  const { id: commentId } = await createComment((await createPost()).id);
  const userId = users[visitor === 'anonymous' ? 'reader' : visitor].id;
  const row = { id: newId(), userId, commentId, kind: 'reply', delivery: 'none', createdAt: new Date() };
  return (await db.notification.create({ data: row })).id;
}

/** The id of a decision about a comment of this visitor's, or of "reader" for who is signed out. */
async function aDecision({ users }: TestSite, visitor: Visitor) {
  const { db } = await import('@/lib/database/db');
  const { createComment } = await import('../../factories/comments');
  const userId = users[visitor === 'anonymous' ? 'reader' : visitor].id;
  const { id: commentId } = await createComment(await aPost(), { authorId: userId });
  const row = { id: newId(), commentId, userId, reason: 'spam', decidedById: users.owner.id, createdAt: new Date() };
  return (await db.commentStatement.create({ data: row })).id;
}

async function aPost() {
  const { createPost } = await import('../../factories/posts');
  return (await createPost()).id;
}

/** The id of a post that this visitor follows, or "reader" for who is signed out. */
async function aFollowed({ users }: TestSite, visitor: Visitor) {
  const { db } = await import('@/lib/database/db');
  const postId = await aPost();
  const userId = users[visitor === 'anonymous' ? 'reader' : visitor].id;
  await db.postFollow.create({ data: { postId, userId, createdAt: new Date() } });
  return postId;
}

async function aComment() {
  const { createComment } = await import('../../factories/comments');
  return (await createComment(await aPost())).id;
}

/** The id of a comment whose replies this visitor follows, or "reader" for who is signed out. */
async function aFollowedComment({ users }: TestSite, visitor: Visitor) {
  const { db } = await import('@/lib/database/db');
  const commentId = await aComment();
  const userId = users[visitor === 'anonymous' ? 'reader' : visitor].id;
  await db.commentFollow.create({ data: { commentId, userId, createdAt: new Date() } });
  return commentId;
}

/** The address of this visitor, or of "reader" for who is signed out, was refused. */
async function aRefusal({ users }: TestSite, visitor: Visitor) {
  const { db } = await import('@/lib/database/db');
  const { id: userId, email } = users[visitor === 'anonymous' ? 'reader' : visitor];
  const refused = { email: email ?? '', reply: '550 5.1.1 no such user', refusedAt: new Date() };
  await db.emailRefusal.upsert({ where: { userId }, update: refused, create: { userId, ...refused } });
}

/** What the link of an e-mail to "reader" holds, who gets them. */
async function aToken({ users }: TestSite) {
  const { db } = await import('@/lib/database/db');
  await db.notificationChoice.deleteMany({ where: { userId: users.reader.id } });
  const { unsubscribeToken } = await import('@/lib/notifications/unsubscribe-token');
  return unsubscribeToken({ userId: users.reader.id, subscription: 'replies' });
}

export const notifications: Record<string, Rule> = {
  [`${own}#markAsReadAction`]: {
    may: signedIn,
    send: async (testSite, visitor) => ({ fields: { newest: await aNotification(testSite, visitor) } }),
  },
  [`${own}#openNotificationAction`]: {
    may: signedIn,
    send: async (testSite, visitor) => ({ fields: { id: await aNotification(testSite, visitor) } }),
  },
  'app/(auth)/account/decisions/actions.ts#openDecisionAction': {
    may: signedIn,
    send: async (testSite, visitor) => ({ fields: { id: await aDecision(testSite, visitor) } }),
  },
  [`${own}#saveChoicesAction`]: {
    may: signedIn,
    send: () => ({ fields: { replies: 'off', mentions: 'off', followed: 'off' } }),
  },
  [`${own}#tryAddressAgainAction`]: {
    may: signedIn,
    send: async (testSite, visitor) => {
      await aRefusal(testSite, visitor);
      return { fields: {} };
    },
  },
  [`${own}#unfollowAction`]: {
    may: signedIn,
    send: async (testSite, visitor) => ({ fields: { postId: await aFollowed(testSite, visitor) } }),
  },
  [`${own}#unfollowRepliesAction`]: {
    may: signedIn,
    send: async (testSite, visitor) => ({ fields: { commentId: await aFollowedComment(testSite, visitor) } }),
  },
  'app/(live)/[slug]/comments/[id]/follow-actions.ts#followRepliesAction': {
    may: signedIn,
    send: async () => ({ fields: { commentId: await aComment(), follow: 'yes' } }),
  },
  'app/(live)/[slug]/follow/actions.ts#followAction': {
    may: signedIn,
    send: async () => ({ fields: { postId: await aPost(), follow: 'yes' } }),
  },
  // The link is the proof: nobody has to sign in to get no more e-mails.
  'app/(auth)/account/unsubscribe/actions.ts#unsubscribeAction': {
    may: allVisitors,
    send: async (testSite) => ({ fields: { token: await aToken(testSite) } }),
  },
};

export const notificationHandlers: Record<string, Rule> = {
  'GET /api/unsubscribe': {
    may: [],
    send: async (testSite) => ({ at: `/api/unsubscribe?token=${await aToken(testSite)}` }),
  },
  // A pipe of the mail server has a secret; no visitor does.
  'POST /api/bounces': { may: [], send: () => ({ fields: { report: 'Action: failed' } }) },
  'POST /api/unsubscribe': {
    may: allVisitors,
    send: async (testSite) => ({
      at: `/api/unsubscribe?token=${await aToken(testSite)}`,
      fields: { 'List-Unsubscribe': 'One-Click' },
    }),
  },
};
