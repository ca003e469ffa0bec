import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { afterCommit, readDb, transaction, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { countedAs } from '@/lib/platform/ip-addresses';
import type { Client } from '@/lib/rate-limits/client-address';
import { paths } from '@/lib/web/paths';
import { readSettings } from '@/lib/settings/queries';
import { addressHash } from './address-hash';
import { closingStateOf } from './closing-state';
import { DUPLICATE_MINUTES, type NewComment } from './comment';
import { RENDER_VERSION } from './html';
import type { CommentOrder } from './order';
import { initialStatus } from './policy';
import { addressInThread } from './addresses';
import {
  findPolicyUser,
  findPolicyPost,
  policyCommentFields,
  requireAllowed,
  type PolicyPostFields,
} from './policy-context';
import { judgedStatus, type Judgement } from './judgement';
import { judgeComment } from './judging';
import { renderMentions, type WithMentions } from './mentions/rendering';
import { storeMentions } from './mentions/storing';
import { countHits } from './rules/judging';
import { emitVisibility, withLock, lockThread, adjustCounts, allocatePath } from './thread-store';
import { storeVerdict } from './verdicts';
import { renderVisible } from './visible';

const storedSelect = { id: true, postId: true, path: true, status: true, body: true } as const;
const parentFacts = { id: true, rootId: true, type: true, ...policyCommentFields } as const;

const MAX_RECENT = 50;

export type Submitted = {
  id: string;
  postId: string;
  status: 'approved' | 'pending' | 'shadowed';
  address: string;
};

/** Of the client's address only a hash is stored, for a month. `hasScript`: one that shows its author what is shadowed. */
type Sent = NewComment & { client?: Client; hasScript?: boolean };
type Attempt = { actor: Actor; draft: Sent; now: Date; shown: WithMentions; judgement: Judgement };
/** What is written together with a new comment: before its thread is looked at, and once it is there. */
type Alongside = { before?: (tx: Tx) => Promise<void>; after?: (tx: Tx, commentId: string) => Promise<void> };

/** Adds a comment to its conversation; policy and rules decide its status. A repeated key returns the first comment. */
export async function submitComment(
  actor: Actor,
  draft: Sent,
  now = new Date(),
  alongside: Alongside = {},
): Promise<Submitted> {
  requireCapability(actor, 'comments.write');
  const rendered = renderVisible(draft.body);
  const settings = await readSettings();
  const shown = await renderMentions(actor, { ...draft, rendered });
  const written = { html: rendered.html, body: draft.body, client: draft.client ?? null, about: draft };
  const judgement = await judgeComment(actor, written, now);
  const attempt = { actor, draft: { ...draft }, now, shown, judgement };

  const write = async (tx: Tx) => {
    await lockThread(tx, draft.postId);
    const stored = await findPolicyPost(tx, draft.postId, now);
    if (!stored) throw new AppError('not_found', 'This post no longer exists.');
    const { post, holdsAll } = await closingStateOf(tx, stored, { rule: settings, now });
    const earlier = await findEarlier(tx, attempt);
    if (earlier) return { comment: earlier, post, isNew: false };
    await alongside.before?.(tx);
    const user = await findPolicyUser(tx, actor, now);
    const parent = await findParent(tx, attempt);
    requireAllowed('create', { user, post, comment: parent, now });
    const recent = await listRecent(tx, attempt);
    refuseDuplicate(recent, attempt, post);
    const approvedBefore = recent.some(isApproved) || (await wasEverApproved(tx, actor));
    const facts = {
      approvedBefore: approvedBefore ? 1 : 0,
      moderation: holdsAll ? ('all' as const) : settings.commentModeration,
      links: rendered.links,
    };
    // Whatever stands below a shadowed comment is seen by nobody else either.
    const restriction = parent?.status === 'shadowed' ? ('shadow' as const) : user!.restriction;
    const status = judgedStatus(initialStatus({ role: user!.role, restriction, ...facts }), judgement);
    const comment = await insert(tx, attempt, parent, status);
    await alongside.after?.(tx, comment.id);
    return { comment, post, isNew: true };
  };
  const { comment, post, isNew } = await withLock(draft.postId, (endTurn) =>
    transaction((tx) => {
      afterCommit(tx, endTurn);
      return write(tx);
    }),
  );

  if (isNew) await countHits(judgement.ruleIds, now);
  const isAdded = comment.status === 'shadowed' && draft.hasScript;
  const address = isAdded ? await addressInThread(comment, post) : await addressFor(comment, post);
  return { ...comment, address };
}

/** The comment's URL for its author: in the thread, or its own page while it awaits approval. */
export async function addressFor(
  comment: { id: string; postId: string; path: string; status: string },
  post: { slug: string },
  preset?: CommentOrder,
) {
  if (comment.status !== 'approved') return paths.comment(post.slug, comment.id);
  return addressInThread(comment, post, preset);
}

/** The actor's comment with this key, or null. */
export async function findByKey(authorId: string, idempotencyKey: string) {
  return readDb.comment.findUnique({
    where: { authorId_idempotencyKey: { authorId, idempotencyKey } },
    select: { ...storedSelect, post: { select: { slug: true } } },
  });
}

async function findEarlier(tx: Tx, { actor, draft }: Attempt) {
  if (!draft.idempotencyKey) return null;
  const earlier = await tx.comment.findUnique({
    where: { authorId_idempotencyKey: { authorId: actor.id, idempotencyKey: draft.idempotencyKey } },
    select: storedSelect,
  });
  if (!earlier) return null;
  // A page left open may reuse its key with another text: that is a new comment.
  if (earlier.postId === draft.postId && earlier.body === draft.body) return asStored(earlier);
  draft.idempotencyKey = null;
  return null;
}

// The post is part of the lookup: a reply must not cross into another post's thread.
async function findParent(tx: Tx, { draft }: Attempt) {
  if (!draft.parentId) return null;
  const parent = await tx.comment.findFirst({
    where: { id: draft.parentId, postId: draft.postId, type: 'comment' },
    select: parentFacts,
  });
  if (!parent) throw new AppError('not_found', 'The comment you are replying to no longer exists.');
  return parent;
}

// By author and time only: with the post too, SQLite scans all of its recent comments.
function listRecent(tx: Tx, { actor, now }: Attempt) {
  return tx.comment.findMany({
    where: { authorId: actor.id, createdAt: { gte: new Date(now.getTime() - DUPLICATE_MINUTES * 60_000) } },
    orderBy: { createdAt: 'desc' },
    take: MAX_RECENT,
    select: storedSelect,
  });
}

function refuseDuplicate(recent: Awaited<ReturnType<typeof listRecent>>, { draft }: Attempt, post: PolicyPostFields) {
  const first = recent.find(
    ({ postId, body, status }) =>
      postId === draft.postId && body === draft.body && ['approved', 'pending', 'shadowed'].includes(status),
  );
  if (!first) return;
  throw new AppError('conflict', 'You have already posted this comment.', {
    fields: { duplicate: paths.comment(post.slug, first.id) },
  });
}

function isApproved({ status }: { status: string }) {
  return status === 'approved';
}

async function wasEverApproved(tx: Tx, { id }: Actor) {
  return tx.comment.findFirst({ where: { authorId: id, status: 'approved' }, select: { id: true } });
}

async function insert(
  tx: Tx,
  attempt: Attempt,
  parent: Awaited<ReturnType<typeof findParent>>,
  status: 'approved' | 'pending' | 'spam' | 'shadowed',
) {
  const { actor, draft, now, shown, judgement } = attempt;
  const id = newId();
  const allocated = await allocatePath(tx, draft.postId, parent);
  const comment = await tx.comment.create({
    data: {
      id,
      postId: draft.postId,
      parentId: draft.parentId,
      rootId: allocated.rootId ?? id,
      depth: allocated.depth,
      path: allocated.path,
      status,
      authorId: actor.id,
      body: draft.body,
      bodyHtml: shown.html,
      renderVersion: RENDER_VERSION,
      idempotencyKey: draft.idempotencyKey,
      ipHash: draft.client?.address ? addressHash(countedAs(draft.client.address), now) : '',
      createdAt: now,
    },
    select: { ...storedSelect, type: true, parentId: true, authorId: true },
  });
  await storeVerdict(tx, id, judgement);
  await storeMentions(tx, { commentId: id, mentioned: shown.mentioned, now });
  if (status === 'approved') await adjustCounts(tx, comment, 1);
  emitVisibility(tx, { ...comment, parent }, { from: null, by: actor.id });
  return asStored(comment);
}

function asStored(comment: { id: string; postId: string; path: string; status: string }) {
  const { id, postId, path, status } = comment;
  return { id, postId, path, status: toldAs(status) };
}

// Authors are not told that they wrote what counts as spam.
function toldAs(status: string): Submitted['status'] {
  return status === 'approved' || status === 'shadowed' ? status : 'pending';
}
