import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { HIDDEN_TITLE } from '@/lib/comments/hidden-title';
import { openFields } from '@/lib/comments/services/akismet';
import { verdictSelect, verdictSentence } from '@/lib/comments/verdicts';
import { readDb } from '@/lib/database/db';
import { listMuted } from '@/lib/mutes/queries';
import { exportNotes } from '@/lib/notes/queries';
import { env } from '@/lib/platform/env';
import { exportNotifications } from '@/lib/notifications/own-data';
import { openableBy } from '@/lib/posts/post-access';
import { exportSavedFilters } from '@/lib/saved-filters/queries';
import { paths } from '@/lib/web/paths';
import { notInExport } from './personal-data';

export async function exportOwnData(actor: Actor) {
  const [
    profile,
    sessions,
    identities,
    passkeys,
    comments,
    decisions,
    posts,
    likes,
    mentions,
    reactions,
    notifications,
    reports,
    muted,
    editorNotes,
    savedFilters,
  ] = await Promise.all([
    readDb.user.findUniqueOrThrow({
      where: { id: actor.id },
      select: {
        id: true,
        name: true,
        email: true,
        emailVerifiedAt: true,
        slug: true,
        bio: true,
        website: true,
        dashboardLanguage: true,
        role: true,
        createdAt: true,
      },
    }),
    readDb.session.findMany({
      where: { userId: actor.id },
      orderBy: { createdAt: 'asc' },
      select: { userAgent: true, createdAt: true, lastSeenAt: true, revokedAt: true },
    }),
    readDb.account.findMany({ where: { userId: actor.id }, select: { provider: true, createdAt: true } }),
    readDb.passkey.findMany({
      where: { userId: actor.id },
      select: { name: true, createdAt: true, lastUsedAt: true },
    }),
    listOwnComments(actor),
    listDecisions(actor),
    readDb.postAuthor.findMany({
      where: { userId: actor.id },
      select: { post: { select: { title: true, slug: true, status: true, publishAt: true } } },
    }),
    listOwnLikes(actor),
    listOwnMentions(actor),
    listOwnReactions(actor),
    exportNotifications(actor),
    listOwnReports(actor),
    listMuted(actor),
    exportNotes(actor),
    exportSavedFilters(actor),
  ]);
  return {
    site: env().siteUrl,
    exportedAt: new Date(),
    profile,
    sessions,
    identities,
    passkeys,
    posts: posts.map(({ post }) => ({ ...post, address: absolute(paths.post(post.slug)) })),
    comments,
    decisions,
    likes,
    mentions,
    reactions,
    notifications,
    reports,
    muted: muted.map(({ name }) => name),
    editorNotes,
    savedFilters,
    notInThisFile: notInExport(),
  };
}

/** With what they said before they were changed, what kept them from being published, and what Akismet was sent. */
async function listOwnComments(actor: Actor) {
  const [comments, openable] = await Promise.all([
    readDb.comment.findMany({
      where: { authorId: actor.id },
      orderBy: { createdAt: 'asc' },
      select: {
        id: true,
        status: true,
        body: true,
        format: true,
        createdAt: true,
        editedAt: true,
        verdict: { select: { ...verdictSelect, createdAt: true } },
        check: { select: { sealed: true, checkedAt: true } },
        revisions: { orderBy: { revision: 'asc' }, select: { body: true, createdAt: true, byModerator: true } },
        correction: { select: { quote: true, replacement: true, status: true, note: true } },
        post: { select: { title: true, slug: true } },
      },
    }),
    readDb.comment.findMany({ where: { authorId: actor.id, post: openableBy(actor) }, select: { id: true } }),
  ]);
  const shown = new Set(openable.map(({ id }) => id));
  const checks = await Promise.all(comments.map(({ check }) => check && openCheck(check)));
  return comments.map(({ post, revisions, verdict, status, check: _sealed, ...comment }, at) => ({
    ...comment,
    // Their author is not told, or a shadow would be none.
    status: status === 'shadowed' ? 'approved' : status,
    sentToAkismet: checks[at] ?? null,
    verdict: verdict && status !== 'shadowed' && { sentence: verdictSentence(verdict), createdAt: verdict.createdAt },
    earlier: revisions.map(({ createdAt, ...version }) => ({ ...version, replacedAt: createdAt })),
    post: shown.has(comment.id) ? post.title : HIDDEN_TITLE,
    address: shown.has(comment.id) ? absolute(paths.comment(post.slug, comment.id)) : '',
  }));
}

