import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { reader } from '@/lib/db';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import type { ThreadComment } from './comment';
import { decide, type CommentAct } from './policy';
import { listAncestors, listDescendants } from './queries';
import { findPerson, findPostFacts } from './standing';
import { addressFor } from './submission';

/** More of one's own under one post than this, and the island leaves the rest to the comments' own pages. */
const MAX_OWN = 200;

const personal = {
  id: true,
  postId: true,
  parentId: true,
  path: true,
  depth: true,
  type: true,
  status: true,
  deletedBy: true,
  deletedAt: true,
  authorId: true,
  authorName: true,
  authorUrl: true,
  body: true,
  bodyHtml: true,
  createdAt: true,
  editedAt: true,
  moderationNote: true,
  author: { select: { name: true, slug: true, avatarSeed: true, role: true } },
} as const;

export type OwnComment = {
  id: string;
  parentId: string | null;
  canEdit: boolean;
  held: { bodyHtml: string; createdAt: string } | null;
};
export type ViewerOfThread = { canModerate: boolean; isConfirmed: boolean; own: OwnComment[] };

/** What one signed-in person may see and do in a thread beyond what everybody may: asked for by an island of the page. */
export async function findViewerOfThread(actor: Actor, postId: string, now = new Date()): Promise<ViewerOfThread> {
  const [rows, post, person] = await Promise.all([
    reader.comment.findMany({
      where: { authorId: actor.id, postId, status: { in: ['approved', 'pending'] } },
      orderBy: { createdAt: 'desc' },
      take: MAX_OWN,
      select: personal,
    }),
    findPostFacts(reader, postId, now),
    findPerson(reader, actor, now),
  ]);
  const viewer = { canModerate: can(actor, 'comments.moderate'), isConfirmed: actor.emailVerified };
  if (!post?.isPublic) return { ...viewer, own: [] };
  const own = rows.map((row) => ({
    id: row.id,
    parentId: row.parentId,
    canEdit: decide('edit', { person, post, comment: row, now }).allowed,
    held: row.status === 'pending' ? { bodyHtml: row.bodyHtml, createdAt: row.createdAt.toISOString() } : null,
  }));
  return { ...viewer, own };
}

export type CommentOnItsOwn = NonNullable<Awaited<ReturnType<typeof findCommentFor>>>;

/**
 * One comment in its context, with what this person may do to it; null where it is not for them. What waits, was hidden
 * or deleted opens for its author and for moderators alone.
 */
export async function findCommentFor(
  actor: Actor | null,
  { id, slug }: { id: string; slug: string },
  now = new Date(),
) {
  const comment = await reader.comment.findFirst({ where: { id, post: { slug } }, select: personal });
  if (!comment) return null;
  const post = await findPostFacts(reader, comment.postId, now);
  const person = await findPerson(reader, actor, now);
  if (!post || !(post.isPublic || can(actor, 'comments.moderate'))) return null;
  const question = { person, post, comment, now };
  const may = (act: CommentAct) => decide(act, question).allowed;
  if (comment.status !== 'approved' && !may('read-held')) return null;
  if (post.commentsMode === 'off' && !can(actor, 'comments.moderate')) return null;
  const [ancestors, answers, address] = await Promise.all([
    listAncestors(post.id, comment.path),
    listDescendants(post.id, comment.path),
    addressFor(comment, post),
  ]);
  return {
    post,
    comment: toThreadComment(comment),
    status: comment.status,
    deletedBy: comment.deletedBy,
    body: comment.body,
    /** Where it stands in the conversation; its own page while nobody else sees it. */
    address,
    ancestors,
    answers,
    isOwn: actor !== null && comment.authorId === actor.id,
    can: {
      reply: comment.status === 'approved' && mayReply(question),
      edit: may('edit'),
      deleteOwn: may('delete-own'),
      restoreOwn: may('restore-own'),
      moderate: may('approve'),
    },
  };
}

// Somebody who is not signed in, or has not confirmed yet, is shown the form all the same: what they write is kept.
function mayReply(question: Parameters<typeof decide>[1]) {
  const willing = { id: '', role: 'reader' as const, isConfirmed: true, isBanned: question.person?.isBanned ?? false };
  return decide('create', { ...question, person: willing }).allowed;
}

type Row = Prisma.CommentGetPayload<{ select: typeof personal }>;

function toThreadComment(row: Row): ThreadComment {
  return {
    id: row.id,
    parentId: row.parentId,
    path: row.path,
    depth: row.depth,
    state: 'shown',
    author: {
      id: row.authorId,
      name: row.author?.name ?? row.authorName,
      slug: row.author?.slug ?? null,
      avatarSeed: row.author?.avatarSeed ?? row.authorName,
      role: row.author?.role ?? null,
      url: row.authorUrl,
    },
    bodyHtml: row.bodyHtml,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
  };
}
