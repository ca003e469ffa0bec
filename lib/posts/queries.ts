import 'server-only';
import { reader } from '@/lib/db';
import type { Prisma } from '@/prisma/generated/sqlite/client';

const teaser = { id: true, slug: true, title: true, subtitle: true, publishAt: true } satisfies Prisma.PostSelect;
const publicPost = {
  ...teaser,
  renderedHtml: true,
  commentCount: true,
  commentsMode: true,
} satisfies Prisma.PostSelect;

export type PostTeaser = Prisma.PostGetPayload<{ select: typeof teaser }>;
export type PublicPost = Prisma.PostGetPayload<{ select: typeof publicPost }>;

/** What everybody may see now. Visibility is this condition and nothing else: no job has to run for a post to appear. */
export function isPublicNow(now = new Date()) {
  return {
    status: 'published',
    publishAt: { lte: now },
    OR: [{ unpublishAt: null }, { unpublishAt: { gt: now } }],
  } satisfies Prisma.PostWhereInput;
}

/** The newest public posts. */
export function listPublicPosts(take: number): Promise<PostTeaser[]> {
  return reader.post.findMany({
    where: { type: 'post', ...isPublicNow() },
    orderBy: [{ publishAt: 'desc' }, { id: 'desc' }],
    take,
    select: teaser,
  });
}

export function findPublicPost(slug: string): Promise<PublicPost | null> {
  return reader.post.findFirst({ where: { slug, ...isPublicNow() }, select: publicPost });
}
