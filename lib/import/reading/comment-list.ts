import type { CommentDraft } from '../drafts';
import type { ScratchLists } from './scratch';
import { isUnseen, seenParent } from './unseen-comments';

/** The fields that determine thread order. `at`: index in the list. */
export type CommentHead = Pick<CommentDraft, 'sourceId' | 'parentSourceId' | 'createdAt'> & { at: number };
export type SizedHead = CommentHead & { size: number };

/** Characters held in memory per post; the rest is on disk. */
const MAX_IN_MEMORY = 500_000;
/** Fits the command-line tool's heap. */
export const MAX_COMMENTS = 250_000;

/** The comments of one post without duplicates: headers in memory, long threads on disk. */
export class CommentList {
  readonly #heads: SizedHead[] = [];
  #size = 0;
  readonly #unseen = new Map<string, string | null>();
  readonly #ids = new Set<string>();
  readonly #first: CommentDraft[] = [];
  readonly #spare: ScratchLists<CommentDraft> | null;
  readonly #key: string;
  readonly #numbers: number[] = [];
  left = 0;

  /** `key`: unique storage key of the list. Without `spare` all of it is held in memory. */
  constructor(spare: ScratchLists<CommentDraft> | null = null, key = '') {
    this.#spare = spare;
    this.#key = key;
  }

  get length() {
    return this.#heads.length;
  }

  get size() {
    return Math.min(this.#size, MAX_IN_MEMORY);
  }

  /** Replies to an invisible comment take its parent. */
  get heads(): readonly SizedHead[] {
    if (this.#unseen.size === 0) return this.#heads;
    return this.#heads.map((head) => ({ ...head, parentSourceId: seenParent(head.parentSourceId, this.#unseen) }));
  }

  get unseen() {
    return this.#unseen.keys();
  }

  /** Of duplicate ids the first counts. */
  add(draft: CommentDraft) {
    const { sourceId, parentSourceId, createdAt } = draft;
    if (this.#ids.has(sourceId)) return;
    if (isUnseen(draft)) return void this.#unseen.set(sourceId, parentSourceId);
    if (this.#heads.length >= MAX_COMMENTS) return void (this.left += 1);
    const size = draft.html.length;
    this.#ids.add(sourceId);
    this.#heads.push({ sourceId, parentSourceId, createdAt, at: this.#heads.length, size });
    this.#size += size;
    if (!this.#spare || (this.#size <= MAX_IN_MEMORY && this.#numbers.length === 0)) this.#first.push(draft);
    else this.#numbers.push(this.#spare.add(this.#key, draft));
  }

  load(heads: readonly CommentHead[]): CommentDraft[] {
    return heads.flatMap(({ at }) => this.#first[at] ?? this.#recall(at) ?? []);
  }

  clear() {
    if (this.#numbers.length > 0) this.#spare?.drop(this.#key);
  }

  #recall(at: number): CommentDraft | null {
    const draft = this.#spare?.at(this.#numbers[at - this.#first.length] ?? 0);
    return draft ? { ...draft, createdAt: draft.createdAt && new Date(draft.createdAt) } : null;
  }
}
