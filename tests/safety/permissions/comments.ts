import { newId } from '@/lib/platform/ids';
import type { Rule } from '../action-calls';
import { allVisitors, fresh, type Visitor, type TestSite } from '../test-site';

const own = 'app/(site)/[slug]/actions.ts';
const inPlace = 'app/(site)/[slug]/in-place-actions.ts';
const likes = 'app/(site)/[slug]/like-actions.ts';
const muted = 'app/(auth)/account/muted/actions.ts';
const mailed = 'app/(live)/comments/publish/actions.ts';
export const queue = 'app/(admin)/admin/comments/actions.ts';
const rules = 'app/(admin)/admin/comments/rules/actions.ts';
const spam = 'app/(admin)/admin/comments/spam/actions.ts';
export const moderators: Visitor[] = ['moderator', 'editor', 'admin', 'owner'];
const signedIn = allVisitors.filter((visitor) => visitor !== 'anonymous' && visitor !== 'banned editor');

export async function aPost() {
  const { createPost } = await import('../../factories/posts');
  return createPost();
}

/** A comment by "reader". */
export async function aComment(testSite: TestSite) {
  const { createComment } = await import('../../factories/comments');
  const post = await aPost();
  return createComment(post.id, { authorId: testSite.users.reader.id });
}

async function aCommentOnPostOfAuthor({ users }: TestSite) {
  const { db } = await import('@/lib/database/db');
  const { createComment } = await import('../../factories/comments');
  const { id: postId } = await aPost();
  await db.postAuthor.create({ data: { postId, userId: users.author.id, position: 0 } });
  return createComment(postId, { authorId: users.reader.id });
}

/** A comment by "reader" that said something else before. */
async function aChangedComment(testSite: TestSite) {
  const { db } = await import('@/lib/database/db');
  const { id } = await aComment(testSite);
  const createdAt = new Date(Date.now() + 3_600_000);
  await db.commentRevision.create({ data: { id: newId(), commentId: id, revision: 1, body: 'Before', createdAt } });
  return id;
}

/** The secret of a text that waits for its author to sign in. */
async function aDraft() {
  const { storeDraft } = await import('@/lib/comments/drafts');
  const { id: postId } = await aPost();
  return storeDraft({ postId, parentId: null, body: `Not mine ${fresh()}`, idempotencyKey: null });
}

async function anArticle() {
  const { createPost } = await import('../../factories/posts');
  const body = `<p>The ferry sails at ${fresh()}.</p>`;
  return createPost({ bodyHtml: body, renderedHtml: body });
}

/** What a reader suggested for an article of "author". */
async function aCorrection(testSite: TestSite) {
  const { db } = await import('@/lib/database/db');
  const { id: postId } = await anArticle();
  await db.postAuthor.create({ data: { postId, userId: testSite.users.author.id, position: 0 } });
  const { createComment } = await import('../../factories/comments');
  const { id: commentId } = await createComment(postId);
  const row = { id: newId(), postId, commentId, quote: 'The ferry', replacement: 'A ferry', createdAt: new Date() };
  return db.correction.create({ data: row });
}

/** A comment that somebody reported. */
async function aReport(testSite: TestSite) {
  const { reportComment } = await import('@/lib/comments/reports/reporting');
  const { id } = await aComment(testSite);
  await reportComment({ commentId: id, reason: 'spam', text: '' }, { actor: null, address: '192.0.2.7' });
  return id;
}

/** The secret of a link that publishes what somebody wrote without an account. */
async function aLink(email: string) {
  const { linkSecret, storeMailed } = await import('@/lib/comments/mailed');
  const { id: postId } = await aPost();
  const draft = { postId, parentId: null, body: `By mail ${fresh()}`, idempotencyKey: null };
  const { id } = await storeMailed(draft, { name: 'Wanda', email });
  return linkSecret(id);
}

const ruleFields = () => ({ kind: 'word', text: `casino ${fresh()}`, outcome: 'hold', message: '', note: '' });

async function aRule() {
  const { db } = await import('@/lib/database/db');
  return db.moderationRule.create({ data: { id: newId(), ...ruleFields(), createdAt: new Date() } });
}

async function aSwitchedModel() {
  const { db } = await import('@/lib/database/db');
  const figures = { decisions: 0, spam: 0, heldBack: 0, wouldHold: 0, rightly: 0, missed: 0 };
  const data = { weights: '', ...figures, trainedAt: new Date(), switchedOnAt: new Date() };
  await db.spamModel.upsert({ where: { id: 'current' }, create: { id: 'current', ...data }, update: data });
}

