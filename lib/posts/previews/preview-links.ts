import 'server-only';
import { randomBytes } from 'node:crypto';
import type { Actor } from '@/lib/auth/actor';
import { hashSecret } from '@/lib/secrets/secret-hash';
import { readDb, transaction } from '@/lib/database/db';
import { slicesOf } from '@/lib/database/slices';
import { emit } from '@/lib/events/emit';
import { newId } from '@/lib/platform/ids';
import { findImage } from '@/lib/images/queries';
import { parseBlocks } from '../rendering/blocks';
import { editableBy, findForPreview, newestFields, requireEditable } from '../editing/post-record';
import type { PostFields } from '../fields/fields';
import { toPublicColumns } from '../fields/post-columns';
import type { PostState } from '../post';
import { presented, findAnyPost, type PublicPost } from '../listing/queries';
import { renderFields } from '../fields/rendered-fields';
import { postStateOf } from '../visibility';
import { tagSlugs } from '../tagging/tag-names';

export type Preview = { post: PublicPost; state: PostState; expiresAt: Date };

const SEVEN_DAYS_MS = 7 * 24 * 60 * 60 * 1000;

/** Creates a preview link to the newest text. The secret is shown once; only its hash is stored. */
export async function createPreviewLink(actor: Actor, postId: string) {
  await requireEditable(actor, postId);
  const secret = randomBytes(24).toString('base64url');
  const now = new Date();
  const link = { id: newId(), expiresAt: new Date(now.getTime() + SEVEN_DAYS_MS) };
  await transaction(async (tx) => {
    await tx.previewLink.create({
      data: { ...link, postId, hash: hashSecret(secret), createdById: actor.id, createdAt: now },
    });
    emit(tx, { type: 'post.preview-link-created', actorId: actor.id, postId });
  });
  return { ...link, secret };
}

export async function listPreviewLinks(actor: Actor, postId: string) {
  await requireEditable(actor, postId, readDb);
  return readDb.previewLink.findMany({
    where: { postId, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, createdAt: true, expiresAt: true },
  });
}

/** Revokes all preview links of a post, effective immediately, and returns their number. */
export async function revokePreviewLinks(actor: Actor, postId: string) {
  await requireEditable(actor, postId);
  return transaction(async (tx) => {
    const { count } = await tx.previewLink.updateMany({
      where: { postId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    emit(tx, { type: 'post.preview-links-revoked', actorId: actor.id, postId, count });
    return count;
  });
}

/** The newest text of the post this secret opens, or null. */
export async function findPreview(secret: string): Promise<Preview | null> {
  if (!/^[\w-]{32}$/.test(secret)) return null;
  const link = await readDb.previewLink.findUnique({
    where: { hash: hashSecret(secret) },
    select: { postId: true, expiresAt: true, revokedAt: true },
  });
  if (!link || link.revokedAt || link.expiresAt <= new Date()) return null;
  const [row, stored] = await Promise.all([findForPreview(link.postId), findAnyPost(link.postId)]);
  if (!row || !stored || row.status === 'trashed') return null;
  const state = postStateOf(row, new Date());
  return { post: await withNewestText(stored, newestFields(row)), state, expiresAt: link.expiresAt };
}

/** The newest text of a post without a link, for those who may edit it; null for others, and in the trash. */
export async function findOwnPreview(actor: Actor, postId: string): Promise<PublicPost | null> {
  const where = { id: postId, status: { not: 'trashed' }, ...editableBy(actor) };
  if ((await readDb.post.count({ where })) === 0) return null;
  const [row, stored] = await Promise.all([findForPreview(postId), findAnyPost(postId)]);
  return row && stored && withNewestText(stored, newestFields(row));
}

async function withNewestText(stored: PublicPost, fields: PostFields): Promise<PublicPost> {
  const { columns } = await renderFields(fields.bodyHtml);
  const [authors, cover] = await Promise.all([
    Promise.all(
      slicesOf(fields.authorIds).map((ids) => readDb.user.findMany({ where: { id: { in: ids } }, select: presented })),
    ),
    fields.coverId ? findImage(fields.coverId) : null,
  ]);
  const known = new Map(authors.flat().map((author) => [author.id, author]));
  return {
    ...stored,
    ...columns,
    ...toPublicColumns(fields),
    cover,
    blocks: parseBlocks(columns.blocks),
    authors: fields.authorIds.flatMap((id) => known.get(id) ?? []),
    // A tag without public posts has no page to link to.
    tags: fields.tags.map((name) => ({ id: name, name, slug: tagSlugs(name)[0]! })),
    publishAt: stored.publishAt.getTime() === 0 ? new Date() : stored.publishAt,
  };
}
