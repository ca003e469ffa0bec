import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '@/lib/auth/actor';
import { recordAudit } from '@/lib/audit/recording';
import { reader, transaction } from '@/lib/db';
import { newId } from '@/lib/ids';
import { findForPreview, newestFields, requireEditable, typeOf } from './editable';
import { stateOf } from './post';
import { renderFields } from './rendered-fields';

const SEVEN_DAYS = 7 * 24 * 60 * 60 * 1000;

/** Makes a link that shows the newest text of a post to whoever has it. The secret is told once and kept as a hash. */
export async function createPreviewLink(actor: Actor, postId: string) {
  await requireEditable(actor, postId);
  const secret = randomBytes(24).toString('base64url');
  const now = new Date();
  const link = { id: newId(), expiresAt: new Date(now.getTime() + SEVEN_DAYS) };
  await transaction(async (tx) => {
    await tx.previewLink.create({
      data: { ...link, postId, hash: hashOf(secret), createdById: actor.id, createdAt: now },
    });
    await recordAudit(actor, 'post.preview-link', { id: postId }, tx);
  });
  return { ...link, secret };
}

/** The links of a post that still open it. */
export async function listPreviewLinks(actor: Actor, postId: string) {
  await requireEditable(actor, postId, reader);
  return reader.previewLink.findMany({
    where: { postId, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, createdAt: true, expiresAt: true },
  });
}

/** Makes every link to this post useless, from the next request on. Answers with how many there were. */
export async function revokePreviewLinks(actor: Actor, postId: string) {
  await requireEditable(actor, postId);
  return transaction(async (tx) => {
    const { count } = await tx.previewLink.updateMany({
      where: { postId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    await recordAudit(actor, 'post.revoke-preview-links', { id: postId, count }, tx);
    return count;
  });
}

/** The newest text of the post that this secret opens, rendered as readers would see it; null if it opens none. */
export async function findPreview(secret: string) {
  if (!/^[\w-]{32}$/.test(secret)) return null;
  const link = await reader.previewLink.findUnique({
    where: { hash: hashOf(secret) },
    select: { postId: true, expiresAt: true, revokedAt: true },
  });
  if (!link || link.revokedAt || link.expiresAt <= new Date()) return null;
  const post = await findForPreview(link.postId);
  if (!post || post.status === 'trashed') return null;
  const fields = newestFields(post);
  const { columns } = await renderFields(fields.bodyHtml);
  return {
    id: post.id,
    type: typeOf(post),
    state: stateOf(post, new Date()),
    slug: post.slug,
    publishAt: post.publishAt,
    contentUpdatedAt: post.contentUpdatedAt,
    expiresAt: link.expiresAt,
    fields,
    rendered: columns,
  };
}

function hashOf(secret: string) {
  return createHash('sha256').update(secret).digest('hex');
}
