import type { AuthorDraft, CommentDraft, Problem, TagDraft } from '../drafts';
import type { Scratch, ScratchLists, ScratchMap } from '../reading/scratch';
import { addProblem } from '../report/report';
import { entryWith, keyOfTag, type Entry, type EntryFields, type EntryOutline, type EntryTag } from './entry';

/** Fits the command-line tool's heap. */
const MAX_NAMES = 100_000;

type Dates = 'publishAt' | 'createdAt' | 'changedAt';
type StoredEntry = Omit<Entry, Dates> & Record<Dates, string | null>;
type StoredComment = Omit<CommentDraft, 'createdAt'> & { createdAt: string | null };

/** Posts and pages of an export that is read once, on disk, and what is to be said of them. */
export class EntryReading {
  readonly scratch: Scratch;
  readonly notes: Problem[] = [];
  readonly failed: Problem[] = [];
  readonly remarks: string[] = [];
  readonly authors = new Map<string, AuthorDraft>();
  readonly tags = new Map<string, TagDraft>();
  readonly outlines: ScratchMap<EntryOutline>;
  readonly #entries: ScratchMap<StoredEntry>;
  readonly #comments: ScratchLists<StoredComment>;

  constructor(scratch: Scratch) {
    this.scratch = scratch;
    this.outlines = scratch.map();
    this.#entries = scratch.map();
    this.#comments = scratch.lists();
  }

  get size() {
    return this.outlines.size;
  }

  /** Takes a post or page; of one id the first counts. False if it was left out. */
  take(fields: EntryFields): boolean {
    const entry = entryWith(fields);
    const { sourceId, title, slug, link, path, status, publishAt, createdAt, changedAt } = entry;
    if (this.outlines.has(sourceId)) {
      this.fail(
        entry.where,
        `Its id ${sourceId.slice(0, 80)} was used before: only the first entry with it was imported.`,
      );
      return false;
    }
    for (const { name, email } of entry.authors)
      if (!this.authors.has(name) && this.authors.size < MAX_NAMES) this.authors.set(name, { key: name, name, email });
    for (const tag of entry.tags) this.#takeTag(tag);
    this.outlines.set(sourceId, { title, slug, link, path, isHidden: status !== 'published' });
    this.#entries.set(sourceId, {
      ...entry,
      publishAt: publishAt?.toISOString() ?? null,
      createdAt: createdAt?.toISOString() ?? null,
      changedAt: changedAt?.toISOString() ?? null,
    });
    return true;
  }

  /** A comment of a post, which may come before it. */
  takeComment(sourceId: string, comment: CommentDraft) {
    this.#comments.add(sourceId, { ...comment, createdAt: comment.createdAt?.toISOString() ?? null });
  }

  note(where: string, why: string) {
    addProblem(this.notes, { where, why });
  }

  fail(where: string, why: string) {
    addProblem(this.failed, { where, why });
  }

  *entries(): Generator<Entry> {
    for (const { publishAt, createdAt, changedAt, ...entry } of this.#entries.values())
      yield { ...entry, publishAt: dateOf(publishAt), createdAt: dateOf(createdAt), changedAt: dateOf(changedAt) };
  }

  *commentsOf(sourceId: string): Generator<CommentDraft> {
    for (const comment of this.#comments.each(sourceId)) yield { ...comment, createdAt: dateOf(comment.createdAt) };
  }

  #takeTag({ kind, name }: EntryTag) {
    const key = keyOfTag({ kind, name });
    if (this.tags.has(key) || this.tags.size >= MAX_NAMES) return;
    this.tags.set(key, { key, kind, slug: name, name, description: '' });
  }
}

function dateOf(stored: string | null) {
  return stored === null ? null : new Date(stored);
}
