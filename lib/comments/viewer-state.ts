import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { isPublic } from '@/lib/posts/visibility';
import { readSettings } from '@/lib/settings/queries';
import { defaultSettings, type Settings } from '@/lib/settings/settings';
import type { ClosingRule } from './closing';
import { readClosingState } from './closing-state';
import type { ThreadComment } from './comment';
import { shownLikes } from './likes';
import { refusalOfPick, refusalOfPin } from './highlights';
import { HIDDEN_TITLE } from './hidden-title';
import { decide, statusTo, type CommentAction } from './policy';
import { listAround } from './queries';
import { lockOver, type LockedReplies } from './locked-replies';
import { readLocks } from './stored-locks';
import { findPolicyUser, findPolicyPost, type PolicyPostFields } from './policy-context';
import { addressFor } from './submission';
import { personal, toThreadComment, type PersonalRow as Row } from './viewer-rows';

/** Further own comments are available on their own pages only. */
const MAX_OWN = 200;

type Shown = {
  body: string;
  slug: string;
  comment: ThreadComment;
  canAnswer: boolean;
  locks: readonly LockedReplies[];
};
export type OwnComment = {
  id: string;
  parentId: string | null;
  canEdit: boolean;
  pending: { body: string; bodyHtml: string; createdAt: string } | null;
  /** Not in the thread, and to be shown to this viewer as if it were. */
  shown: Shown | null;
};
export type ViewerOfThread = { canModerate: boolean; canPick: boolean; isConfirmed: boolean; own: OwnComment[] };
/** What the tools of staff say; `ofComment` follows a button's word for people who hear it, with the author for "{name}". */
export type StaffWords = Record<
  'language' | 'edit' | 'moderate' | 'pin' | 'unpin' | 'pick' | 'unpick' | 'ofComment',
  string
>;
/** As `/api/me/comments` answers: with HTML, the comments of people whom the viewer has muted, and words for staff. */
export type AnswerToViewer = {
  viewer:
    | (Omit<ViewerOfThread, 'own'> & {
        own: (Omit<OwnComment, 'shown'> & { shown: { body: string; html: string } | null })[];
        muted: string[];
        staff: StaffWords | null;
      })
    | null;
};

/** What a signed-in user may see and do in a thread beyond the cached page; loaded by an island. */
export async function findViewerOfThread(actor: Actor, postId: string, now = new Date()): Promise<ViewerOfThread> {
  const [rows, stored, user, settings, canPick] = await Promise.all([
    readDb.comment.findMany({
      where: { authorId: actor.id, postId, status: { in: ['approved', 'pending', 'shadowed'] } },
      orderBy: { createdAt: 'desc' },
      take: MAX_OWN,
      select: personal,
    }),
    findPolicyPost(readDb, postId, now),
    findPolicyUser(readDb, actor, now),
    readSettings(),
    mayPickIn(actor, postId),
  ]);
  const post = stored && (await readClosingState(stored, { rule: settings, now })).post;
  const canAnswer = post?.commentsMode === 'open' && !post.commentsLockedReason;
  const viewer = { canModerate: can(actor, 'comments.moderate'), canPick, isConfirmed: actor.emailVerified };
  if (!post?.isPublic) return { ...viewer, own: [] };
  const own = rows.map((row) => ({
    id: row.id,
    parentId: row.parentId,
    canEdit: decide('edit', { user, post, comment: row, now }).allowed,
    pending:
      row.status === 'pending'
        ? { body: row.body, bodyHtml: row.bodyHtml, createdAt: row.createdAt.toISOString() }
        : null,
    shown:
      row.status === 'shadowed'
        ? {
            body: row.body,
            slug: post.slug,
            comment: toThreadComment(row, now),
            canAnswer,
            locks: post.lockedReplies,
          }
        : null,
  }));
  return { ...viewer, own };
}

async function mayPickIn(actor: Actor, postId: string) {
  if (can(actor, 'posts.edit-any') || !can(actor, 'posts.write')) return can(actor, 'posts.edit-any');
  const where = { postId_userId: { postId, userId: actor.id } };
  return (await readDb.postAuthor.findUnique({ where, select: { postId: true } })) !== null;
}

