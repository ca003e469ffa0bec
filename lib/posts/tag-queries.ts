import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { reader } from '@/lib/db';
import { slugify } from './slugs';

const PAGE = 50;
const shown = { id: true, slug: true, name: true, description: true, _count: { select: { posts: true } } } as const;

export type ListedTag = Awaited<ReturnType<typeof listTags>>['tags'][number];

/** All tags by their addresses, a page at a time: those whose address holds `search`, after the address `after`. */
export async function listTags(actor: Actor, { search, after }: { search: string; after: string }) {
  requireCapability(actor, 'posts.edit-any');
  const rows = await reader.tag.findMany({
    where: { slug: { contains: slugify(search), gt: after } },
    orderBy: { slug: 'asc' },
    take: PAGE + 1,
    select: shown,
  });
  const tags = rows.slice(0, PAGE).map(counted);
  return { tags, next: rows.length > PAGE ? tags.at(-1)?.slug : undefined };
}

/** One tag as its own page in the admin shows it; null if there is none. */
export async function findTag(actor: Actor, id: string) {
  requireCapability(actor, 'posts.edit-any');
  const row = await reader.tag.findUnique({ where: { id }, select: shown });
  return row && counted(row);
}

function counted<T extends { _count: { posts: number } }>({ _count, ...tag }: T) {
  return { ...tag, postCount: _count.posts };
}
