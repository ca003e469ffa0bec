import 'server-only';
import { readDb } from '@/lib/database/db';
import { listedWhere, publicWhere } from '../visibility';
import { titleOf } from '../title';

export const MENU_SECTIONS = 6;

export type TagSubject = { id: string; slug: string; name: string; description: string };
export type AuthorSubject = {
  id: string;
  slug: string;
  name: string;
  bio: string;
  website: string;
  avatarSeed: string;
};
export type Menu = { sections: { name: string; slug: string }[]; pages: { title: string; slug: string }[] };

/** A tag with at least one public post, or null. */
export async function findTag(slug: string): Promise<TagSubject | null> {
  const tag = await readDb.tag.findUnique({
    where: { slug },
    select: { id: true, slug: true, name: true, description: true },
  });
  if (!tag) return null;
  const used = await readDb.postTag.findFirst({ where: { tagId: tag.id, ...listedWhere() }, select: { postId: true } });
  return used && tag;
}

/** An author with at least one public post, or null. */
export async function findAuthor(slug: string): Promise<AuthorSubject | null> {
  const author = await readDb.user.findUnique({
    where: { slug },
    select: { id: true, slug: true, name: true, bio: true, website: true, avatarSeed: true },
  });
  if (!author) return null;
  const written = await readDb.postAuthor.findFirst({
    where: { userId: author.id, ...listedWhere() },
    select: { postId: true },
  });
  return written && author;
}

/** The public pages above a page, from the top, as its slug names them. */
export async function findPagesAbove(slug: string): Promise<{ title: string; slug: string }[]> {
  const parts = slug.split('/');
  if (parts.length === 1) return [];
  const rows = await readDb.post.findMany({
    where: { type: 'page', slug: { in: parts.map((_, at) => parts.slice(0, at).join('/')) }, ...publicWhere() },
    select: { title: true, slug: true },
  });
  return rows
    .toSorted((a, b) => a.slug.length - b.slug.length)
    .map((page) => ({ title: titleOf(page), slug: page.slug }));
}

/** The tags with the most public posts, and the menu pages in the owner's order. */
export async function findMenu(sections: number): Promise<Menu> {
  const [counts, pages] = await Promise.all([
    readDb.postTag.groupBy({
      by: ['tagId'],
      where: listedWhere(),
      _count: { postId: true },
      orderBy: [{ _count: { postId: 'desc' } }, { tagId: 'asc' }],
      take: sections,
    }),
    readDb.post.findMany({
      where: { type: 'page', parentId: null, ...publicWhere() },
      orderBy: [{ menuOrder: 'asc' }, { title: 'asc' }, { id: 'asc' }],
      take: 12,
      select: { title: true, slug: true },
    }),
  ]);
  const tags = await readDb.tag.findMany({
    where: { id: { in: counts.map(({ tagId }) => tagId) } },
    select: { id: true, name: true, slug: true },
  });
  const ordered = counts.flatMap(({ tagId }) => tags.find((tag) => tag.id === tagId) ?? []);
  return {
    sections: ordered.map(({ name, slug }) => ({ name, slug })),
    pages: pages.map((page) => ({ title: titleOf(page), slug: page.slug })),
  };
}