export type CommentWithContext = NonNullable<Awaited<ReturnType<typeof findCommentFor>>>;

/** The settings on which a comment’s page depends; its caller has read them. */
type Rules = ClosingRule & Pick<Settings, 'commentOrder'>;

/** A comment with its context and permitted actions, or null. Hidden ones are for their author and moderators only. */
export async function findCommentFor(
  actor: Actor | null,
  { id, slug, settings = defaultSettings }: { id: string; slug: string; settings?: Rules },
  now = new Date(),
) {
  const found = await findWithPost({ id, slug, viewerId: actor?.id ?? '' }, now);
  if (!found) return null;
  const { isLiked, isPostAuthor } = found;
  const { post } = await readClosingState(found.post, { rule: settings, now });
  const user = await findPolicyUser(readDb, actor, now);
  const comment = { ...found.comment, status: statusTo(user, found.comment) };
  if (!(post.isPublic || can(actor, 'comments.moderate'))) return null;
  const question = { user, post, comment, isPostAuthor, now };
  const may = (action: CommentAction) => decide(action, question).allowed;
  if (comment.status !== 'approved' && !may('read-pending')) return null;
  if (post.commentsMode === 'off' && !can(actor, 'comments.moderate')) return null;
  const [{ ancestors, answers }, address] = await Promise.all([
    listAround(post.id, comment.path, can(actor, 'comments.moderate') ? '' : actor?.id),
    addressFor(comment, post, settings.commentOrder),
  ]);
  const isOwn = actor !== null && comment.authorId === actor.id;
  const isTitleShown = post.isPublic || can(actor, 'posts.edit-any');
  return {
    post: isTitleShown ? post : { ...post, title: HIDDEN_TITLE },
    comment: toThreadComment(comment, now),
    // That a rule took it for spam is not told to whom it took for a spammer.
    status: isOwn && comment.status === 'spam' && !comment.moderatedById ? 'pending' : comment.status,
    deletedBy: comment.deletedBy,
    body: comment.body,
    /** In the thread, or its own page while it is hidden. */
    address,
    ancestors,
    answers,
    /** Why nobody replies to it. */
    lock: lockOver(post.lockedReplies, comment.path),
    isOwn,
    /** For whom a hidden score is none. */
    likeCount: isOwn ? comment.likeCount : shownLikes(comment.likeCount, comment.createdAt, now),
    isLiked,
    can: {
      reply: comment.status === 'approved' && mayReply(question),
      edit: may('edit'),
      report: comment.status === 'approved' && comment.type === 'comment' && post.isPublic && !isOwn,
      like: comment.status === 'approved' && comment.type === 'comment' && !isOwn,
      deleteOwn: may('delete-own'),
      restoreOwn: may('restore-own'),
      moderate: may('approve'),
      pin: may('pin') && (comment.pinnedAt !== null || refusalOfPin(comment, 0) === null),
      pick: may('pick') && (comment.pickedAt !== null || refusalOfPick(comment) === null),
      editAny: !isOwn && comment.format === 'markdown' && may('edit-any'),
    },
  };
}

type Moment =
  'createdAt' | 'editedAt' | 'moderatorEditedAt' | 'deletedAt' | 'pinnedAt' | 'pickedAt' | 'publishAt' | 'unpublishAt';

/** Databases return dates and numbers in different forms. */
type Joined = Omit<PlainRow & PlainPost, Moment | 'depth' | 'likeCount'> & {
  depth: number | bigint;
  likeCount: number | bigint;
  ownLikes: number | bigint;
  /** Of the viewer's own: the number that they are shown has it all the same. */
  uncountedLikes: number | bigint;
  ownPosts: number | bigint;
  commentCount: number | bigint;
  userName: string | null;
  userSlug: string | null;
  avatarSeed: string | null;
  role: string | null;
} & Record<Moment, Date | string | null>;