/** Of a comment by "reader". */
const ownChanges = {
  edit: {
    may: ['reader'],
    send: async (testSite) => ({
      fields: { id: (await aComment(testSite)).id, body: `Better ${fresh()}`, revision: '1' },
    }),
  },
  remove: { may: ['reader'], send: async (testSite) => ({ fields: { id: (await aComment(testSite)).id } }) },
  restore: {
    may: ['reader'],
    send: async (testSite) => {
      const { deleteOwnComment } = await import('@/lib/comments/editing');
      const { id } = await aComment(testSite);
      await deleteOwnComment({ ...testSite.users.reader, role: 'reader', sessionId: '', emailVerified: true }, id);
      return { fields: { id } };
    },
  },
} satisfies Record<string, Rule>;

export const comments: Record<string, Rule> = {
  [`${rules}#addRuleAction`]: { may: moderators, send: async () => ({ fields: ruleFields() }) },
  [`${rules}#saveRuleAction`]: {
    may: moderators,
    send: async () => ({ fields: { ...ruleFields(), id: (await aRule()).id } }),
  },
  [`${rules}#removeRuleAction`]: { may: moderators, send: async () => ({ fields: { id: (await aRule()).id } }) },
  [`${rules}#switchRuleAction`]: { may: moderators, send: async () => ({ fields: { off: (await aRule()).id } }) },
  [`${rules}#importRulesAction`]: {
    may: moderators,
    send: async () => ({ fields: { importKind: 'word', importOutcome: 'hold', lines: `roulette ${fresh()}` } }),
  },
  [`${spam}#switchSpamModelAction`]: {
    may: moderators,
    send: async () => {
      await aSwitchedModel();
      return { fields: { intent: 'off' } };
    },
  },
  // A test changes nothing.
  [`${rules}#testRulesAction`]: { may: [], send: async () => ({ fields: { on: 'text', sample: 'casino' } }) },
  'app/(live)/corrections/suggest/[post]/actions.ts#suggestCorrectionAction': {
    may: signedIn,
    send: async () => ({
      fields: { postId: (await anArticle()).id, quote: 'The ferry', replacement: `The boat ${fresh()}` },
    }),
  },
  'app/(admin)/admin/comments/corrections/actions.ts#decideCorrectionAction': {
    may: ['author', 'editor', 'admin', 'owner'],
    send: async (testSite) => ({ fields: { id: (await aCorrection(testSite)).id, intent: 'accept', note: '' } }),
  },
  [`${own}#previewCommentAction`]: { may: [], send: async () => ({ fields: { body: 'Words' } }) },
  'app/(live)/comments/reports/new/[comment]/actions.ts#reportCommentAction': {
    may: allVisitors,
    send: async () => {
      const { createComment } = await import('../../factories/comments');
      const { id } = await createComment((await aPost()).id);
      return { fields: { commentId: id, reason: 'other', text: `Not true ${fresh()}` } };
    },
  },
  'app/(admin)/admin/comments/reports/actions.ts#decideReportsAction': {
    may: moderators,
    send: async (testSite) => ({ fields: { id: await aReport(testSite), intent: 'remove' } }),
  },
  'app/(admin)/admin/comments/reports/actions.ts#undoReportsAction': {
    may: moderators,
    send: async (testSite) => {
      const { decideReports } = await import('@/lib/comments/moderation');
      const moderator = { ...testSite.users.moderator, role: 'moderator' as const, sessionId: '', emailVerified: true };
      const { batch } = await decideReports(moderator, [await aReport(testSite)], 'keep');
      return { fields: { batch } };
    },
  },
  // A signed-out visitor leaves a pending comment; that is a change, and nobody else sees it.
  [`${own}#submitCommentAction`]: {
    may: [...signedIn, 'anonymous', 'banned editor'],
    send: async () => ({ fields: { postId: (await aPost()).id, body: `A word ${fresh()}`, idempotencyKey: newId() } }),
  },
  // Each has the link that went to their own address: signed in to another account, they would be signed out of theirs.
  [`${mailed}#publishMailedAction`]: {
    may: [...signedIn, 'anonymous'],
    send: async ({ users }, visitor) => ({
      fields: { token: await aLink(visitor === 'anonymous' ? `wanda-${fresh()}@example.test` : users[visitor].email) },
    }),
  },
  [`${own}#editCommentAction`]: ownChanges.edit,
  [`${inPlace}#editInPlaceAction`]: ownChanges.edit,
  [`${own}#deleteCommentAction`]: ownChanges.remove,
  [`${inPlace}#deleteInPlaceAction`]: ownChanges.remove,
  [`${own}#restoreCommentAction`]: ownChanges.restore,
  [`${inPlace}#restoreInPlaceAction`]: ownChanges.restore,
  // Knowing the secret of another visitor's pending comment is not enough: it must be in the browser's cookie.
  [`${own}#publishDraftAction`]: { may: [], send: async () => ({ fields: { draft: await aDraft() } }) },
  [`${own}#discardDraftAction`]: { may: [], send: async () => ({ fields: { draft: await aDraft() } }) },
  [`${likes}#likeAction`]: {
    may: signedIn.filter((visitor) => visitor !== 'reader'),
    send: async (testSite) => ({ fields: { like: (await aComment(testSite)).id } }),
  },
  [`${likes}#likeHereAction`]: {
    may: signedIn.filter((visitor) => visitor !== 'reader'),
    send: async (testSite) => ({ fields: { like: (await aComment(testSite)).id } }),
  },
  [`${likes}#reactAction`]: {
    may: signedIn,
    send: async () => ({ fields: { postId: (await aPost()).id, add: 'love' } }),
  },
  // Everybody but the author of the comment.
  [`${muted}#muteAction`]: {
    may: signedIn.filter((visitor) => visitor !== 'reader'),
    send: async (testSite) => ({ fields: { commentId: (await aComment(testSite)).id, intent: 'mute' } }),
  },
  [`${muted}#unmuteAction`]: {
    may: ['reader'],
    send: async ({ users }) => {
      const { db } = await import('@/lib/database/db');
      const key = { userId: users.reader.id, mutedId: users.author.id };
      await db.mute.upsert({ where: { userId_mutedId: key }, update: {}, create: { ...key, createdAt: new Date() } });
      return { fields: { mutedId: users.author.id } };
    },
  },
  'app/(live)/[slug]/comments/[id]/history/actions.ts#removeEarlierVersionsAction': {
    may: moderators,
    send: async (testSite) => ({ fields: { id: await aChangedComment(testSite) } }),
  },
  [`${queue}#moderateAction`]: {
    may: moderators,
    send: async (testSite) => ({ fields: { id: (await aComment(testSite)).id, intent: 'hide' } }),
  },
  [`${queue}#moderateHereAction`]: {
    may: moderators,
    send: async (testSite) => ({ fields: { id: (await aComment(testSite)).id, intent: 'hide' } }),
  },
  'app/(admin)/admin/actions.ts#approveCommentAction': {
    may: moderators,
    send: async () => {
      const { createComment } = await import('../../factories/comments');
      const { createPost } = await import('../../factories/posts');
      const { id } = await createComment((await createPost()).id, { status: 'pending' });
      return { fields: { id, intent: 'approve' } };
    },
  },
  [`${queue}#undoModerationAction`]: {
    may: moderators,
    send: async (testSite) => {
      const { moderateComments } = await import('@/lib/comments/moderation');
      const moderator = { ...testSite.users.moderator, role: 'moderator' as const, sessionId: '', emailVerified: true };
      const { batch } = await moderateComments(moderator, [(await aComment(testSite)).id], 'hide');
      return { fields: { batch } };
    },
  },
  [`${queue}#editHereAction`]: {
    may: moderators,
    send: async (testSite) => ({ fields: { id: (await aComment(testSite)).id, body: `Milder ${fresh()}` } }),
  },
  [`${queue}#pinCommentAction`]: {
    may: moderators,
    send: async (testSite) => ({ fields: { id: (await aComment(testSite)).id, intent: 'pin' } }),
  },
  // A comment on a post of "author".
  [`${queue}#pickCommentAction`]: {
    may: ['author', 'editor', 'admin', 'owner'],
    send: async (testSite) => ({ fields: { id: (await aCommentOnPostOfAuthor(testSite)).id, intent: 'pick' } }),
  },
  [`${queue}#lockRepliesAction`]: {
    may: moderators,
    send: async (testSite) => ({ fields: { id: (await aComment(testSite)).id, intent: 'lock' } }),
  },
  [`${queue}#lockThreadAction`]: {
    may: moderators,
    send: async () => ({ fields: { id: (await aPost()).id, intent: 'lock' } }),
  },
};

export const commentHandlers: Record<string, Rule> = {
  'GET /api/me/likes': { may: [], send: async () => ({ at: `/api/me/likes?post=${(await aPost()).id}&ids=x` }) },
  'GET /api/me/reactions': { may: [], send: async () => ({ at: `/api/me/reactions?post=${(await aPost()).id}` }) },
  'GET /api/me/people': { may: [], send: async () => ({ at: `/api/me/people?post=${(await aPost()).id}` }) },
  'GET /api/me/comments/[id]': {
    may: [],
    send: async (testSite) => ({ at: `/api/me/comments/${(await aComment(testSite)).id}` }),
  },
  'GET /api/me/comments': { may: [], send: async () => ({ at: `/api/me/comments?post=${(await aPost()).id}` }) },
};
