import 'server-only';
import type { Tx } from '@/lib/db';
import { newId } from '@/lib/ids';
import { paths } from '@/lib/paths';
import { slugify } from './slugs';

/**
 * Finds each tag by its name, whatever its capitals and accents, or by an address that it once had; makes it if there is
 * none. Answers with the ids in the order of the names, each once.
 */
export async function findOrCreateTags(tx: Tx, names: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const slug = slugify(name);
    if (slug === '') continue;
    const id = (await findTag(tx, slug)) ?? (await createTag(tx, name.trim(), slug));
    if (!ids.includes(id)) ids.push(id);
  }
  return ids;
}

/** Makes these the post's tags, in this order. */
export async function setTags(tx: Tx, postId: string, tagIds: readonly string[]) {
  await tx.postTag.deleteMany({ where: { postId } });
  if (tagIds.length === 0) return;
  await tx.postTag.createMany({ data: tagIds.map((tagId, position) => ({ postId, tagId, position })) });
}

async function findTag(tx: Tx, slug: string) {
  const tag = await tx.tag.findUnique({ where: { slug }, select: { id: true } });
  if (tag) return tag.id;
  const moved = await tx.redirect.findUnique({ where: { from: paths.tag(slug) }, select: { tagId: true } });
  return moved?.tagId ?? null;
}

async function createTag(tx: Tx, name: string, slug: string) {
  const id = newId();
  await tx.tag.create({ data: { id, slug, name, createdAt: new Date() } });
  return id;
}
