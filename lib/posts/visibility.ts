import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { Prisma } from '@/prisma/generated/sqlite/client';
import type { PostState } from './post';

type Timed = { status: string; publishAt: Date | null; unpublishAt: Date | null };

export type Viewer = Pick<Actor, 'id' | 'role'> | null;

/** Whether a post is public now, to every viewer. One rule in four forms, compared by visibility.test.ts; needs no job. */
export function isPublic(post: Timed, now: Date, _viewer: Viewer = null) {
  return postStateOf(post, now) === 'Published';
}

/** The same as a Prisma condition. */
export function publicWhere(now = new Date()) {
  return {
    status: 'published',
    publishAt: { lte: now },
    OR: [{ unpublishAt: null }, { unpublishAt: { gt: now } }],
  } satisfies Prisma.PostWhereInput;
}

/** The same in SQL, for a row of "Post" aliased as p. */
export function publicSql(now = new Date()) {
  return Prisma.sql`(p."status" = 'published' AND p."publishAt" <= ${now}
    AND (p."unpublishAt" IS NULL OR p."unpublishAt" > ${now}))`;
}

/** The same for "PostTag" and "PostAuthor" rows, to which triggers copy the times. */
export function listedWhere(now = new Date()) {
  return { listedAt: { lte: now }, OR: [{ listedUntil: null }, { listedUntil: { gt: now } }] };
}

/** The same in SQL, for such a row aliased as p. */
export function listedSql(now = new Date()) {
  return Prisma.sql`(p."listedAt" <= ${now} AND (p."listedUntil" IS NULL OR p."listedUntil" > ${now}))`;
}

/** When time alone next changes the post's visibility, or null. */
export function nextChangeOf(post: Timed, now: Date): Date | null {
  const state = postStateOf(post, now);
  if (state === 'Scheduled') return post.publishAt;
  return state === 'Published' ? post.unpublishAt : null;
}

export function postStateOf(post: Timed, now: Date): PostState {
  if (post.status === 'trashed') return 'Trash';
  if (post.status === 'private') return 'Private';
  if (post.status === 'review') return 'In review';
  if (post.status !== 'published' || !post.publishAt) return 'Draft';
  if (post.publishAt > now) return 'Scheduled';
  return post.unpublishAt && post.unpublishAt <= now ? 'Expired' : 'Published';
}
