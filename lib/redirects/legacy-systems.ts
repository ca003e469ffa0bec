export type LegacyQuery = {
  /** A post by number, a category, a search …; "" for the path's own target. */
  subject: string;
  feed: string;
  comments: CommentLocation | null;
  canonical: string;
};

/** A page of comments in the old system, the number of a comment being replied to, or when one was written (ms). */
export type CommentLocation = { page: number; perPage: number } | { answering: string } | { writtenAt: number };

/** The page behind a variant address, and what its new address needs appended. */
export type Suffixed = { base: string; append: string; comments: CommentLocation | null };

/** A suffix of page addresses; the pattern's first group is a page of comments. */
export type LegacySuffix = { pattern: RegExp; append: string; commentsPerPage?: number };

/** Candidate originals of a resized image, and its width in pixels (0: original). */
export type LegacyImage = { wholes: string[]; width: number };

/** A former system's addresses. All parts must be pure and fast: they run for every 404. */
export type LegacySystem = {
  /** Parses a query; null if it is not the system's. */
  readQuery?: (search: string) => LegacyQuery | null;
  /** Whether a subject is a number, so that an unknown one matches nothing. */
  isNumbered?: (subject: string) => boolean;
  /** The current address for a subject's slug; it may not exist. */
  pathOfSubject?: (subject: string) => string | null;
  feedNamed?: (name: string) => string | null;
  /** Alternative spellings of a path, simplest last. */
  spellingsOf?: (path: string, search: string) => string[] | null;
  suffixes?: readonly LegacySuffix[];
  /** The fixed replacement of a day, search, feed or sitemap, with the query that matters; else null. */
  replacementOf?: (path: string) => string | null;
  /** Whether an address is internal to the system: 410 Gone. */
  isRetired?: (path: string) => boolean;
  imageAt?: (path: string) => LegacyImage | null;
  /** Marks the folder of an old site in stored redirects. */
  folderMark?: string;
};

const MAX_SUFFIXES = 4;

/** Several systems as one: the first answer wins. */
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

  /** The canonical query; "" if it is not a former system's. */
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

  /** Null for an address without a suffix. */
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

  imageAt(path: string) {
    return this.#first((system) => system.imageAt?.(path));
  }

  #first<T>(ask: (system: LegacySystem) => T | null | undefined): T | null {
    for (const system of this.#systems) {
      const answer = ask(system);
      if (answer !== null && answer !== undefined) return answer;
    }
    return null;
  }
}

/** The feed address of a target; the target itself if it has no feed. */
export function withAppended(to: string, append: string) {
  if (append === '' || /[?#:.]/.test(to)) return to;
  return to === '/' ? append : to + append;
}
