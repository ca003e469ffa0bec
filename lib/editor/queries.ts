import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { visibleTo } from '@/lib/media/visibility';
import { parseVariants } from '@/lib/images/variants';
import { paths } from '@/lib/web/paths';
import { openableBy } from '@/lib/posts/post-access';
import type { Prisma } from '@/prisma/generated/sqlite/client';

/** Tag names to choose from, the most used first. */
export async function listTagNames(actor: Actor) {
  const rows = await readDb.tag.findMany({
    where: knownTags(actor),
    orderBy: [{ posts: { _count: 'desc' } }, { name: 'asc' }],
    take: 500,
    select: { name: true },
  });
  return rows.map(({ name }) => name);
}

export async function findCover(id: string | null) {
  if (!id) return null;
  const media = await readDb.media.findUnique({
    where: { id },
    select: { variants: true, width: true, height: true },
  });
  if (!media) return null;
  const variants = parseVariants(media.variants);
  const fitting = variants.find(({ width }) => width >= 640) ?? variants.at(-1);
  return fitting ? { src: paths.upload(fitting.path), width: fitting.width, height: fitting.height } : null;
}

/** The newest images by name, and those that are chosen. */
export async function listImageNames(actor: Actor, chosen: string[]) {
  if (!can(actor, 'media.upload')) return [];
  const select = { id: true, fileName: true, alt: true } as const;
  const [newest, current] = await Promise.all([
    readDb.media.findMany({
      where: { deletedAt: null, AND: [visibleTo(actor)] },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 60,
      select,
    }),
    chosen.length > 0 ? readDb.media.findMany({ where: { id: { in: chosen } }, select }) : [],
  ]);
  const all = new Map([...current, ...newest].map((row) => [row.id, row]));
  return [...all.values()].map(({ id, fileName, alt }) => ({ id, name: [fileName, alt].filter(Boolean).join(' — ') }));
}

export function listTagsInUse(actor: Actor) {
  return readDb.tag.findMany({
    where: { posts: { some: {} }, ...knownTags(actor) },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
    select: { id: true, name: true },
  });
}

function knownTags(actor: Actor): Prisma.TagWhereInput {
  return can(actor, 'posts.edit-any') ? {} : { posts: { some: { post: openableBy(actor) } } };
}
