import type { AuthorDraft, Problem } from '../../drafts';
import type { Scratch, ScratchLists, ScratchMap } from '../../reading/scratch';
import type { ClockSample } from '../../site-settings/time-zones';
import { OffsetCount } from './dates';
import { LeftOut } from './left-out';
import type { TermBases } from './list-addresses';
import type { TermOutline } from './terms';

export type ItemOutline = {
  type: string;
  parentId: string;
  slug: string;
  name: string;
  title: string;
  link: string;
  isHidden: boolean;
  target: { kind: string; id: string; url: string } | null;
};
export type Attachment = { url: string; parentId: string; alt: string; caption: string; title: string };

/** The result of the first reading: enough to place every item, without bodies. */
export type Outline = {
  siteTitle: string;
  baseUrl: string;
  /** Other hosts of most of its items. */
  otherUrls: string[];
  tagline: string;
  /** The file gives the address of the site as WordPress does. */
  hasOwnBase: boolean;
  isSquarespace: boolean;
  offsetMinutes: number;
  clock: readonly ClockSample[];
  authors: Map<string, AuthorDraft>;
  authorKeysById: Map<string, string>;
  terms: Map<string, TermOutline>;
  items: ScratchMap<ItemOutline>;
  /** The import id per item number; skipped items are absent. */
  taken: ScratchMap<string>;
  attachments: ScratchMap<Attachment>;
  attachmentsOf: ScratchLists<string>;
  /** Attachment → the post whose featured image it is. */
  coverOf: ScratchMap<string>;
  patterns: ScratchMap<string>;
  /** Item types imported as posts or pages by option. */
  types: ItemTypes;
  former: ScratchMap<string>;
  months: Set<string>;
  bases: TermBases;
  scratch: Scratch;
  total: number;
  comments: number;
  problems: Problem[];
  leftOutLines: Problem[];
  remarks: string[];
  repaired: Set<string>;
};

export type ItemTypes = ReadonlyMap<string, 'post' | 'page'>;

/** An outline while the files are read. */
export type OutlineBuilder = Outline & {
  version: string;
  /** Posts, pages and comments so far. */
  contents: number;
  emptyFiles: string[];
  offsets: OffsetCount;
  leftOut: LeftOut;
  copies: Problem[];
  hosts: Map<string, number>;
  commentsOf: Map<number, number>;
};

export type OutlineOptions = { oldUrl: string | null; types: ItemTypes; bases: TermBases; scratch: Scratch };

/** `repaired`: the paths of files that have to be repaired while they are read. */
export function emptyOutline(
  repaired: Set<string>,
  { types, bases, scratch }: Omit<OutlineOptions, 'oldUrl'>,
): OutlineBuilder {
  return {
    siteTitle: '',
    baseUrl: '',
    hasOwnBase: false,
    isSquarespace: false,
    version: '',
    contents: 0,
    emptyFiles: [],
    tagline: '',
    offsetMinutes: 0,
    clock: [],
    offsets: new OffsetCount(),
    authors: new Map(),
    authorKeysById: new Map(),
    terms: new Map(),
    items: scratch.map(),
    taken: scratch.map(),
    attachments: scratch.map(),
    attachmentsOf: scratch.lists(),
    coverOf: scratch.map(),
    patterns: scratch.map(),
    types,
    former: scratch.map(),
    months: new Set(),
    bases,
    leftOut: new LeftOut(),
    copies: [],
    hosts: new Map(),
    commentsOf: new Map(),
    scratch,
    total: 0,
    comments: 0,
    otherUrls: [],
    problems: [],
    leftOutLines: [],
    remarks: [],
    repaired,
  };
}
