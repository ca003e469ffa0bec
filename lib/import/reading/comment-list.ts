import { createHash } from 'node:crypto';
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

/** How many copies are named. */
const MAX_NAMED = 20;

/** The comments of one post without copies: headers in memory, long threads on disk. */
export class CommentList {
  readonly #heads: SizedHead[] = [];
  #size = 0;
  readonly #unseen = new Map<string, string | null>();
  /** Where in the list the comment of an id is. */
  readonly #ids = new Map<string, number>();
  readonly #first: CommentDraft[] = [];
  readonly #spare: ScratchLists<CommentDraft> | null;
  readonly #key: string;
  readonly #numbers: number[] = [];
  left = 0;
  /** Ids of comments that were in the file twice, with the same contents. */
  readonly copies = { count: 0, ids: [] as string[] };
  /** The id that another comment has too, by the one made for the second. */
  readonly renamed = new Map<string, string>();

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

  /** Of two comments with one id both are kept, unless they say the same. */
  add(draft: CommentDraft) {
    const { sourceId, parentSourceId, createdAt } = draft;
    const first = this.#ids.get(sourceId);
    if (first !== undefined) return this.#addAgain(draft, first);
    if (isUnseen(draft)) return void this.#unseen.set(sourceId, parentSourceId);
    if (this.#heads.length >= MAX_COMMENTS) return void (this.left += 1);
    const size = draft.html.length;
    this.#ids.set(sourceId, this.#heads.length);
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

  #addAgain(draft: CommentDraft, at: number) {
    const { sourceId } = draft;
    const first = this.#first[at] ?? this.#recall(at);
    const [contents, before] = [contentsOf(draft), first && contentsOf(first)];
    if (contents === before || this.renamed.has(sourceId)) {
      this.copies.count += 1;
      if (this.copies.ids.length < MAX_NAMED) this.copies.ids.push(this.renamed.get(sourceId) ?? sourceId);
      return;
    }
    // The same in every export.
    const id = `${sourceId} ${createHash('sha256').update(contents).digest('hex').slice(0, 12)}`;
    if (!this.#ids.has(id)) this.renamed.set(id, sourceId);
    this.add({ ...draft, sourceId: id });
  }

  #recall(at: number): CommentDraft | null {
    const draft = this.#spare?.at(this.#numbers[at - this.#first.length] ?? 0);
    return draft ? { ...draft, createdAt: draft.createdAt && new Date(draft.createdAt) } : null;
  }
}

function contentsOf(draft: CommentDraft) {
  return JSON.stringify({ ...draft, sourceId: undefined });
}
