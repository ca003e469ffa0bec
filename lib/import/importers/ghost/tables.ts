import type { AuthorDraft, Problem, TagDraft } from '../../drafts';
import type { Scratch, ScratchLists, ScratchMap } from '../../reading/scratch';
import type { Row } from './rows';

export type PostFacts = {
  /** The id in the export, by which other tables name the post. */
  id: string;
  type: 'post' | 'page';
  slug: string;
  title: string;
  /** The full address, where the API says it. */
  url: string;
  uuid: string;
  publishedAt: string | null;
  isHidden: boolean;
};
export type Link = { id: string; order: number };
export type Member = { name: string; email: string };

/** What the files hold, by the ids of their rows. Whatever grows with the site is on disk. */
export type Tables = {
  /** Every post and page by its id of the import, in the order of the file. */
  facts: ScratchMap<PostFacts>;
  rows: ScratchMap<Row>;
  ids: ScratchMap<string>;
  metas: ScratchMap<Row>;
  authorsOf: ScratchLists<Link>;
  tagsOf: ScratchLists<Link>;
  comments: ScratchLists<Row>;
  members: ScratchMap<Member>;
  /** By id. */
  users: Map<string, AuthorDraft & { id: string }>;
  tags: Map<string, TagDraft & { isInternal: boolean }>;
  owners: Set<string>;
  ownerRoles: Set<string>;
  roleOf: Map<string, string>;
  settings: Map<string, string>;
  redirects: RedirectRule[];
  /** Hosts before /content/images/, by how often. */
  hosts: Map<string, number>;
  /** The site's address as its API names it. */
  siteUrl: string;
  problems: Problem[];
  leftOut: Problem[];
  counts: { comments: number; featured: number; orphans: number; tables: number };
};

export type RedirectRule = { from: string; to: string; where: string };

export function emptyTables(scratch: Scratch): Tables {
  return {
    facts: scratch.map(),
    rows: scratch.map(),
    ids: scratch.map(),
    metas: scratch.map(),
    authorsOf: scratch.lists(),
    tagsOf: scratch.lists(),
    comments: scratch.lists(),
    members: scratch.map(),
    users: new Map(),
    tags: new Map(),
    owners: new Set(),
    ownerRoles: new Set(),
    roleOf: new Map(),
    settings: new Map(),
    redirects: [],
    hosts: new Map(),
    siteUrl: '',
    problems: [],
    leftOut: [],
    counts: { comments: 0, featured: 0, orphans: 0, tables: 0 },
  };
}