async function openCheck({ sealed, checkedAt }: { sealed: string; checkedAt: Date }) {
  const fields = await openFields(sealed);
  return fields && { fields, sentAt: checkedAt };
}

/** What they were told about the removal of their comments, and what they said against it. */
function listDecisions(actor: Actor) {
  return readDb.commentStatement.findMany({
    where: { userId: actor.id },
    orderBy: { id: 'asc' },
    select: {
      commentId: true,
      reason: true,
      explanation: true,
      wasHeldBySoftware: true,
      createdAt: true,
      appeal: true,
      appealedAt: true,
      appealStatus: true,
      appealAnswer: true,
      appealDecidedAt: true,
    },
  });
}

function listOwnReports(actor: Actor) {
  return readDb.commentReport.findMany({
    where: { reporterId: actor.id },
    orderBy: { createdAt: 'asc' },
    select: { commentId: true, reason: true, text: true, status: true, createdAt: true, decidedAt: true },
  });
}

/** The address of a comment only where its post may be opened: addresses are made of titles. */
async function listOwnLikes(actor: Actor) {
  const [likes, openable] = await Promise.all([
    readDb.commentLike.findMany({
      where: { userId: actor.id },
      orderBy: { createdAt: 'asc' },
      select: { commentId: true, createdAt: true },
    }),
    readDb.commentLike.findMany({
      where: { userId: actor.id, comment: { post: openableBy(actor) } },
      select: { commentId: true, comment: { select: { post: { select: { slug: true } } } } },
    }),
  ]);
  const slugs = new Map(openable.map(({ commentId, comment }) => [commentId, comment.post.slug]));
  return likes.map(({ commentId, createdAt }) => {
    const slug = slugs.get(commentId);
    return { createdAt, comment: slug === undefined ? '' : absolute(paths.comment(slug, commentId)) };
  });
}

/** The comments that mention the actor; without those that others do not see, which are not theirs. */
async function listOwnMentions(actor: Actor) {
  const mentions = await readDb.commentMention.findMany({
    where: { userId: actor.id, comment: { status: 'approved', post: openableBy(actor) } },
    orderBy: { createdAt: 'asc' },
    select: {
      typed: true,
      createdAt: true,
      commentId: true,
      comment: { select: { post: { select: { slug: true } } } },
    },
  });
  return mentions.map(({ typed, createdAt, commentId, comment }) => ({
    typed,
    createdAt,
    comment: absolute(paths.comment(comment.post.slug, commentId)),
  }));
}

async function listOwnReactions(actor: Actor) {
  const [reactions, openable] = await Promise.all([
    readDb.postReaction.findMany({
      where: { userId: actor.id },
      orderBy: { createdAt: 'asc' },
      select: { postId: true, kind: true, createdAt: true },
    }),
    readDb.postReaction.findMany({
      where: { userId: actor.id, post: openableBy(actor) },
      select: { postId: true, post: { select: { slug: true } } },
    }),
  ]);
  const slugs = new Map(openable.map(({ postId, post }) => [postId, post.slug]));
  return reactions.map(({ postId, kind, createdAt }) => {
    const slug = slugs.get(postId);
    return { kind, createdAt, post: slug === undefined ? '' : absolute(paths.post(slug)) };
  });
}

function absolute(path: string) {
  return `${env().siteUrl}${path}`;
}
