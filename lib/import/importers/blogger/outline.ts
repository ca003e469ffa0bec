import type { AuthorDraft, CommentDraft, Problem, TagDraft } from '../../drafts';
import type { Scratch, ScratchLists, ScratchMap } from '../../reading/scratch';
import type { ClockSample } from '../../site-settings/time-zones';

export type ItemOutline = {
  kind: 'post' | 'page';
  /** The number by which its comments name it. */
  number: string;
  blog: string;
  title: string;
  /** An address, or a path below that of the blog; "" for what had none. */
  link: string;
  isHidden: boolean;
};

/** A comment without dates as such: it is stored as text. */
export type StoredComment = Omit<CommentDraft, 'createdAt'> & { createdAt: string | null };

/** What the first reading knows: enough to place every post, without bodies, and the comments on disk. */
export type Outline = {
  /** By the id of the import, in the order of the files. */
  items: ScratchMap<ItemOutline>;
  /** The id of the import by the number of the entry in the files; what is skipped is absent. */
  taken: ScratchMap<string>;
  /** By the number of the post. */
  first: ScratchMap<string>;
  comments: ScratchLists<StoredComment>;
  commented: ScratchMap<number>;
  authors: Map<string, AuthorDraft & { uri: string }>;
  labels: Map<string, TagDraft>;
  settings: Map<string, string>;
  /** The titles of the feeds, by file. */
  titles: Map<string, string>;
  /** By number, with what is known of them. */
  blogs: Map<string, BlogFacts>;
  clock: Map<string, ClockSample>;
  baseUrl: string;
  total: number;
  repaired: Set<string>;
  problems: Problem[];
  leftOut: Problem[];
};

export type BlogFacts = { number: string; title: string; folder: string; entries: number };

export function emptyOutline(scratch: Scratch, repaired: Set<string>): Outline {
  return {
    items: scratch.map(),
    taken: scratch.map(),
    first: scratch.map(),
    comments: scratch.lists(),
    commented: scratch.map(),
    authors: new Map(),
    labels: new Map(),
    settings: new Map(),
    titles: new Map(),
    blogs: new Map(),
    clock: new Map(),
    baseUrl: '',
    total: 0,
    repaired,
    problems: [],
    leftOut: [],
  };
}
