import { can, type Role } from '@/lib/auth/actor';
import type { ErrorCode } from '@/lib/platform/errors';
import type { Settings } from '@/lib/settings/settings';
import { lockOver, lockSentence, type LockedReplies } from './locked-replies';
import { MAX_FREE_LINKS, RESTORE_HOURS, type CommentStatus } from './comment';
import type { Restriction } from './restriction';

export type PolicyUser = {
  id: string;
  role: Role;
  isConfirmed: boolean;
  isBanned: boolean;
  restriction: Restriction | null;
};
export type PolicyPost = {
  isPublic: boolean;
  commentsMode: string;
  commentsLockedReason: string;
  lockedReplies: readonly LockedReplies[];
};
export type PolicyComment = {
  path: string;
  authorId: string | null;
  status: string;
  deletedBy: string;
  createdAt: Date;
  deletedAt: Date | null;
};

export const moderationActions = ['approve', 'hide', 'restore', 'delete', 'spam'] as const;
export type ModerationAction = (typeof moderationActions)[number];
/** What moderators decide about a reported comment: it stays, is not shown until decided, or goes. */
export const reportDecisions = ['keep', 'hold', 'remove'] as const;
export type ReportDecision = (typeof reportDecisions)[number];
export type CommentAction =
  | 'create'
  | 'edit'
  | 'delete-own'
  | 'restore-own'
  | 'read-pending'
  | 'like'
  | 'lock'
  | 'edit-any'
  | 'pin'
  | 'pick'
  | ModerationAction;

type Question = {
  user: PolicyUser | null;
  post: PolicyPost;
  /** For "create" the parent, or null. */
  comment: PolicyComment | null;
  /** For "pick". */
  isPostAuthor?: boolean;
  now: Date;
};

export type Verdict = { allowed: true } | { allowed: false; code: ErrorCode; sentence: string };

const yes: Verdict = { allowed: true };
const gone = no('not_found', 'This comment no longer exists.');

/** The single policy for who may do what to a comment; every write and every button uses it. */
export function decide(action: CommentAction, question: Question): Verdict {
  const { user } = question;
  if (!user) return no('unauthenticated', 'Please sign in first.');
  if (user.isBanned) return no('forbidden', 'Your account is not allowed to comment at the moment.');
  if (action === 'create') return mayCreate(user, question);
  if (action === 'edit') return mayEdit(user, question);
  if (action === 'delete-own') return mayDeleteOwn(user, question);
  if (action === 'restore-own') return mayRestoreOwn(user, question);
  if (action === 'read-pending') return mayReadPending(user, question);
  if (action === 'like') return mayLike(user, question);
  if (action === 'pick') return mayPick(user, question);
  return mayModerate(action, user, question);
}

/**
 * The status of a new comment. Each setting includes those before it: none, links, first, all. A restriction of its author
 * goes before the setting.
 */
export function initialStatus(facts: {
  role: Role;
  restriction: Restriction | null;
  moderation: Settings['commentModeration'];
  approvedBefore: number;
  links: number;
}): 'approved' | 'pending' | 'shadowed' {
  const { role, restriction, moderation, approvedBefore, links } = facts;
  if (can({ role }, 'admin.enter')) return 'approved';
  if (restriction) return restriction === 'shadow' ? 'shadowed' : 'pending';
  if (moderation === 'none') return 'approved';
  const waits = moderation === 'all' || links > MAX_FREE_LINKS || (moderation === 'first' && approvedBefore === 0);
  return waits ? 'pending' : 'approved';
}

/** The status after a moderator's action, or null if it does not apply. Restoring needs the previous status. */
export function statusAfter(
  action: ModerationAction,
  comment: { status: string; statusBeforeDelete: string },
): CommentStatus | null {
  const { status } = comment;
  if (action === 'approve') return status === 'approved' || status === 'deleted' ? null : 'approved';
  if (action === 'hide') return status === 'hidden' || status === 'deleted' ? null : 'hidden';
  if (action === 'spam') return status === 'spam' || status === 'deleted' ? null : 'spam';
  if (action === 'delete') return status === 'deleted' ? null : 'deleted';
  if (status === 'deleted') return beforeDelete(comment.statusBeforeDelete);
  return status === 'hidden' || status === 'spam' ? 'approved' : null;
}

/** The status after a decision about the reports on a comment, or null if it does not apply. */
export function statusAfterReports(decision: ReportDecision, status: string): CommentStatus | null {
  if (status === 'deleted') return null;
  if (decision === 'hold') return status === 'approved' ? 'pending' : null;
  return decision === 'keep' ? 'approved' : 'deleted';
}

/** The status that a user is told: to its author, who does not know of it, a shadowed comment is like any other. */
export function statusTo(user: Pick<PolicyUser, 'id' | 'role'> | null, comment: PolicyComment) {
  const isDeceived = comment.status === 'shadowed' && user?.id === comment.authorId && !can(user, 'comments.moderate');
  return isDeceived ? 'approved' : comment.status;
}

