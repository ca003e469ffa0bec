import 'server-only';
import { neutralName } from '@/lib/users/user';
import { RENDER_VERSION } from '@/lib/comments/html';
import { depthOf, MAX_DEPTH, parentPath } from '@/lib/comments/path';
import { lockThread } from '@/lib/comments/thread-store';
import { insertRows, type BulkRow } from '@/lib/database/bulk-insert';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import type { CommentRef } from '@/lib/events/event';
import { newId } from '@/lib/platform/ids';
import { nameOf } from '@/lib/text/visible-text';
import type { Allocation } from './authors-and-tags';
import { applyChange, hashDraft, sortChanged, wordsOf, type TrackedComment } from './changed-comments';
import { MAX_COMMENTS, type SizedHead } from '../reading/comment-list';
import { findKnownComments, type BatchOfComments, type CommentedPost, type MaybeKnownComment } from './known-comments';
import type { CommentDraft, PostDraft } from '../drafts';
import { inChunks, type ImportMap, type NewItem } from './import-map';
import { addProblem, type ImportReport } from '../report/report';
import { describeCopies, describeIncoming, ownColumnsOf } from './incoming-comments';
import { inThreadOrder, threadChunk, type ThreadedComment, type ThreadParent, type ThreadOrder } from './threads';

export type CommentContext = {
  importMap: ImportMap;
  report: ImportReport;
  authors: Map<string, Allocation>;
  write: boolean;
  now: Date;
};

/** Comments per transaction, held in memory. */
const COMMENTS_PER_CHUNK = 500;
const MAX_CHUNK_LENGTH = 500_000;

type IncomingComment = { matched: MaybeKnownComment; id: string; parentId: string | null; isCounted: boolean };
export type Commented = Pick<PostDraft, 'sourceId' | 'where' | 'createdAt' | 'comments' | 'mirrored'>;
type Slice = { incoming: IncomingComment[]; following: TrackedComment[] };
export type FirstComments = {
  counts: { commentSeq: number; commentCount: number };
  rows: BulkRow[];
  commenters: BulkRow[];
  items: NewItem[];
  stale: string[];
  published: PublishedComments;
};
type PublishedComments = { postId: string; comments: CommentRef[] };
type Parent = ThreadParent & { authorId: string | null };

/** Imports a post's comments in chunks, each with its counts, so that interruptions leave counts right. */
export class Thread {
  readonly #draft: Commented;
  readonly #post: CommentedPost;
  readonly #context: CommentContext;
  readonly #order: ThreadOrder<SizedHead>;
  readonly #ids = new Map<string, string>();
  readonly #answered: Set<string>;
  #at = 0;

  constructor(draft: Commented, post: { id: string; isNew: boolean }, context: CommentContext) {
    this.#draft = draft;
    this.#post = { ...post, sourceId: draft.sourceId };
    this.#context = context;
    for (const sourceId of draft.comments.unseen)
      this.#note({ sourceId }, 'It has no visible text, so it was left out.');
    const copies = describeCopies(draft.comments);
    if (copies) addProblem(context.report.notes, { where: draft.where, why: copies });
    const { heads } = draft.comments;
    this.#order = inThreadOrder(heads);
    this.#answered = new Set(heads.flatMap(({ parentSourceId }) => parentSourceId ?? []));
  }

  /** The ids of the first chunk. */
  firstIds() {
    return this.#chunkAt(0).map(({ sourceId }) => sourceId);
  }

