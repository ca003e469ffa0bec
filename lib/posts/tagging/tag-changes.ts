import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import { paths } from '@/lib/web/paths';
import { clearAddress, storeRedirect } from '../publishing/address-moves';
import { formProblem } from '../publishing/slugs';
import { linesOf, nameOf } from '@/lib/text/visible-text';
import type { Changed } from '../publishing/publishing';
import { tagKey, tagSlugs } from './tag-names';
import { findTagNamed, freeTagSlug } from './tagging';
import { keepRemoval } from './tag-undo';
import { usesOfTag } from './tag-uses';

const select = { id: true, name: true, slug: true } as const;

type Renaming = { id: string; name: string; /** The present one, or none: it follows the name. */ slug?: string };

/** Renames a tag; its former URL redirects to the new one. */
export async function renameTag(actor: Actor, { id, name, slug: wanted = '' }: Renaming): Promise<Changed> {
  requireCapability(actor, 'posts.edit-any');
  const clean = nameOf(name);
  if (clean === '' || [...clean].length > 60) throw wrongField('name', 'A tag needs a name of 1 to 60 characters.');
  return transaction(async (tx) => {
    const tag = await requireTag(tx, id);
    const other = await findTagNamed(tx, clean);
    if (other && other.id !== id)
      throw wrongField('name', `There is a tag “${other.name}” already. Merge the two instead.`);
    const slug = await slugFor(tx, tag, { name: clean, wanted: wanted.trim() });
    await tx.tag.update({ where: { id }, data: { name: clean, nameKey: tagKey(clean), slug } });
    if (slug !== tag.slug)
      await storeRedirect(tx, { from: paths.tag(tag.slug), to: paths.tag(slug), tagId: id, postId: null });
    const uses = await usesOfTag(tx, { id, slug });
    const names = { nameBefore: tag.name, name: clean, slugBefore: tag.slug };
    emit(tx, { type: 'tag.renamed', actorId: actor.id, tagId: id, ...names, uses });
    return { id, slug };
  });
}

/** `undo`: what undoes it (lib/posts/tagging/tag-undo.ts); null where that would be too much to keep. */
type Removed = Changed & { undo: string | null };

/** Merges a tag into another: posts and URLs move, the tag is deleted. */
export async function mergeTags(actor: Actor, { id, into: name }: { id: string; into: string }): Promise<Removed> {
  requireCapability(actor, 'posts.edit-any');
  return transaction(async (tx) => {
    const [tag, into] = [await requireTag(tx, id), await findTagNamed(tx, name)];
    if (!name.trim()) throw wrongField('into', 'Write the name of the tag that the posts get instead.');
    if (!into) throw wrongField('into', `There is no tag “${name.trim()}”. Enter its name as shown on posts.`);
    if (into.id === id) throw wrongField('into', 'That is this tag itself. Choose another one.');
    const intoId = into.id;
    const uses = await usesOfTag(tx, tag);
    const target = { id: intoId, name: into.name, uses: await usesOfTag(tx, into) };
    const undo = await keepRemoval(tx, { id, intoId });
    await tx.postTag.deleteMany({ where: { tagId: id, post: { tags: { some: { tagId: intoId } } } } });
    await tx.postTag.updateMany({ where: { tagId: id }, data: { tagId: intoId } });
    await tx.redirect.updateMany({ where: { tagId: id }, data: { tagId: intoId } });
    await tx.tag.delete({ where: { id } });
    await storeRedirect(tx, { from: paths.tag(tag.slug), to: paths.tag(into.slug), tagId: intoId, postId: null });
    emit(tx, { type: 'tag.merged', actorId: actor.id, tagId: id, name: tag.name, uses, into: target });
    return { id: intoId, slug: into.slug, undo };
  });
}

export async function describeTag(
  actor: Actor,
  { id, description }: { id: string; description: string },
): Promise<Changed> {
  requireCapability(actor, 'posts.edit-any');
  const text = linesOf(description);
  if ([...text].length > 1_000) throw wrongField('description', 'A description can have at most 1,000 characters.');
  return transaction(async (tx) => {
    const tag = await requireTag(tx, id);
    await tx.tag.update({ where: { id }, data: { description: text } });
    emit(tx, { type: 'tag.described', actorId: actor.id, tagId: id });
    return { id, slug: tag.slug };
  });
}

/** Deletes a tag without posts. */
export async function deleteTag(actor: Actor, id: string): Promise<Removed> {
  requireCapability(actor, 'posts.edit-any');
  return transaction(async (tx) => {
    const tag = await requireTag(tx, id);
    const post = await tx.postTag.findFirst({ where: { tagId: id }, select: { postId: true } });
    if (post)
      throw new AppError('conflict', 'Posts have this tag. Remove it from them first, or merge it into another tag.');
    const uses = await usesOfTag(tx, tag);
    const undo = await keepRemoval(tx, { id, intoId: null });
    await tx.tag.delete({ where: { id } });
    await clearAddress(tx, paths.tag(tag.slug));
    emit(tx, { type: 'tag.deleted', actorId: actor.id, tagId: id, name: tag.name, uses });
    return { id, slug: tag.slug, undo };
  });
}

async function slugFor(tx: Tx, tag: { id: string; slug: string }, { name, wanted }: { name: string; wanted: string }) {
  if (wanted === '' || wanted === tag.slug) {
    return tagSlugs(name).includes(tag.slug) ? tag.slug : freeTagSlug(tx, name, tag.id);
  }
  const problem = formProblem(wanted);
  if (problem) throw wrongField('slug', problem);
  const other = await tx.tag.findUnique({ where: { slug: wanted }, select: { name: true } });
  if (other) throw wrongField('slug', `The tag “${other.name}” has this URL slug.`);
  const moved = await tx.redirect.findUnique({
    where: { from: paths.tag(wanted) },
    select: { tag: { select: { id: true, name: true } } },
  });
  if (moved?.tag && moved.tag.id !== tag.id)
    throw wrongField('slug', `This was a URL slug of the tag “${moved.tag.name}” and still leads there.`);
  return wanted;
}

async function requireTag(tx: Tx, id: string) {
  const tag = await tx.tag.findUnique({ where: { id }, select });
  if (!tag) throw new AppError('not_found', 'This tag no longer exists.');
  return tag;
}

function wrongField(name: string, sentence: string) {
  return new AppError('invalid', sentence, { fields: { [name]: sentence } });
}
