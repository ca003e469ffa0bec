import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { readDb, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { paths } from '@/lib/web/paths';
import { editableBy, fieldsOfPost, provisionalSlug, type EditablePost } from '../editing/post-record';
import type { PostFields } from '../fields/fields';
import { wasEverPublic } from '../post';
import { storeRedirect } from './address-moves';
import { depthOf, folderOf, MAX_DEPTH } from './slugs';

const MAX_PAGES = 1_000;
/** Of a level, when the pages below others are counted. */
const MAX_BELOW = 500;
/** Enough for any line of parents; one that has no end is a circle. */
const MAX_STEPS = 2 * MAX_DEPTH;

/**
 * Pages that a page may stand below: published ones, none of them below it. The one above it now is always among them, or
 * a form that offers the others would move the page.
 */
export async function listParents(actor: Actor, page: { id: string; parentId: string | null }) {
  const rows = await readDb.post.findMany({
    where: { type: 'page', OR: [{ status: 'published', AND: [editableBy(actor)] }, { id: page.parentId ?? '' }] },
    orderBy: { slug: 'asc' },
    take: MAX_PAGES,
    select: { id: true, title: true, slug: true, parentId: true },
  });
  const above = new Map(rows.map(({ id, parentId }) => [id, parentId]));
  const isBelow = (id: string) => {
    let at: string | null = id;
    for (let step = 0; at !== null && step < MAX_STEPS; step += 1) {
      if (at === page.id) return true;
      at = above.get(at) ?? null;
    }
    return false;
  };
  return rows
    .filter(({ id, slug }) => depthOf(slug) < MAX_DEPTH && !isBelow(id))
    .map(({ id, title, slug }) => ({ id, name: `${title || slug} (${paths.post(slug)})`, address: paths.post(slug) }));
}

/** The slug of the page above; "" for none. Throws if this page cannot stand there. */
export async function requireParent(post: { id: string; slug: string }, parentId: string | null): Promise<string> {
  if (!parentId) return '';
  const parent = await readDb.post.findFirst({
    where: { id: parentId, type: 'page', status: { not: 'trashed' } },
    select: { slug: true },
  });
  if (!parent || parent.slug === provisionalSlug(parentId))
    throw wrongParent('This parent page does not exist any more, or was never published. Choose another one.');
  if (await isWithin(parentId, post.id)) throw wrongParent('A page cannot stand below itself. Choose another parent.');
  const depth = depthOf(parent.slug) + (await heightOf(post));
  if (depth > MAX_DEPTH)
    throw wrongParent(`At most ${MAX_DEPTH} pages can stand one below the other. Choose a parent further up.`);
  return parent.slug;
}

/** The slug as it is stored, with that of the parent; unchanged where neither was changed. */
export async function storedSlug(tx: Tx, post: EditablePost, fields: Pick<PostFields, 'slug' | 'parentId'>) {
  if (fields.slug === '') return provisionalSlug(post.id);
  const present = fieldsOfPost(post);
  if (fields.slug === present.slug && fields.parentId === present.parentId) return post.slug;
  // A post that had readers keeps its folder until it is published again.
  if (post.type !== 'page') return withParent(folderOf(post.slug), fields.slug);
  const parent = fields.parentId
    ? await tx.post.findUnique({ where: { id: fields.parentId }, select: { slug: true } })
    : null;
  return withParent(parent?.slug ?? '', fields.slug);
}

/** `parent`: the slug of the page above, or "". */
export function withParent(parent: string, slug: string) {
  return parent === '' ? slug : `${parent}/${slug}`;
}

/** Takes the pages below with a page that has moved; their old addresses redirect. */
export async function movePagesBelow(tx: Tx, { before, after }: { before: string; after: string }, actorId: string) {
  if (before === after) return;
  const rows = await tx.post.findMany({
    where: { type: 'page', slug: { startsWith: `${before}/` } },
    orderBy: { slug: 'asc' },
    select: { id: true, slug: true, firstPublishedAt: true, updatedAt: true },
  });
  const now = new Date();
  const pages = rows.map(({ slug, ...row }) => {
    return { ...row, slugBefore: slug, slug: after + slug.slice(before.length) };
  });
  for (const { id, slugBefore, slug, firstPublishedAt, updatedAt } of pages) {
    const data = { slug, version: { increment: 1 }, updatedAt };
    await tx.post.update({ where: { id }, data, select: { id: true } });
    const move = { from: paths.post(slugBefore), to: paths.post(slug) };
    if (wasEverPublic({ firstPublishedAt }, now)) await storeRedirect(tx, { ...move, postId: id, tagId: null });
  }
  const moved = pages.map(({ id, slugBefore, slug }) => ({ id, slugBefore, slug }));
  if (moved.length > 0) emit(tx, { type: 'pages.moved', actorId, pages: moved });
}

/** The pages below each of these, at any level, but for those in the trash; the caller knows that the actor may see these. */
export async function listPagesBelow(ids: readonly string[]): Promise<Map<string, string[]>> {
  const below = new Map<string, string[]>();
  // The pages of a level, each with the page of `ids` that it stands below.
  let level = new Map(ids.map((id) => [id, id]));
  for (let depth = 1; depth < MAX_DEPTH && level.size > 0; depth += 1) {
    const rows = await readDb.post.findMany({
      where: { parentId: { in: [...level.keys()] }, type: 'page' },
      orderBy: [{ parentId: 'asc' }, { id: 'asc' }],
      take: MAX_BELOW,
      select: { id: true, parentId: true, status: true },
    });
    const next = new Map<string, string>();
    for (const { id, parentId, status } of rows) {
      const top = level.get(parentId ?? '') ?? '';
      next.set(id, top);
      if (status !== 'trashed') below.set(top, [...(below.get(top) ?? []), id]);
    }
    level = next;
  }
  return below;
}

/** Throws if pages stand below: their addresses would name a page that is gone. */
export async function requireNothingBelow(tx: Tx, id: string) {
  const below = await tx.post.findFirst({ where: { parentId: id }, select: { title: true } });
  if (!below) return;
  const sentence = `“${below.title || 'Untitled'}” stands below this page. Give it another parent first.`;
  throw new AppError('conflict', sentence);
}

async function isWithin(id: string, other: string) {
  let at: string | null = id;
  for (let step = 0; at !== null && step < MAX_STEPS; step += 1) {
    if (at === other) return true;
    at = await parentOf(at);
  }
  return false;
}

async function parentOf(id: string): Promise<string | null> {
  const row = await readDb.post.findUnique({ where: { id }, select: { parentId: true } });
  return row?.parentId ?? null;
}

/** How many pages stand one below the other here, this one included. */
async function heightOf({ slug }: { slug: string }) {
  const rows = await readDb.post.findMany({
    where: { type: 'page', slug: { startsWith: `${slug}/` } },
    select: { slug: true },
  });
  return Math.max(depthOf(slug), ...rows.map((row) => depthOf(row.slug))) - depthOf(slug) + 1;
}

function wrongParent(sentence: string) {
  return new AppError('invalid', sentence, { fields: { parentId: sentence } });
}
