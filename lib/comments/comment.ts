import { z } from 'zod';
import { composed, isSeen, withoutControls } from '@/lib/text/visible-text';
import { honeypotField } from '@/lib/forms/honeypot';
import { HONEYPOT_FIELD } from '@/lib/forms/honeypot-name';
import { FREE_EDIT_MINUTES } from './edit-time';

export const commentStatuses = ['pending', 'approved', 'hidden', 'spam', 'shadowed', 'deleted'] as const;
export type CommentStatus = (typeof commentStatuses)[number];

export const PAGE_SIZE = 50;
/** In characters, before parsing. */
export const MAX_COMMENT_LENGTH = 10_000;
export const MAX_EDITS = 50;
export const RESTORE_HOURS = 24;
/** Comments with more links await approval, unless moderation is off. */
export const MAX_FREE_LINKS = 2;
/** Equal text within this time is rejected as a duplicate. */
export const DUPLICATE_MINUTES = 10;

export type ThreadComment = {
  id: string;
  parentId: string | null;
  path: string;
  depth: number;
  /** A tombstone has no author and no text. */
  state: 'shown' | 'waiting' | 'removed-by-author' | 'removed-by-moderator';
  author: {
    id: string | null;
    name: string;
    /** Of their page; null if they have none. */
    slug: string | null;
    avatarSeed: string;
    role: string | null;
    url: string;
  };
  bodyHtml: string;
  createdAt: string;
  editedAt: string | null;
  /** Somebody else changed its words at some time. */
  isEditedByModerator: boolean;
  isPinned: boolean;
  /** The author of the post chose it. */
  isPicked: boolean;
  /** The correction of the article that it suggests; its outcome is null until an editor decides. */
  correction: { id: string; outcome: 'accepted' | 'declined' | null } | null;
  /** Null while the score is hidden (lib/comments/likes.ts). */
  likes: number | null;
  /** Its id on the site it was imported from, which external links use. */
  oldId: string | null;
};

/**
 * Whether others can read what stood in a comment before: its last change came after the time of free changes, or a
 * moderator made one.
 */
export function hasEarlierVersions(comment: Pick<ThreadComment, 'createdAt' | 'editedAt' | 'isEditedByModerator'>) {
  const { createdAt, editedAt, isEditedByModerator } = comment;
  return isEditedByModerator || (editedAt !== null && Date.parse(editedAt) > freeUntil(new Date(createdAt)).getTime());
}

export function freeUntil(createdAt: Date) {
  return new Date(createdAt.getTime() + FREE_EDIT_MINUTES * 60_000);
}

export type ThreadPage = {
  page: number;
  pages: number;
  comments: ThreadComment[];
  /** The ancestors of the first comment, when the page begins inside a conversation. */
  ancestors: ThreadComment[];
  /** Pingbacks and trackbacks: listed separately, never counted. */
  mentions: ThreadComment[];
  /** Shown above the thread, in the order in which they were pinned. */
  pinned: ThreadComment[];
};

export type DiscussedPost = {
  id: string;
  slug: string;
  title: string;
  commentsMode: string;
  commentsLockedReason: string;
  lockedReplies: string | null;
  commentCount: number;
};

const id = z.string().min(1).max(40);
const optionalId = z
  .string()
  .max(40)
  .default('')
  .transform((value) => value || null);

export const bodySchema = z
  .string({ error: 'Write something first.' })
  .max(MAX_COMMENT_LENGTH * 4, tooLong(null))
  .transform(cleanText)
  .superRefine((text, context) => {
    if (!isSeen(text)) context.addIssue({ code: 'custom', message: 'Write something first.' });
    if (text.length > MAX_COMMENT_LENGTH) context.addIssue({ code: 'custom', message: tooLong(text.length) });
  });

export const newCommentSchema = z.object({
  postId: id,
  parentId: optionalId,
  body: bodySchema,
  idempotencyKey: z
    .string()
    .max(80)
    .default('')
    .transform((value) => value || null),
  [HONEYPOT_FIELD]: honeypotField,
});

/** The box in a comment form: whether its author is to be told of what follows. */
export const followField = z
  .string()
  .max(10)
  .default('')
  .transform((value) => value === 'yes');

export const commentIdSchema = z.object({ id });
/** One or more, as the checkboxes of a list send them. */
export const commentIds = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(id, { error: 'Choose at least one comment.' }).min(1, 'Choose at least one comment.').max(200),
);
export const draftSchema = z.object({ draft: z.string().max(60) });
export const commentEditSchema = z.object({ id, body: bodySchema });

/** `seen`: the text that a moderator had before them. */
export const moderatorEditSchema = commentEditSchema.extend({ seen: z.string().transform(cleanText).optional() });

export type NewComment = Omit<z.output<typeof newCommentSchema>, typeof HONEYPOT_FIELD>;

/** Removes control and bidirectional characters and stacks of marks, and normalises (NFC, line feeds); idempotent. */
export function cleanText(text: string) {
  return composed(withoutControls(text)).trim();
}

function tooLong(length: number | null) {
  const yours = length === null ? '' : ` Yours has ${length.toLocaleString('en')}.`;
  return `A comment can have at most ${MAX_COMMENT_LENGTH.toLocaleString('en')} characters.${yours}`;
}
