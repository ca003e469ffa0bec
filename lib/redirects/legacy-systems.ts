/** What a query of a former system asks for, wherever it stands. */
export type LegacyQuery = {
  /** A post by its number, a category, a search …; "" for what the path names. */
  subject: string;
  /** The feed of it, in the system's word; "" for none. */
  feed: string;
  /** The place in its comments, if one is named. */
  comments: CommentLocation | null;
  /** The one spelling of what is asked for. */
  canonical: string;
};

/** A page of comments as the former system counted them, or the number of the comment that is answered. */
export type CommentLocation = { page: number; perPage: number } | { answering: string };

/** The page that an address is a form of, and what its new address needs at the end. */
export type Suffixed = { base: string; append: string; comments: CommentLocation | null };

/** Something that a system appends to the address of a page: the first group of its pattern is a page of comments. */
export type LegacySuffix = { pattern: RegExp; append: string; commentsPerPage?: number };

/** Which pictures an address may be a size of, likeliest first, and how wide it is (0: the whole). */
export type LegacyPicture = { wholes: string[]; width: number };

/**
 * The addresses of a system that sites move here from, as this site answers them. Every part is optional, pure and quick:
 * it is asked for each address that is not found.
 */
export type LegacySystem = {
  /** Reads a query; null if nothing of it is the system's. */
  readQuery?: (search: string) => LegacyQuery | null;
  /** Whether a subject asks for one thing by its number, and so for nothing where that number is not known. */
  isNumbered?: (subject: string) => boolean;
  /** The present address of what a subject names by its slug; whether anything is there is another question. */
  pathOfSubject?: (subject: string) => string | null;
  /** The feed of the site that the system calls so. */
  feedNamed?: (name: string) => string | null;
  /** Spellings under which a path may be known, its plainest form last. */
  spellingsOf?: (path: string, search: string) => string[] | null;
  suffixes?: readonly LegacySuffix[];
  /** What an address means here whatever was imported: a day, a search, a feed, a sitemap; else null. */
  replacementOf?: (path: string) => string | null;
  /** Whether an address belongs to the system's own machinery, and so is gone for good. */
  isRetired?: (path: string) => boolean;
  /** Null for what is no picture of the system. */
  pictureAt?: (path: string) => LegacyPicture | null;
  /** What an import stores below every folder of an old site of the system: it identifies the folder. */
  folderMark?: string;
};

/** Suffixes may follow each other ("/boats/comment-page-2/feed"), but hardly more often than this. */
const MAX_SUFFIXES = 4;

/** Several systems asked as one: the first that knows an answer gives it. */
export class LegacySystems {
  readonly #systems: readonly LegacySystem[];
  readonly #suffixes: readonly LegacySuffix[];
  readonly folderMarks: readonly string[];

  constructor(systems: readonly LegacySystem[]) {
    this.#systems = systems;
    this.#suffixes = systems.flatMap(({ suffixes }) => suffixes ?? []);
    this.folderMarks = systems.flatMap(({ folderMark }) => folderMark ?? []);
  }

  readQuery(search: string) {
    return this.#first((system) => system.readQuery?.(search));
  }

  /** The one spelling of what a query asks for; "" if nothing of it is a former system's. */
  canonicalQuery(search: string) {
    return this.readQuery(search)?.canonical ?? '';
  }

  asksByNumber(search: string) {
    const subject = this.readQuery(search)?.subject ?? '';
    return this.#systems.some((system) => system.isNumbered?.(subject));
  }

  pathOfSubject(subject: string) {
    return this.#first((system) => system.pathOfSubject?.(subject));
  }

  feedNamed(name: string) {
    return this.#first((system) => system.feedNamed?.(name));
  }

  spellingsOf(path: string, search: string) {
    return this.#first((system) => system.spellingsOf?.(path, search)) ?? [path];
  }

  /** Null for an address that is no variant of another. */
  withoutSuffix(path: string): Suffixed | null {
    let base = path;
    let append = '';
    let comments: CommentLocation | null = null;
    for (let count = 0; count < MAX_SUFFIXES; count += 1) {
      const suffix = this.#suffixes.find(({ pattern }) => pattern.test(base));
      const shorter = suffix && base.replace(suffix.pattern, '');
      if (!shorter) break;
      const page = Number(suffix.pattern.exec(base)?.[1]);
      if (page && suffix.commentsPerPage) comments ??= { page, perPage: suffix.commentsPerPage };
      base = shorter;
      append ||= suffix.append;
    }
    return base === path ? null : { base, append, comments };
  }

  replacementOf(path: string) {
    return this.#first((system) => system.replacementOf?.(path));
  }

  isRetired(path: string) {
    return this.#systems.some((system) => system.isRetired?.(path));
  }

  pictureAt(path: string) {
    return this.#first((system) => system.pictureAt?.(path));
  }

  #first<T>(ask: (system: LegacySystem) => T | null | undefined): T | null {
    for (const system of this.#systems) {
      const answer = ask(system);
      if (answer !== null && answer !== undefined) return answer;
    }
    return null;
  }
}

/** The feed address of what is at `to`; an address without a feed leads to the page itself. */
export function withAppended(to: string, append: string) {
  if (append === '' || /[?#:.]/.test(to)) return to;
  return to === '/' ? append : to + append;
}
