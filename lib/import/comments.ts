import 'server-only';
import { neutralName } from '@/lib/people/person';
import { RENDER_VERSION } from '@/lib/comments/html';
import { renderImportedHtml } from '@/lib/comments/imported-html';
import { insertImportedComment } from '@/lib/comments/importing';
import { insertRows } from '@/lib/database/bulk-insert';
import { transaction, type Tx } from '@/lib/db';
import { nameOf } from '@/lib/visible-text';
import type { Placed } from './authors-and-tags';
import { followChange, sortChanged } from './changed-comments';
import type { CommentDraft, PostDraft } from './drafts';
import { hashOf, inSlices, type KnownItem, type Ledger } from './ledger';
import { addProblem, type ImportReport } from './report';
import { inThreadOrder, planThread, type PlacedDraft } from './threads';
import { withoutUnseen } from './unseen-comments';

export type CommentContext = { ledger: Ledger; report: ImportReport; authors: Map<string, Placed> };

/** The comments of one post, ready to be written: a first part with the post itself, the rest after it. */
export type ThreadWork = {
  counts: { commentSeq?: number; commentCount?: number };
  hasNews: boolean;
  writeFirst: (tx: Tx) => Promise<void>;
  writeRest: () => Promise<void>;
};

/** So many comments go in one transaction. */
const PER_TRANSACTION = 500;

/** Decides what becomes of a post's comments: of a new post all are placed at once, of a known one the missing are added. */
export async function addThread(draft: PostDraft, postId: string, context: CommentContext): Promise<ThreadWork> {
  const nothing = async () => {};
  if (draft.comments.length === 0) return { counts: {}, hasNews: false, writeFirst: nothing, writeRest: nothing };
  const drafts = withoutUnseen(uniqueBySource(draft.comments), draft, context.report);
  if (drafts.length === 0) return { counts: {}, hasNews: false, writeFirst: nothing, writeRest: nothing };
  const known = await context.ledger.find(
    'comment',
    drafts.map(({ sourceId }) => sourceId),
  );
  return known.size === 0
    ? newThread(draft, drafts, postId, context)
    : oldThread(draft, drafts, postId, { ...context, known });
}

function newThread(post: PostDraft, drafts: CommentDraft[], postId: string, context: CommentContext): ThreadWork {
  const plan = planThread(drafts);
  const { report } = context;
  for (const { draft } of plan.comments) countCreated(draft, report);
  reportOrphans(post, plan.orphans, report);
  const { commentSeq, commentCount } = plan;
  const write = (tx: Tx, some: PlacedDraft[]) => insertPlaced(tx, some, postId, context);
  return {
    counts: { commentSeq, commentCount },
    hasNews: true,
    writeFirst: (tx) => write(tx, plan.comments.slice(0, PER_TRANSACTION)),
    writeRest: async () => {
      for (let at = PER_TRANSACTION; at < plan.comments.length; at += PER_TRANSACTION) {
        await transaction((tx) => write(tx, plan.comments.slice(at, at + PER_TRANSACTION)));
      }
    },
  };
}

type KnownContext = CommentContext & { known: Map<string, KnownItem> };