  /** Places the first chunk of a new post. */
  async first(batch: BatchOfComments): Promise<FirstComments> {
    const { authors } = this.#context;
    const { incoming } = await this.#decide(this.#next(), batch);
    for (const { matched } of incoming) batch.taken.add(matched.key);
    const { comments, commentSeq, counted } = threadChunk(incoming, { commentSeq: 0, parents: [] });
    return {
      counts: { commentSeq, commentCount: counted },
      rows: comments.map((comment, at) => this.#rowOf(comment, incoming[at]!.matched.draft)),
      commenters: commentersOf(incoming, authors),
      items: incoming.map((one) => this.#itemOf(one)),
      stale: incoming.flatMap(({ matched }) => (matched.isStale ? matched.key : [])),
      published: this.#published(incoming, []),
    };
  }

  async rest() {
    if (!this.#post.isNew) await this.#findParentsElsewhere();
    while (this.#at < this.#order.ordered.length) {
      const slice = await this.#decide(this.#next());
      if (this.#context.write) await this.#write(slice);
    }
    const { left } = this.#draft.comments;
    if (left === 0) return;
    addProblem(this.#context.report.failed, {
      where: this.#draft.where,
      why: `It has more than ${MAX_COMMENTS.toLocaleString('en')} comments: ${left.toLocaleString('en')} of them were not imported.`,
    });
  }

  #next() {
    const heads = this.#chunkAt(this.#at);
    this.#at += heads.length;
    return heads;
  }

  #chunkAt(begin: number) {
    const heads: SizedHead[] = [];
    let size = 0;
    for (const head of this.#order.ordered.slice(begin, begin + COMMENTS_PER_CHUNK)) {
      size += head.size;
      if (heads.length > 0 && size > MAX_CHUNK_LENGTH) break;
      heads.push(head);
    }
    return heads;
  }

  // Replies in a partial export may belong to comments of an earlier one.
  async #findParentsElsewhere() {
    const parents = [...this.#order.orphans].flatMap(({ parentSourceId }) => parentSourceId ?? []);
    const known = await this.#context.importMap.find('comment', [...new Set(parents)]);
    await inChunks([...known.values()], async (slice) => {
      const ids = slice.map(({ targetId }) => targetId);
      const rows = await readDb.comment.findMany({
        where: { id: { in: ids }, postId: this.#post.id },
        select: { id: true },
      });
      const here = new Set(rows.map(({ id }) => id));
      for (const { sourceId, targetId } of slice) if (here.has(targetId)) this.#ids.set(sourceId, targetId);
    });
  }

  async #decide(heads: readonly SizedHead[], batch?: BatchOfComments): Promise<Slice> {
    if (heads.length === 0) return { incoming: [], following: [] };
    const { importMap, report } = this.#context;
    const matched = await findKnownComments(this.#draft.comments.load(heads), this.#post, importMap, batch);
    const { following, staying } = await sortChanged(matched, this.#isMirrored);
    const updated = new Set(following.map(({ draft }) => draft));
    const incoming: IncomingComment[] = [];
    for (const [at, one] of matched.entries()) {
      const { draft, item } = one;
      if (!item) incoming.push(this.#incoming(one, heads[at]!));
      else if (this.#answered.has(draft.sourceId)) this.#ids.set(draft.sourceId, item.targetId);
      if (!item || item.batchId === importMap.batchId) countCreated(draft, report);
      else report[updated.has(draft) ? 'updated' : 'skipped'][kindOf(draft)] += 1;
    }
    for (const draft of staying) {
      this.#note(
        draft,
        'It changed on the old site, but was edited or moderated here since: the version here was kept.',
      );
    }
    return { incoming, following };
  }

  #incoming(matched: MaybeKnownComment, head: SizedHead): IncomingComment {
    const { draft } = matched;
    const id = newId();
    if (this.#answered.has(draft.sourceId)) this.#ids.set(draft.sourceId, id);
    const { cut, orphans, looped } = this.#order;
    const parentId = cut.has(head) ? null : (this.#ids.get(head.parentSourceId ?? '') ?? null);
    const isOrphan = orphans.has(head) && !parentId;
    for (const why of describeIncoming(draft, { head, moved: looped.get(head), isOrphan, post: this.#draft }))
      this.#note(draft, why);
    return { matched, id, parentId, isCounted: draft.status === 'approved' && draft.type === 'comment' };
  }

  async #write({ incoming, following }: Slice) {
    const { importMap, authors } = this.#context;
    if (incoming.length > 0) await transaction((tx) => this.#insert(tx, incoming));
    const own = { importMap, isMirrored: this.#isMirrored };
    const follow = async (tx: Tx, slice: TrackedComment[]) => {
      for (const one of slice) await applyChange(tx, one, commentAuthorOf(one.draft, authors), own);
    };
    await inChunks(following, (slice) => transaction((tx) => follow(tx, slice)), 50);
  }

  async #insert(tx: Tx, incoming: readonly IncomingComment[]) {
    const { importMap, authors } = this.#context;
    const postId = this.#post.id;
    await lockThread(tx, postId);
    const { commentSeq, updatedAt } = await tx.post.findUniqueOrThrow({
      where: { id: postId },
      select: { commentSeq: true, updatedAt: true },
    });
    const parents = await readParents(tx, postId, incoming);
    const slice = threadChunk(incoming, { commentSeq, parents });
    await tx.post.update({
      where: { id: postId },
      data: { commentSeq: slice.commentSeq, commentCount: { increment: slice.counted }, updatedAt },
    });
    for (const { path, childSeq, replyCount, descendantCount } of slice.moves) {
      await tx.$executeRaw`UPDATE "Comment" SET "childSeq" = "childSeq" + ${childSeq}, "replyCount" = "replyCount" + ${replyCount}, "descendantCount" = "descendantCount" + ${descendantCount} WHERE "postId" = ${postId} AND "path" = ${path}`;
    }
    await insertRows(
      tx,
      'Comment',
      slice.comments.map((comment, at) => this.#rowOf(comment, incoming[at]!.matched.draft)),
    );
    await insertRows(tx, 'ImportedCommenter', commentersOf(incoming, authors));
    for (const { matched } of incoming) if (matched.isStale) await importMap.forget(tx, 'comment', matched.key);
    await importMap.add(
      tx,
      incoming.map((one) => this.#itemOf(one)),
    );
    emitImported(tx, this.#published(incoming, parents));
  }

  #published(incoming: readonly IncomingComment[], parents: readonly Parent[]): PublishedComments {
    const { authors } = this.#context;
    const authorIds = new Map(parents.map(({ id, authorId }) => [id, authorId]));
    for (const { id, matched } of incoming) authorIds.set(id, commentAuthorOf(matched.draft, authors).authorId);
    const authorOf = (id: string | null) => authorIds.get(id ?? '') ?? null;
    const approved = incoming.filter(({ matched }) => matched.draft.status === 'approved');
    const comments = approved.map(({ id, parentId }) => {
      return { id, authorId: authorOf(id), parentId, parentAuthorId: authorOf(parentId) };
    });
    return { postId: this.#post.id, comments };
  }

  #rowOf(comment: ThreadedComment, draft: CommentDraft): BulkRow {
    const { importMap, now, authors } = this.#context;
    return {
      ...comment,
      postId: this.#post.id,
      type: draft.type,
      status: draft.status,
      ...commentAuthorOf(draft, authors),
      ...wordsOf(draft),
      renderVersion: RENDER_VERSION,
      createdAt: draft.createdAt ?? this.#draft.createdAt ?? now,
      updatedAt: now,
      importBatchId: importMap.batchId,
      ...ownColumnsOf(draft),
    };
  }

  #itemOf({ matched, id }: IncomingComment): NewItem {
    const hash = hashDraft(matched.draft, this.#isMirrored);
    return { kind: 'comment', sourceId: matched.key, targetId: id, hash };
  }

  get #isMirrored() {
    return this.#draft.mirrored !== undefined;
  }

  #note({ sourceId }: Pick<CommentDraft, 'sourceId'>, why: string) {
    const id = this.#draft.comments.renamed.get(sourceId) ?? sourceId;
    addProblem(this.#context.report.notes, { where: `${this.#draft.where}, comment ${id}`, why });
  }
}

/** Emits the event for imported comments that are now visible. */
export function emitImported(tx: Tx, { postId, comments }: PublishedComments) {
  if (comments.length === 0) return;
  emit(tx, { type: 'comment.published', actorId: null, origin: 'import', postId, comments });
}

/** Parents of these comments, and the ancestors that hold replies at the maximum depth. */
async function readParents(tx: Tx, postId: string, incoming: readonly IncomingComment[]): Promise<Parent[]> {
  const own = new Set(incoming.map(({ id }) => id));
  const wanted = new Set(incoming.flatMap(({ parentId }) => (parentId && !own.has(parentId) ? parentId : [])));
  const select = { id: true, path: true, rootId: true, childSeq: true, authorId: true } as const;
  const parents: Parent[] = [];
  await inChunks([...wanted], async (ids) => {
    parents.push(...(await tx.comment.findMany({ where: { id: { in: ids }, postId }, select })));
  });
  const here = new Set(parents.map(({ path }) => path));
  const deep = parents.filter(({ path }) => depthOf(path) >= MAX_DEPTH).map(({ path }) => parentPath(path));
  const missing = [...new Set(deep)].filter((path) => !here.has(path));
  await inChunks(missing, async (paths) => {
    parents.push(...(await tx.comment.findMany({ where: { postId, path: { in: paths } }, select })));
  });
  return parents;
}

// Whose comments have no account here.
function commentersOf(incoming: readonly IncomingComment[], authors: Map<string, Allocation>): BulkRow[] {
  return incoming.flatMap(({ id, matched: { draft } }) =>
    draft.commenter && !commentAuthorOf(draft, authors).authorId ? [{ commentId: id, emailHash: draft.commenter }] : [],
  );
}

function commentAuthorOf(draft: CommentDraft, authors: Map<string, Allocation>) {
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

function countCreated(draft: CommentDraft, report: ImportReport) {
  report.created[kindOf(draft)] += 1;
  if (draft.status !== 'approved') report.hidden.comments += 1;
}

function kindOf({ type }: CommentDraft) {
  return type === 'mention' ? ('mentions' as const) : ('comments' as const);
}
