import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { HIDDEN_TITLE } from '@/lib/comments/hidden-title';
import { readDb } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { openableBy } from '@/lib/posts/post-access';
import { paths } from '@/lib/web/paths';

export async function exportOwnData(actor: Actor) {
  const [profile, sessions, identities, comments, openable, posts, likes, reactions] = await Promise.all([
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
        correction: { select: { quote: true, replacement: true, status: true, note: true } },
        post: { select: { title: true, slug: true } },
      },
    }),
    readDb.comment.findMany({ where: { authorId: actor.id, post: openableBy(actor) }, select: { id: true } }),
    readDb.postAuthor.findMany({
      where: { userId: actor.id },
      select: { post: { select: { title: true, slug: true, status: true, publishAt: true } } },
    }),
    listOwnLikes(actor),
    listOwnReactions(actor),
  ]);
  const shown = new Set(openable.map(({ id }) => id));
  return {
    site: env().siteUrl,
    exportedAt: new Date(),
    profile,
    sessions,
    identities,
    posts: posts.map(({ post }) => ({ ...post, address: absolute(paths.post(post.slug)) })),
    comments: comments.map(({ post, ...comment }) => ({
      ...comment,
      post: shown.has(comment.id) ? post.title : HIDDEN_TITLE,
      address: shown.has(comment.id) ? absolute(paths.comment(post.slug, comment.id)) : '',
    })),
    likes: likes.map(({ createdAt, comment: { id, post } }) => ({
      createdAt,
      comment: absolute(paths.comment(post.slug, id)),
    })),
    reactions: reactions.map(({ post, ...reaction }) => ({ ...reaction, post: absolute(paths.post(post.slug)) })),
  };
}

function listOwnLikes({ id: userId }: Actor) {
  return readDb.commentLike.findMany({
    where: { userId },
    orderBy: { createdAt: 'asc' },
    select: { createdAt: true, comment: { select: { id: true, post: { select: { slug: true } } } } },
  });
}

function listOwnReactions({ id: userId }: Actor) {
  return readDb.postReaction.findMany({
    where: { userId },
    orderBy: { createdAt: 'asc' },
    select: { kind: true, createdAt: true, post: { select: { slug: true } } },
  });
}

function absolute(path: string) {
  return `${env().siteUrl}${path}`;
}
