import type { CommentDraft } from '../drafts';
import { CommentList } from '../reading/comment-list';
import type { Scratch, ScratchLists, ScratchMap } from '../reading/scratch';

export type ThreadRecord = {
  sourceId: string;
  /** Its place in the export, for the report. */
  where: string;
  title: string;
  /** As in the export, best first. */
  addresses: readonly string[];
  postIds: readonly string[];
  createdAt: Date | null;
  isClosed: boolean;
  /** Deleted with all of its comments. */
  isDeleted: boolean;
};

type Stored<T extends { createdAt: Date | null }> = Omit<T, 'createdAt'> & { createdAt: string | null };

/** Threads and their comments on disk, by thread: exports hold them in any order. */
export class ThreadStore {
  readonly #threads: ScratchMap<Stored<ThreadRecord>>;
  readonly #comments: ScratchLists<Stored<CommentDraft>>;
  readonly #spare: ScratchLists<CommentDraft>;
  /** Comments that came before their thread, or without. */
  readonly #ahead = new Map<string, number>();

  constructor(scratch: Scratch) {
    this.#threads = scratch.map();
    this.#comments = scratch.lists();
    this.#spare = scratch.lists();
  }

  get size() {
    return this.#threads.size;
  }

  has(threadId: string) {
    return this.#threads.has(threadId);
  }

  /** Of one id the first counts. */
  addThread(thread: ThreadRecord) {
    if (this.has(thread.sourceId)) return;
    this.#threads.set(thread.sourceId, { ...thread, createdAt: thread.createdAt?.toISOString() ?? null });
  }

  addComment(threadId: string, comment: CommentDraft) {
    if (!this.has(threadId)) this.#ahead.set(threadId, (this.#ahead.get(threadId) ?? 0) + 1);
    this.#comments.add(threadId, { ...comment, createdAt: comment.createdAt?.toISOString() ?? null });
  }

  countOf(threadId: string) {
    return this.#comments.lengthOf(threadId);
  }

  *threads(): Generator<ThreadRecord> {
    for (const thread of this.#threads.values()) yield restored(thread);
  }

  /** Threads of which there are only comments, with their number. */
  strays(): [string, number][] {
    return [...this.#ahead].filter(([threadId]) => !this.has(threadId));
  }

  /** Of deleted comments only those that others reply to. */
  listOf(threadId: string, onRepeated: (sourceId: string) => void): CommentList {
    const list = new CommentList(this.#spare, threadId);
    const answered = this.#answeredIn(threadId);
    const seen = new Set<string>();
    for (const comment of this.#commentsOf(threadId)) {
      if (seen.has(comment.sourceId)) onRepeated(comment.sourceId);
      else if (comment.status !== 'deleted') list.add(comment);
      else if (answered.has(comment.sourceId)) list.add(emptied(comment));
      seen.add(comment.sourceId);
    }
    return list;
  }

  *#commentsOf(threadId: string): Generator<CommentDraft> {
    for (const comment of this.#comments.each(threadId)) yield restored(comment);
  }

  /** Deleted comments above others that are kept. */
  #answeredIn(threadId: string) {
    const deleted = new Map<string, string | null>();
    for (const { sourceId, parentSourceId, status } of this.#commentsOf(threadId))
      if (status === 'deleted') deleted.set(sourceId, parentSourceId);
    const answered = new Set<string>();
    if (deleted.size === 0) return answered;
    for (const { parentSourceId, status } of this.#commentsOf(threadId)) {
      if (status === 'deleted') continue;
      let above = parentSourceId;
      while (above !== null && deleted.has(above) && !answered.has(above)) {
        answered.add(above);
        above = deleted.get(above) ?? null;
      }
    }
    return answered;
  }
}

function restored<T extends { createdAt: Date | null }>(stored: Stored<T>): T {
  return { ...stored, createdAt: stored.createdAt && new Date(stored.createdAt) } as unknown as T;
}

// What was deleted there is not imported.
function emptied(comment: CommentDraft): CommentDraft {
  return { ...comment, authorName: '', authorUrl: '', authorKey: null, commenter: '', html: '<p>[removed]</p>' };
}
