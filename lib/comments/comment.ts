import { z } from 'zod';
import { isSeen, withoutControls } from '@/lib/text/visible-text';
import { HONEYPOT_FIELD, honeypotField } from '@/lib/forms/honeypot';

export const commentStatuses = ['pending', 'approved', 'hidden', 'spam', 'deleted'] as const;
export type CommentStatus = (typeof commentStatuses)[number];

/** Comments on one page of a thread. */
export const PAGE_SIZE = 50;
/** In characters, before anything parses the text. */
export const MAX_COMMENT_LENGTH = 10_000;
export const EDIT_MINUTES = 15;
export const RESTORE_HOURS = 24;
/** More links than this make a comment wait, unless moderation is off. */
export const MAX_FREE_LINKS = 2;
/** The same words again within this time are a slip, not a second opinion. */
export const DUPLICATE_MINUTES = 10;

/** A comment as everyone may see it, or its replacement. */
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
    slug: string | null;
    avatarSeed: string;
    role: string | null;
    url: string;
  };
  bodyHtml: string;
  createdAt: string;
  editedAt: string | null;
  /** Its number on the site that it was imported from: links from elsewhere lead to it by that. */
  oldId: string | null;
};

/** One page of a post's conversation, oldest first. */
export type ThreadPage = {
  page: number;
  pages: number;
  comments: ThreadComment[];
  /** The way down to the first comment, when the page begins inside a conversation. */
  ancestors: ThreadComment[];
  /** Pingbacks and trackbacks: listed apart, never counted. */
  mentions: ThreadComment[];
};

/** What the comments part needs to know about a post. */
export type DiscussedPost = {
  id: string;
  slug: string;
  title: string;
  commentsMode: string;
  commentsLockedReason: string;
  commentCount: number;
};

const id = z.string().min(1).max(40);
const optionalId = z
  .string()
  .max(40)
  .default('')
  .transform((value) => value || null);

/** The text of a comment, made harmless to store and to show but not yet parsed. */
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

export const commentIdSchema = z.object({ id });
/** The secret of a text that waits for its author to sign in. */
export const draftSchema = z.object({ draft: z.string().max(60) });
export const commentEditSchema = z.object({ id, body: bodySchema });

export type NewComment = Omit<z.output<typeof newCommentSchema>, typeof HONEYPOT_FIELD>;

/**
 * Removes what does not belong in a text (control characters, and marks that change the reading direction of everything
 * after them) and normalises it (NFC, line feeds). Applying it twice changes nothing.
 */
export function cleanText(text: string) {
  return withoutControls(text).normalize('NFC').trim();
}

function tooLong(length: number | null) {
  const yours = length === null ? '' : ` Yours has ${length.toLocaleString('en')}.`;
  return `A comment can have at most ${MAX_COMMENT_LENGTH.toLocaleString('en')} characters.${yours}`;
}
