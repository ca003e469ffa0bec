import type { CleanBody } from '@/lib/html/sanitising';
import type { PostColumns } from '@/lib/posts/fields/post-columns';
import type { Enclosure } from '@/lib/posts/rendering/enclosures';
import type { CommentList } from './reading/comment-list';

/** What an importer produces: our shape with source ids, without private data. */
export type AuthorDraft = {
  key: string;
  name: string;
  /** Only used to find an existing account; never stored. */
  email: string;
  /** Another key that they may have in an import of the same site. */
  otherKey?: string;
  /** What the address of their page is made of, if not of the key. */
  slug?: string;
  /** What another Masthead knows of them besides. */
  own?: OwnUserColumns;
};

export type OwnUserColumns = {
  role: 'author' | 'reader';
  bio: string;
  website: string;
  hasProfile: boolean;
  createdAt: Date;
};

/** `kind`: the old system's term, e.g. "category". */
export type TagDraft = { key: string; kind: string; slug: string; name: string; description: string };

/** Scheduled: to be published automatically at a time that may have passed. */
export type DraftStatus = 'published' | 'scheduled' | 'draft' | 'private' | 'trashed';

/** Of a post; without a position the post comes last. */
export type SeriesDraft = { title: string; position: number | null };

export type PostDraft = {
  /** The same post has the same id in every export: by it a second import knows what is here. */
  sourceId: string;
  where: string;
  type: 'post' | 'page';
  status: DraftStatus;
  statusBeforeTrash: string;
  title: string;
  /** As in the outline, which decides. */
  slug: string;
  excerpt: string;
  body: CleanBody;
  /** Null if unknown: what is published takes `createdAt`, and what is scheduled becomes a draft. */
  publishAt: Date | null;
  /** Null if unknown: the time of the import is used. */
  createdAt: Date | null;
  changedAt: Date | null;
  isPinned: boolean;
  commentsMode: 'open' | 'closed' | 'off';
  authorKeys: string[];
  tagKeys: string[];
  series: SeriesDraft | null;
  parentSourceId: string | null;
  menuOrder: number;
  cover: CoverDraft | null;
  seoTitle: string;
  seoDescription: string;
  socialTitle: string;
  socialDescription: string;
  canonicalUrl: string;
  isNoindex: boolean;
  /** By which feed readers know the post; "" makes a new one. */
  feedId: string;
  enclosures: Enclosure[];
  oldPaths: string[];
  comments: CommentList;
  /** As another Masthead stored it; stands above what is said otherwise. */
  own?: OwnPostColumns;
  mirrored?: Mirrored;
};

/** The text is as the old site shows it, not as it stores it. `isDated`: `changedAt` is when it last changed there. */
export type Mirrored = { isDated: boolean };

export type OwnPostColumns = Omit<PostColumns, 'bodyHtml' | 'parentId' | 'coverId'> & {
  status: string;
  publishAt: Date | null;
  firstPublishedAt: Date | null;
  unpublishAt: Date | null;
  pinnedAt: Date | null;
  commentsLockedReason: string;
};

/** Comments without a post. They join the post that is here: by a path, else by an id, else by its title. */
export type ThreadDraft = Pick<PostDraft, 'sourceId' | 'where' | 'createdAt' | 'comments' | 'title'> & {
  /** Of the page, as the export has it; for the report. */
  address: string;
  /** Canonical paths at which the post may be, or may have been; best first. */
  paths: readonly string[];
  /** What the post may be called by the system that it was imported from. */
  postIds: readonly string[];
  /** No comments were accepted any more. */
  isClosed: boolean;
};

export type ItemDraft = { post: PostDraft } | { thread: ThreadDraft };

export type CoverDraft = { mediaId: string; alt: string; caption: string };

export type CommentDraft = {
  sourceId: string;
  parentSourceId: string | null;
  type: 'comment' | 'mention';
  /** Deleted: of what is gone for good, only its place in the thread. */
  status: 'approved' | 'pending' | 'spam' | 'hidden' | 'deleted';
  authorName: string;
  authorUrl: string;
  /** Set if the commenter is one of the authors. */
  authorKey: string | null;
  /** A keyed hash of their e-mail address; "" if there is none. */
  commenter: string;
  html: string;
  /** Null if unknown: the time of the post is used. */
  createdAt: Date | null;
  /** The date as it stands in the file, if it cannot be read. */
  undated?: string;
  /** As another Masthead stored it; plain data. */
  own?: OwnCommentColumns;
};

/** Moments in milliseconds. */
export type OwnCommentColumns = {
  status: CommentDraft['status'] | 'shadowed';
  format: string;
  body: string;
  deletedBy: string;
  editedAt: number | null;
  pinnedAt: number | null;
  pickedAt: number | null;
};

export type Problem = { where: string; why: string };

/** An old address that is not a post's own, and what replaces it. `append`: one of its feeds. */
export type LegacyUrl = {
  from: string;
  to: { post: string; append?: string } | { tag: string; append?: string } | { author: string } | { path: string };
  /** 301 unless it is given. */
  status?: number;
  /** "exact" unless it is given. */
  kind?: string;
};
