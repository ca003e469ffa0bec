import type { CleanBody } from '@/lib/html/sanitising';
import type { Enclosure } from '@/lib/posts/rendering/enclosures';
import type { CommentList } from './reading/comment-list';

/** What an importer hands over: our shape, their ids, nothing that must stay private. */
export type AuthorDraft = {
  /** What items name their author by, e.g. a login. */
  key: string;
  name: string;
  /** Only used to find an existing account; never stored. */
  email: string;
};

/** `kind`: what the old system calls it, in a word: "category". */
export type TagDraft = { key: string; kind: string; slug: string; name: string; description: string };

/** Scheduled is what appears by itself at a moment, which may have passed since. */
export type DraftStatus = 'published' | 'scheduled' | 'draft' | 'private' | 'trashed';

export type PostDraft = {
  sourceId: string;
  /** Where it stands in the file, for the report. */
  where: string;
  type: 'post' | 'page';
  status: DraftStatus;
  statusBeforeTrash: string;
  title: string;
  slug: string;
  excerpt: string;
  body: CleanBody;
  publishAt: Date | null;
  /** Null if the file does not say: then it is the time of the import, and stays so. */
  createdAt: Date | null;
  changedAt: Date | null;
  isPinned: boolean;
  commentsMode: 'open' | 'closed' | 'off';
  authorKeys: string[];
  tagKeys: string[];
  parentSourceId: string | null;
  menuOrder: number;
  cover: CoverDraft | null;
  seoTitle: string;
  seoDescription: string;
  canonicalUrl: string;
  isNoindex: boolean;
  /** The id under which feeds have known it. */
  feedId: string;
  enclosures: Enclosure[];
  /** Paths (with queries) under which it was reached. */
  oldPaths: string[];
  comments: CommentList;
};

/** Comments of a source that has no posts: they join the post that is here at an address of the old site. */
export type ThreadDraft = Pick<PostDraft, 'sourceId' | 'where' | 'createdAt' | 'comments'> & { address: string };

export type ItemDraft = { post: PostDraft } | { thread: ThreadDraft };

/** The picture above a post, once it is ours. */
export type CoverDraft = { mediaId: string; alt: string; caption: string };

export type CommentDraft = {
  sourceId: string;
  parentSourceId: string | null;
  type: 'comment' | 'mention';
  status: 'approved' | 'pending' | 'spam' | 'hidden';
  authorName: string;
  authorUrl: string;
  /** Set when the commenter is one of the authors. */
  authorKey: string | null;
  html: string;
  /** Null if the file does not say: then it is that of its post. */
  createdAt: Date | null;
};

/** Something that could not be imported, or not as it was. */
export type Problem = { where: string; why: string };

/** An old address without a post: where it led, and what shows it now. */
export type LegacyUrl = {
  from: string;
  to: { post: string } | { tag: string } | { author: string } | { path: string };
};