// One statement instead of Prisma's three: permalinks are visited often.
async function findWithPost(
  { id, slug, viewerId }: { id: string; slug: string; viewerId: string },
  now: Date,
): Promise<{ comment: Row; post: PolicyPostFields; isLiked: boolean; isPostAuthor: boolean } | null> {
  const [row] = await readDb.$queryRaw<Joined[]>`
    SELECT c."id", c."postId", c."parentId", c."path", c."depth", c."type", c."status", c."deletedBy", c."deletedAt",
      c."authorId", c."moderatedById", c."authorName", c."authorUrl", c."format", c."body", c."bodyHtml", c."createdAt", c."editedAt",
      c."moderatorEditedAt", c."likeCount", c."pinnedAt", c."pickedAt",
      (SELECT COUNT(*) FROM "CommentLike" l WHERE l."commentId" = c."id" AND l."userId" = ${viewerId}) AS "ownLikes",
      (SELECT COUNT(*) FROM "CommentLike" l
        WHERE l."commentId" = c."id" AND l."userId" = ${viewerId} AND NOT l."counts") AS "uncountedLikes",
      (SELECT COUNT(*) FROM "PostAuthor" a WHERE a."postId" = c."postId" AND a."userId" = ${viewerId}) AS "ownPosts",
      u."name" AS "userName", CASE WHEN u."hasProfile" THEN u."slug" END AS "userSlug", u."avatarSeed", u."role",
      p."title", p."slug", p."status" AS "postStatus", p."publishAt", p."unpublishAt", p."commentsMode",
      p."commentsClosing", p."commentsLockedReason", p."lockedReplies", p."commentCount"
    FROM "Comment" c JOIN "Post" p ON p."id" = c."postId" LEFT JOIN "User" u ON u."id" = c."authorId"
    WHERE c."id" = ${id} AND p."slug" = ${slug}`;
  if (!row) return null;
  const {
    userName,
    userSlug,
    avatarSeed,
    role,
    title,
    postStatus,
    commentsMode,
    commentsClosing,
    commentsLockedReason,
    lockedReplies,
    ...rest
  } = row;
  const times = { publishAt: dateOf(row.publishAt), unpublishAt: dateOf(row.unpublishAt) };
  const state = { status: postStatus, ...times };
  const author =
    userName === null
      ? null
      : { name: userName, slug: userSlug ?? '', hasProfile: userSlug !== null, avatarSeed: avatarSeed!, role: role! };
  const commentCount = Number(row.commentCount);
  return {
    isLiked: Number(row.ownLikes) > 0,
    isPostAuthor: Number(row.ownPosts) > 0,
    comment: {
      ...rest,
      author,
      depth: Number(row.depth),
      likeCount: Number(row.likeCount) + Number(row.uncountedLikes),
      createdAt: dateOf(row.createdAt)!,
      editedAt: dateOf(row.editedAt),
      moderatorEditedAt: dateOf(row.moderatorEditedAt),
      deletedAt: dateOf(row.deletedAt),
      pinnedAt: dateOf(row.pinnedAt),
      pickedAt: dateOf(row.pickedAt),
    },
    post: {
      ...state,
      id: row.postId,
      slug: row.slug,
      title,
      commentsMode,
      commentsClosing,
      commentsLockedReason,
      lockedReplies: readLocks(lockedReplies),
      commentCount,
      isPublic: isPublic(state, now),
    },
  };
}

function dateOf(value: Date | string | null) {
  return value === null ? null : new Date(value);
}

// Signed-out and unconfirmed users see the form too: their text is saved as a draft.
function mayReply(question: Parameters<typeof decide>[1]) {
  const isBanned = question.user?.isBanned ?? false;
  const willing = { id: '', role: 'reader' as const, isConfirmed: true, isBanned, restriction: null };
  return decide('create', { ...question, user: willing }).allowed;
}

type PlainRow = Omit<Row, 'author'>;
type PlainPost = Pick<
  PolicyPostFields,
  'title' | 'slug' | 'commentsMode' | 'commentsClosing' | 'commentsLockedReason'
> & {
  postStatus: string;
  lockedReplies: string | null;
};
