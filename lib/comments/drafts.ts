import 'server-only';
import { randomBytes } from 'node:crypto';
import type { Actor } from '@/lib/auth/actor';
import { hashSecret } from '@/lib/secrets/secret-hash';
import { readDb, db, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import type { Client } from '@/lib/rate-limits/client-address';
import { publicWhere } from '@/lib/posts/visibility';
import type { NewComment } from './comment';
import { HIDDEN_TITLE } from './hidden-title';
import { addressFor, findByKey, submitComment } from './submission';
import { renderVisible } from './visible';

/** How long a draft awaits its author's sign-in. */
export const DRAFT_DAYS = 7;
/** Drafts per browser; the oldest is discarded. */
export const MAX_DRAFTS = 5;

const DAY_MS = 24 * 60 * 60 * 1000;
const secretPattern = /^[A-Za-z0-9_-]{20,40}$/;

export type PendingDraft = {
  secret: string;
  body: string;
  postTitle: string;
  postSlug: string;
  postId: string;
};

export type Published = { secret: string; postId: string; address: string };
export type Unpublished = { secret: string; reason: string };

/** Stores a comment written before signing in. Returns the secret for the browser; only its hash is stored. */
export async function storeDraft(draft: NewComment & { follow?: boolean }, now = new Date()) {
  const secret = randomBytes(24).toString('base64url');
  const hash = hashSecret(secret);
  const { postId, parentId, body, follow = false } = draft;
  renderVisible(body);
  await db.commentDraft.deleteMany({ where: { expiresAt: { lt: now } } });
  await db.commentDraft.create({
    data: {
      id: newId(),
      hash,
      postId,
      parentId,
      body,
      follow,
      idempotencyKey: keyOf(hash),
      expiresAt: new Date(now.getTime() + DRAFT_DAYS * DAY_MS),
      createdAt: now,
    },
  });
  return secret;
}

/** The drafts with these secrets, oldest first, without expired ones. Of posts that are not public nothing is said. */
export async function listDrafts(secrets: readonly string[], now = new Date()): Promise<PendingDraft[]> {
  const rows = await findDraftRows(secrets, now);
  const posts = await readDb.post.findMany({
    where: { id: { in: rows.map((row) => row.postId) }, ...publicWhere(now) },
    select: { id: true, title: true, slug: true },
  });
  return rows.map(({ secret, body, postId }) => {
    const post = posts.find((one) => one.id === postId);
    const { title: postTitle, slug: postSlug } = post ?? { title: HIDDEN_TITLE, slug: '' };
    return { secret, body, postId, postTitle, postSlug };
  });
}

/** Publishes drafts exactly once: the draft's key goes with the comment, so a repeat returns the existing comment. */
export async function publishDrafts(actor: Actor, secrets: readonly string[], how: Publishing = {}) {
  const now = new Date();
  const published: Published[] = [];
  const refused: Unpublished[] = [];
  for (const secret of secrets.filter(isSecret).slice(0, MAX_DRAFTS)) {
    try {
      const one = await publishDraft(actor, secret, { ...how, now });
      if (one) published.push(one);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused.push({ secret, reason: error.message });
    }
  }
  return { published, refused };
}

/** Discards the draft with this secret. */
export async function discardDraft(secret: string) {
  await db.commentDraft.deleteMany({ where: { hash: hashSecret(secret) } });
}

export function isSecret(value: string) {
  return secretPattern.test(value);
}

type Publishing = {
  client?: Client;
  /** What is written together with a comment whose author wants to be told of what follows. */
  follow?: (tx: Tx, about: { postId: string; parentId: string | null }) => Promise<void>;
};

async function publishDraft(actor: Actor, secret: string, how: Publishing & { now: Date }): Promise<Published | null> {
  const { now, client, follow } = how;
  const hash = hashSecret(secret);
  const draft = await db.commentDraft.findFirst({
    where: { hash, expiresAt: { gte: now } },
    select: { postId: true, parentId: true, body: true, follow: true, idempotencyKey: true },
  });
  if (!draft) return findPublished(actor, secret);
  const sent = { ...draft, ...(client ? { client } : {}) };
  const alongside = draft.follow && follow ? { after: (tx: Tx) => follow(tx, draft) } : {};
  const { postId, address } = await submitComment(actor, sent, now, alongside).catch((error: unknown) =>
    pointToFirst(error, draft),
  );
  await db.commentDraft.deleteMany({ where: { hash } });
  return { secret, postId, address };
}

// A duplicate from another form or click counts as published.
function pointToFirst(error: unknown, draft: { postId: string }) {
  const first = error instanceof AppError ? error.fields.duplicate : undefined;
  if (!first) throw error;
  return { postId: draft.postId, address: first };
}

async function findPublished(actor: Actor, secret: string): Promise<Published | null> {
  const comment = await findByKey(actor.id, keyOf(hashSecret(secret)));
  return comment && { secret, postId: comment.postId, address: await addressFor(comment, comment.post) };
}

async function findDraftRows(secrets: readonly string[], now: Date) {
  const bySecret = new Map(secrets.filter(isSecret).map((secret) => [hashSecret(secret), secret]));
  const rows = await readDb.commentDraft.findMany({
    where: { hash: { in: [...bySecret.keys()] }, expiresAt: { gte: now } },
    orderBy: { id: 'asc' },
    select: { hash: true, body: true, postId: true },
  });
  return rows.map(({ hash, body, postId }) => ({ secret: bySecret.get(hash) ?? '', body, postId }));
}

function keyOf(hash: string) {
  return `draft:${hash.slice(0, 40)}`;
}
