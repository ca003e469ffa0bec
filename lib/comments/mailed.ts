import 'server-only';
import { createHmac } from 'node:crypto';
import { seal, unseal } from '@/lib/auth/sealing';
import { readDb, db, transaction, type Tx } from '@/lib/database/db';
import { enqueue } from '@/lib/outbox/queueing';
import { newId } from '@/lib/platform/ids';
import { publicWhere } from '@/lib/posts/visibility';
import { hashSecret } from '@/lib/secrets/secret-hash';
import { secrets } from '@/lib/secrets/secrets';
import type { NewComment } from './comment';
import { addressFor } from './submission';
import { renderVisible } from './visible';

/** The job that sends the link. */
export const MAILED_COMMENT_EVENT = 'mailed-comment';
/** How long the link publishes. */
export const LINK_DAYS = 7;
/** How long the link shows the text. */
const TEXT_DAYS = 14;
const PURPOSE = 'mailed-comment';
const DAY_MS = 24 * 60 * 60 * 1000;

export type SealedComment = { name: string; email: string; body: string; follow: boolean };

const fields = {
  id: true,
  postId: true,
  parentId: true,
  sealed: true,
  userId: true,
  commentId: true,
  provedAt: true,
  expiresAt: true,
} as const;

export type MailedComment = NonNullable<Awaited<ReturnType<typeof findMailed>>>;

/** Stores a comment of somebody without an account, encrypted, and sends one e-mail to prove the address. */
export async function storeMailed(
  draft: NewComment & { follow?: boolean },
  writer: { name: string; email: string },
  now = new Date(),
) {
  renderVisible(draft.body);
  const { postId, parentId, body } = draft;
  const formKey = keyed('form', JSON.stringify([writer.email, postId, parentId, body]));
  const sealed = await seal(
    { ...writer, body, follow: draft.follow ? 'yes' : '' },
    PURPOSE,
    (TEXT_DAYS * DAY_MS) / 1000,
  );
  const id = newId();
  return transaction(async (tx) => {
    await tx.mailedComment.deleteMany({ where: { formKey, expiresAt: { lt: now } } });
    const { id: stored } = await tx.mailedComment.upsert({
      where: { formKey },
      update: {},
      create: {
        id,
        hash: hashSecret(linkSecret(id)),
        formKey,
        addressHash: addressKey(writer.email),
        postId,
        parentId,
        sealed,
        expiresAt: new Date(now.getTime() + LINK_DAYS * DAY_MS),
        createdAt: now,
      },
      select: { id: true },
    });
    const dedupeKey = `${MAILED_COMMENT_EVENT}:${stored}`;
    await enqueue({ event: MAILED_COMMENT_EVENT, payload: { id: stored }, dedupeKey }, tx);
    return { id: stored };
  }).catch(async (error: unknown) => {
    // Sent twice at once: the other one is stored.
    const earlier = await db.mailedComment.findUnique({ where: { formKey }, select: { id: true } });
    if (!earlier) throw error;
    return earlier;
  });
}

/** The comment of a link, or of what its writer was told after sending it; null without one. */
export async function findMailed(by: { secret: string } | { id: string }) {
  const row = await readDb.mailedComment.findUnique({
    where: 'secret' in by ? { hash: hashSecret(by.secret) } : { id: by.id },
    select: fields,
  });
  return row && { ...row, text: row.sealed ? await open(row.sealed) : null };
}

/** The post that a waiting comment is about, if it is public. */
export async function findMailedPost(id: string, now = new Date()) {
  return readDb.post.findFirst({ where: { id, ...publicWhere(now) }, select: { title: true, slug: true } });
}

/** Where the comment that became of a link is, and whether it awaits approval; null if it was purged. */
export async function findPublished(commentId: string) {
  const comment = await readDb.comment.findUnique({
    where: { id: commentId },
    select: { id: true, postId: true, path: true, status: true, post: { select: { slug: true } } },
  });
  if (!comment) return null;
  const isWaiting = comment.status === 'pending' || comment.status === 'spam';
  return { address: await addressFor(comment, comment.post), isWaiting };
}

/** Claims the first use of a link, which alone signs in; false if it was used before or has ended. */
export async function claimMailed(id: string, userId: string, tx: Tx, now = new Date()) {
  const { count } = await tx.mailedComment.updateMany({
    where: { id, provedAt: null, expiresAt: { gt: now } },
    data: { provedAt: now, userId },
  });
  return count === 1;
}

/** Notes the comment that became of it, and deletes the text. */
export async function finishMailed(id: string, commentId: string) {
  await db.mailedComment.updateMany({ where: { id }, data: { commentId, sealed: '', formKey: id } });
}

/** Deletes texts whose link ended a week ago. */
export async function deleteOldMailed(now = new Date()) {
  const gone = new Date(now.getTime() - (TEXT_DAYS - LINK_DAYS) * DAY_MS);
  await db.mailedComment.deleteMany({ where: { expiresAt: { lt: gone } } });
}

/** Deletes what waits for or came from this person. */
export async function deleteMailedOf(userId: string, email: string | null, tx: Tx) {
  await tx.mailedComment.deleteMany({
    where: { OR: [{ userId }, ...(email ? [{ addressHash: addressKey(email) }] : [])] },
  });
}

/** The secret of a link; made from the id, so that an e-mail that is sent again has the same. */
export function linkSecret(id: string) {
  return keyed('link', id);
}

function addressKey(email: string) {
  return keyed('address', email);
}

function keyed(purpose: string, text: string) {
  return createHmac('sha256', secrets().signing).update(`mailed-comment\n${purpose}\n${text}`).digest('base64url');
}

async function open(sealed: string): Promise<SealedComment | null> {
  const texts = await unseal(sealed, PURPOSE);
  return (
    texts && {
      name: texts.name ?? '',
      email: texts.email ?? '',
      body: texts.body ?? '',
      follow: texts.follow === 'yes',
    }
  );
}