async function oldThread(
  post: PostDraft,
  drafts: CommentDraft[],
  postId: string,
  context: KnownContext,
): Promise<ThreadWork> {
  const { known, report, ledger } = context;
  const { ordered, orphans } = inThreadOrder(drafts);
  const missing = ordered.filter(({ draft }) => !known.has(draft.sourceId));
  const { following, staying } = await sortChanged(drafts, known);
  const updated = new Set(following.map(({ draft }) => draft));
  for (const draft of drafts) {
    const item = known.get(draft.sourceId);
    if (!item || item.batchId === ledger.batchId) countCreated(draft, report);
    else report[updated.has(draft) ? 'updated' : 'skipped'][kindOf(draft)] += 1;
  }
  for (const { sourceId } of staying) {
    addProblem(report.notes, {
      where: `${post.where}, comment ${sourceId}`,
      why: 'It changed on the old site, but was edited or judged here since: what stands here was left as it is.',
    });
  }
  if (missing.length > 0) reportOrphans(post, orphans, report);
  const writeRest = async () => {
    const ids = new Map([...known.values()].map((item) => [item.sourceId, item.targetId]));
    await inSlices(missing, (slice) => transaction((tx) => insertMissing(tx, slice, { postId, ids, context })), 50);
    const follow = async (tx: Tx, slice: typeof following) => {
      for (const one of slice) await followChange(tx, one, personOf(one.draft, context), ledger);
    };
    await inSlices(following, (slice) => transaction((tx) => follow(tx, slice)), 50);
  };
  return { counts: {}, hasNews: missing.length + following.length > 0, writeFirst: writeRest, writeRest };
}

type Missing = { draft: CommentDraft; parentSourceId: string | null };
type MissingPlace = { postId: string; ids: Map<string, string>; context: CommentContext };

async function insertMissing(tx: Tx, missing: Missing[], { postId, ids, context }: MissingPlace) {
  for (const { draft, parentSourceId } of missing) {
    const { id } = await insertImportedComment(tx, {
      postId,
      parentId: parentSourceId === null ? null : (ids.get(parentSourceId) ?? null),
      type: draft.type,
      status: draft.status,
      ...personOf(draft, context),
      format: 'html',
      body: draft.html,
      createdAt: draft.createdAt,
      importBatchId: context.ledger.batchId,
    });
    ids.set(draft.sourceId, id);
    await context.ledger.add(tx, [{ kind: 'comment', sourceId: draft.sourceId, targetId: id, hash: hashOf(draft) }]);
  }
}

async function insertPlaced(tx: Tx, placed: PlacedDraft[], postId: string, context: CommentContext) {
  const rows = placed.map(({ draft, ...place }) => ({
    ...place,
    postId,
    type: draft.type,
    status: draft.status,
    ...personOf(draft, context),
    format: 'html',
    body: draft.html,
    bodyHtml: renderImportedHtml(draft.html).html,
    renderVersion: RENDER_VERSION,
    createdAt: draft.createdAt,
    updatedAt: new Date(),
    importBatchId: context.ledger.batchId,
  }));
  await insertRows(tx, 'Comment', rows);
  const items = placed.map(({ draft, id }) => ({
    kind: 'comment' as const,
    sourceId: draft.sourceId,
    targetId: id,
    hash: hashOf(draft),
  }));
  await context.ledger.add(tx, items);
}

function personOf(draft: CommentDraft, { authors }: CommentContext) {
  const author = draft.authorKey === null ? undefined : authors.get(draft.authorKey);
  return {
    authorId: author?.id ?? null,
    authorName: neutralName(nameOf(draft.authorName)).slice(0, 120) || 'Anonymous',
    authorUrl: webAddress(draft.authorUrl),
  };
}

function webAddress(address: string) {
  const url = URL.parse(address);
  return url && ['http:', 'https:'].includes(url.protocol) ? url.href.slice(0, 500) : '';
}

function uniqueBySource(comments: readonly CommentDraft[]) {
  return [...new Map(comments.toReversed().map((comment) => [comment.sourceId, comment])).values()].toReversed();
}

function countCreated(draft: CommentDraft, report: ImportReport) {
  report.created[kindOf(draft)] += 1;
  if (draft.status !== 'approved') report.hidden.comments += 1;
}

function kindOf({ type }: CommentDraft) {
  return type === 'mention' ? ('mentions' as const) : ('comments' as const);
}

function reportOrphans(post: PostDraft, orphans: readonly CommentDraft[], report: ImportReport) {
  for (const { sourceId } of orphans) {
    addProblem(report.notes, {
      where: `${post.where}, comment ${sourceId}`,
      why: 'The comment that it answers is not in the file, so it stands under the post itself.',
    });
  }
}
