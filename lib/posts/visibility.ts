import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { Prisma } from '@/prisma/generated/sqlite/client';
import type { PostState } from './post';

type Timed = { status: string; publishAt: Date | null; unpublishAt: Date | null };

/** The reader, if known; null for anyone. */
export type Viewer = Pick<Actor, 'id' | 'role'> | null;

/**
 * Whether a post is there for this viewer. This, `publicWhere`, `publicSql` and the columns that triggers keep for lists are
 * one rule in four forms, which tests/integration/posts/visibility.test.ts compares. No job has to run for a post to appear.
 * Every viewer sees the same posts: none is for members only.
 */
export function isPublic(post: Timed, now: Date, _viewer: Viewer = null) {
  return postStateOf(post, now) === 'Published';
}

/** The same as a condition of a query. */
export function publicWhere(now = new Date()) {
  return {
    status: 'published',
    publishAt: { lte: now },
    OR: [{ unpublishAt: null }, { unpublishAt: { gt: now } }],
  } satisfies Prisma.PostWhereInput;
}

/** The same in SQL, of a row of "Post" that is called p. */
export function publicSql(now = new Date()) {
  return Prisma.sql`(p."status" = 'published' AND p."publishAt" <= ${now}
    AND (p."unpublishAt" IS NULL OR p."unpublishAt" > ${now}))`;
}

/** The same of the rows that tie a post (and no page) to its tags and authors: triggers copy the times to them. */
export function listedWhere(now = new Date()) {
  return { listedAt: { lte: now }, OR: [{ listedUntil: null }, { listedUntil: { gt: now } }] };
}

/** The same in SQL, of a row of "PostTag" or "PostAuthor" that is called p. */
export function listedSql(now = new Date()) {
  return Prisma.sql`(p."listedAt" <= ${now} AND (p."listedUntil" IS NULL OR p."listedUntil" > ${now}))`;
}

/** When time alone makes the post appear or vanish next. */
export function nextChangeOf(post: Timed, now: Date): Date | null {
  const state = postStateOf(post, now);
  if (state === 'Scheduled') return post.publishAt;
  return state === 'Published' ? post.unpublishAt : null;
}

/** What a post is at this moment, in the words of the screens. */
export function postStateOf(post: Timed, now: Date): PostState {
  if (post.status === 'trashed') return 'Trash';
  if (post.status === 'private') return 'Private';
  if (post.status !== 'published' || !post.publishAt) return 'Draft';
  if (post.publishAt > now) return 'Scheduled';
  return post.unpublishAt && post.unpublishAt <= now ? 'Expired' : 'Published';
}
