import type { CommentDraft } from './drafts';

/** What the order of a conversation depends on. `at` is its place in the list. */
export type CommentHead = Pick<CommentDraft, 'sourceId' | 'parentSourceId' | 'createdAt'> & { at: number };

/** The comments of one post, each id once: of every one its head, and the whole of those that are asked for. */
export class CommentList {
  readonly #heads: CommentHead[] = [];
  readonly #ids = new Set<string>();
  readonly #drafts: CommentDraft[] = [];

  constructor(drafts: Iterable<CommentDraft> = []) {
    for (const draft of drafts) this.add(draft);
  }

  get length() {
    return this.#heads.length;
  }

  get heads(): readonly CommentHead[] {
    return this.#heads;
  }

  /** The first comment of an id counts. */
  add(draft: CommentDraft) {
    const { sourceId, parentSourceId, createdAt } = draft;
    if (this.#ids.has(sourceId)) return;
    this.#ids.add(sourceId);
    this.#heads.push({ sourceId, parentSourceId, createdAt, at: this.#heads.length });
    this.#drafts.push(draft);
  }

  load(heads: readonly CommentHead[]): CommentDraft[] {
    return heads.flatMap(({ at }) => this.#drafts[at] ?? []);
  }
}
