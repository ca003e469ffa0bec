import 'server-only';
import { isPostgres, type Tx } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { paths } from '@/lib/web/paths';
import { nameOf } from '@/lib/text/visible-text';
import { Prisma } from '@/prisma/generated/sqlite/client';
import { numbered, slugify } from '../publishing/slugs';
import { tagKey, tagSlugs } from './tag-names';

const named = { id: true, name: true, slug: true } as const;
export type NamedTag = { id: string; name: string; slug: string };

/** Finds tags by key or former slug and creates missing ones. Returns unique ids in the order of the names. */
export async function findOrCreateTags(tx: Tx, names: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names.map(nameOf).filter(Boolean)) {
    const tag = (await findTag(tx, name)) ?? (await createTag(tx, name));
    if (!ids.includes(tag.id)) ids.push(tag.id);
  }
  return ids;
}

/** The tag with this key; prefers the exact spelling. */
export async function findTagNamed(tx: Tx, name: string): Promise<NamedTag | null> {
  await fillKeys(tx);
  const rows = await tx.tag.findMany({ where: { nameKey: tagKey(name) }, orderBy: { id: 'asc' }, select: named });
  return rows.find((row) => row.name === name) ?? rows[0] ?? null;
}

/** Whether these names mean the same tags, in this order. */
export async function isSameTags(tx: Tx, names: readonly string[], others: readonly string[]) {
  const [these, those] = [await meant(tx, names), await meant(tx, others)];
  return these.join() === those.join();
}

/** A slug for this name that no other tag has or had. */
export async function freeTagSlug(tx: Tx, name: string, ownId = ''): Promise<string> {
  const candidates = tagSlugs(name);
  for (let number = 1; ; number += 1) {
    for (const candidate of number === 1 ? candidates : candidates.slice(0, 1)) {
      const slug = number === 1 ? candidate : numbered(candidate, number);
      if (await isFree(tx, slug, ownId)) return slug;
    }
  }
}

/** Sets the post's tags, in this order. */
export async function setTags(tx: Tx, postId: string, tagIds: readonly string[]) {
  await tx.postTag.deleteMany({ where: { postId } });
  if (tagIds.length === 0) return;
  await tx.postTag.createMany({ data: tagIds.map((tagId, position) => ({ postId, tagId, position })) });
}

// Adds keys to tags stored before keys existed, in one statement.
async function fillKeys(tx: Tx) {
  const rows = await tx.tag.findMany({ where: { nameKey: null }, select: { id: true, name: true } });
  if (rows.length === 0) return;
  const keys = JSON.stringify(rows.map(({ id, name }) => ({ id, key: tagKey(name) })));
  const given = isPostgres()
    ? Prisma.sql`json_to_recordset(${keys}::json) AS row("id" text, "key" text)`
    : Prisma.sql`(
        SELECT json_extract("value", '$.id') AS "id", json_extract("value", '$.key') AS "key" FROM json_each(${keys})
      ) row`;
  await tx.$executeRaw`UPDATE "Tag" SET "nameKey" = row."key" FROM ${given} WHERE "Tag"."id" = row."id"`;
}

async function findTag(tx: Tx, name: string) {
  return (await findTagNamed(tx, name)) ?? (await findTagMovedFrom(tx, name));
}

async function meant(tx: Tx, names: readonly string[]) {
  const ids: string[] = [];
  for (const name of names) ids.push((await findTag(tx, name))?.id ?? tagKey(name));
  return [...new Set(ids)];
}

// Letters and digits only: slugs of other names are ambiguous (C++ was once at "c").
async function findTagMovedFrom(tx: Tx, name: string) {
  const slug = slugify(name);
  if (slug === '' || tagKey(slug) !== tagKey(name)) return null;
  const moved = await tx.redirect.findUnique({ where: { from: paths.tag(slug) }, select: { tag: { select: named } } });
  return moved?.tag ?? null;
}

async function createTag(tx: Tx, name: string) {
  const slug = await freeTagSlug(tx, name);
  const data = { id: newId(), slug, name, nameKey: tagKey(name), createdAt: new Date() };
  return tx.tag.create({ data, select: named });
}

async function isFree(tx: Tx, slug: string, ownId: string) {
  const tag = await tx.tag.findUnique({ where: { slug }, select: { id: true } });
  if (tag) return tag.id === ownId;
  const moved = await tx.redirect.findUnique({ where: { from: paths.tag(slug) }, select: { tagId: true } });
  return moved === null || moved.tagId === null || moved.tagId === ownId;
}
