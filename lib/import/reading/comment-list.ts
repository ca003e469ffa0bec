import type { CommentDraft } from '../drafts';
import type { ScratchLists } from './scratch';
import { isUnseen, seenParent } from './unseen-comments';

/** What the order of a conversation depends on. `at` is its place in the list. */
export type CommentHead = Pick<CommentDraft, 'sourceId' | 'parentSourceId' | 'createdAt'> & { at: number };
/** `size`: characters of its text. */
export type SizedHead = CommentHead & { size: number };

/** How many characters of whole comments are held in memory per post; the rest of longer threads is on disk. */
const MAX_IN_MEMORY = 500_000;
/** How many comment headers fit into the tool's heap. */
export const MAX_COMMENTS = 250_000;

/** The comments of one post, each id once: of every one its head, and the whole of those that are asked for. */
export class CommentList {
  readonly #heads: SizedHead[] = [];
  #size = 0;
  readonly #unseen = new Map<string, string | null>();
  readonly #ids = new Set<string>();
  readonly #first: CommentDraft[] = [];
  readonly #spare: ScratchLists<CommentDraft>;
  readonly #key: string;
  /** Where the others lie, in their order. */
  readonly #numbers: number[] = [];
  /** How many came after the list was full. */
  left = 0;

  /** `key`: the name under which the list stores what it offloads; unique per list. */
  constructor(spare: ScratchLists<CommentDraft>, key: string) {
    this.#spare = spare;
    this.#key = key;
  }

  get length() {
    return this.#heads.length;
  }

  /** Characters that are held in memory. */
  get size() {
    return Math.min(this.#size, MAX_IN_MEMORY);
  }

  /** An answer to a comment that shows nothing stands where that one stood. */
  get heads(): readonly SizedHead[] {
    if (this.#unseen.size === 0) return this.#heads;
    return this.#heads.map((head) => ({ ...head, parentSourceId: seenParent(head.parentSourceId, this.#unseen) }));
  }

  /** Ids of those in which nothing is to be seen, which are left out. */
  get unseen() {
    return this.#unseen.keys();
  }

  /** The first comment of an id counts. */
  add(draft: CommentDraft) {
    const { sourceId, parentSourceId, createdAt } = draft;
    if (this.#ids.has(sourceId)) return;
    if (isUnseen(draft)) return void this.#unseen.set(sourceId, parentSourceId);
    if (this.#heads.length >= MAX_COMMENTS) return void (this.left += 1);
    const size = draft.html.length;
    this.#ids.add(sourceId);
    this.#heads.push({ sourceId, parentSourceId, createdAt, at: this.#heads.length, size });
    this.#size += size;
    if (this.#size <= MAX_IN_MEMORY && this.#numbers.length === 0) this.#first.push(draft);
    else this.#numbers.push(this.#spare.add(this.#key, draft));
  }

  load(heads: readonly CommentHead[]): CommentDraft[] {
    return heads.flatMap(({ at }) => this.#first[at] ?? this.#recall(at) ?? []);
  }

  /** Gives back the room on disk. */
  clear() {
    if (this.#numbers.length > 0) this.#spare.drop(this.#key);
  }

  #recall(at: number): CommentDraft | null {
    const draft = this.#spare.at(this.#numbers[at - this.#first.length] ?? 0);
    return draft ? { ...draft, createdAt: draft.createdAt && new Date(draft.createdAt) } : null;
  }
}