/** The comments that a user is told are approved. */
export function approvedTo(userId: string) {
  return { OR: [{ status: 'approved' }, { status: 'shadowed', authorId: userId }] };
}

/** The moderator's actions to offer for a comment: to approve what was hidden is to restore it. */
export function offeredActions(status: string): ModerationAction[] {
  return moderationActions
    .filter((action) => statusAfter(action, { status, statusBeforeDelete: 'approved' }) !== null)
    .filter((action) => action !== 'approve' || status === 'pending' || status === 'shadowed');
}

const restorable = ['pending', 'hidden', 'spam', 'shadowed'] as const;

function beforeDelete(status: string): CommentStatus {
  return restorable.find((one) => one === status) ?? 'approved';
}

function mayCreate(user: PolicyUser, { post, comment }: Question): Verdict {
  if (!post.isPublic || post.commentsMode === 'off') return no('not_found', 'This post does not accept comments.');
  if (post.commentsMode === 'closed') return no('forbidden', 'Comments on this post are closed.');
  if (post.commentsLockedReason) return no('forbidden', `This conversation is locked: ${post.commentsLockedReason}`);
  if (comment && statusTo(user, comment) !== 'approved')
    return no('not_found', 'The comment you are replying to no longer exists.');
  const lock = comment && lockOver(post.lockedReplies, comment.path);
  if (lock) return no('forbidden', lockSentence(lock));
  if (!user.isConfirmed) return no('forbidden', 'Please confirm your e-mail address first.');
  return yes;
}

function mayEdit(user: PolicyUser, { post, comment }: Question): Verdict {
  if (!comment || comment.authorId !== user.id) return gone;
  if (!post.isPublic) return gone;
  if (!['approved', 'pending', 'shadowed'].includes(comment.status)) {
    return no('conflict', 'This comment was removed and cannot be changed.');
  }
  if (post.commentsLockedReason) return no('forbidden', `This conversation is locked: ${post.commentsLockedReason}`);
  if (post.commentsMode !== 'open') return no('forbidden', 'Comments on this post are closed.');
  const lock = lockOver(post.lockedReplies, comment.path);
  return lock ? no('forbidden', lockSentence(lock)) : yes;
}

function mayDeleteOwn(user: PolicyUser, { comment }: Question): Verdict {
  if (!comment || comment.authorId !== user.id) return gone;
  if (comment.status === 'deleted') return no('conflict', 'This comment is already deleted.');
  return yes;
}

function mayRestoreOwn(user: PolicyUser, { comment, now }: Question): Verdict {
  if (!comment || comment.authorId !== user.id) return gone;
  const isOwnRemoval = comment.status === 'deleted' && comment.deletedBy === 'author' && comment.deletedAt;
  if (!isOwnRemoval) return no('conflict', 'There is nothing to restore here.');
  if (isPast(comment.deletedAt!, RESTORE_HOURS * 3_600_000, now)) {
    return no('conflict', `A deleted comment can be restored for ${RESTORE_HOURS} hours.`);
  }
  return yes;
}

function mayReadPending(user: PolicyUser, { comment }: Question): Verdict {
  if (!comment) return gone;
  const isOwn = comment.authorId === user.id;
  return isOwn || can(user, 'comments.moderate') ? yes : gone;
}

// Closed and locked threads are read on, and liked.
function mayLike(user: PolicyUser, { post, comment }: Question): Verdict {
  const isShown = comment !== null && statusTo(user, comment) === 'approved';
  if (!post.isPublic || post.commentsMode === 'off' || !isShown) return gone;
  if (!user.isConfirmed) return no('forbidden', 'Please confirm your e-mail address first.');
  if (comment.authorId === user.id) return no('conflict', 'You cannot like your own comment.');
  return yes;
}

// The choice is the post's authors', or that of editors of every post; moderators have comments only.
function mayPick(user: PolicyUser, { comment, isPostAuthor }: Question): Verdict {
  const isWriter = isPostAuthor && can(user, 'posts.write');
  if (!isWriter && !can(user, 'posts.edit-any')) {
    return no('forbidden', 'Only the author of the post and editors choose the author’s picks.');
  }
  if (comment?.authorId === user.id) return no('conflict', 'Your own comment cannot be your pick.');
  return comment ? yes : gone;
}

function mayModerate(
  action: ModerationAction | 'lock' | 'edit-any' | 'pin',
  user: PolicyUser,
  { comment }: Question,
): Verdict {
  if (!can(user, 'comments.moderate')) return no('forbidden', 'Your role does not allow this.');
  if (action === 'edit-any' && comment?.status === 'deleted') {
    return no('conflict', 'This comment was deleted. Restore it before you edit it.');
  }
  return action === 'lock' || comment ? yes : gone;
}

function isPast(since: Date, milliseconds: number, now: Date) {
  return now.getTime() - since.getTime() > milliseconds;
}

function no(code: ErrorCode, sentence: string): Verdict {
  return { allowed: false, code, sentence };
}
