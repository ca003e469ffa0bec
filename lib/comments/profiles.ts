import 'server-only';
import { readDb } from '@/lib/database/db';
import { publicWhere } from '@/lib/posts/visibility';
import { paths } from '@/lib/web/paths';
import { commentExcerpt } from './plain-text';

const PAGE_SIZE = 20;
const MAX_EXCERPT = 400;

export type ProfileComment = Awaited<ReturnType<typeof listCommentsOf>>['comments'][number];

/** Whose profile stands at an address; null if nobody's, or if they have switched it off. */
export function findProfile(slug: string) {
  return readDb.user.findFirst({
    where: { slug, hasProfile: true, deletedAt: null },
    select: { id: true, name: true, slug: true, avatarSeed: true, role: true, createdAt: true },
  });
}

/** The profile of an author whose page was at an address before; null if there is none. */
export async function findMovedProfile(formerSlug: string) {
  const moved = await readDb.redirect.findUnique({
    where: { from: paths.author(formerSlug) },
    select: { to: true, status: true },
  });
  const base = paths.author('');
  if (!moved?.to.startsWith(base) || moved.status === 410) return null;
  return findProfile(decodeURIComponent(moved.to.slice(base.length)));
}

/** A page of what somebody wrote that everybody can read, newest first; `next` continues after it. */
export async function listCommentsOf(authorId: string, after = '') {
  const last = after
    ? await readDb.comment.findFirst({ where: { id: after, authorId }, select: { id: true, createdAt: true } })
    : null;
  const rows = await readDb.comment.findMany({
    where: {
      authorId,
      status: 'approved',
      type: 'comment',
      post: publicWhere(),
      ...(last
        ? { OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }] }
        : {}),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
    select: { id: true, bodyHtml: true, createdAt: true, post: { select: { title: true, slug: true } } },
  });
  const page = rows.slice(0, PAGE_SIZE);
  const comments = page.map(({ bodyHtml, ...row }) => {
    const text = commentExcerpt(bodyHtml);
    return { ...row, excerpt: text.length > MAX_EXCERPT ? `${text.slice(0, MAX_EXCERPT).trimEnd()} …` : text };
  });
  return { comments, next: rows.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null };
}
