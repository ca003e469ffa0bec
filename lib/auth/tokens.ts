import 'server-only';
import { randomBytes } from 'node:crypto';
import { hashSecret } from '@/lib/secrets/secret-hash';
import { readDb, db, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';

export type TokenPurpose =
  'setup' | 'change-email' | 'confirm-email' | 'reset-password' | 'magic-link' | PasskeyPurpose;

/** Challenges of passkeys: the browser signs the secret. */
type PasskeyPurpose = 'passkey-add' | 'passkey-use';

/** `email`: the address that a link proves. */
export type TokenData = { to?: string; email?: string };

type NewToken = { purpose: TokenPurpose; subject: string; seconds: number; data?: TokenData };

/** Creates a one-time secret for a link; only its hash is stored. */
export async function issueToken(token: NewToken, tx: Tx = db): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const now = new Date();
  await tx.token.create({
    data: {
      id: newId(),
      purpose: token.purpose,
      hash: hashSecret(secret),
      subject: token.subject,
      data: JSON.stringify(token.data ?? {}),
      expiresAt: new Date(now.getTime() + token.seconds * 1000),
      createdAt: now,
    },
  });
  return secret;
}

/** Whether the link is valid; does not consume it. */
export async function findToken(purpose: TokenPurpose, secret: string) {
  const row = await readDb.token.findFirst({
    where: { hash: hashSecret(secret), purpose, usedAt: null, expiresAt: { gt: new Date() } },
    select: { subject: true, data: true },
  });
  return row ? { subject: row.subject, data: JSON.parse(row.data) as TokenData } : null;
}

/** Whether a link of this kind is valid for at least this many more seconds. */
export async function hasOpenToken(purpose: TokenPurpose, subject: string, seconds: number) {
  const expiresAt = { gt: new Date(Date.now() + seconds * 1000) };
  const open = await readDb.token.findFirst({
    where: { purpose, subject, usedAt: null, expiresAt },
    select: { id: true },
  });
  return open !== null;
}

/** Consumes the secret; of concurrent attempts one succeeds. Call it in the transaction that acts on it. */
export async function redeemToken(purpose: TokenPurpose, secret: string, tx: Tx) {
  const hash = hashSecret(secret);
  const now = new Date();
  const { count } = await tx.token.updateMany({
    where: { hash, purpose, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  if (count !== 1) {
    throw new AppError('gone', 'This link has been used or has expired. Please request a new one.');
  }
  const row = await tx.token.findUniqueOrThrow({ where: { hash }, select: { subject: true, data: true } });
  return { subject: row.subject, data: JSON.parse(row.data) as TokenData };
}

/** Revokes all other links of these kinds. */
export async function withdrawTokens(purposes: TokenPurpose[], subject: string, tx: Tx) {
  await tx.token.deleteMany({ where: { purpose: { in: purposes }, subject, usedAt: null } });
}

export async function deleteExpiredTokens() {
  await db.token.deleteMany({ where: { expiresAt: { lt: new Date() } } });
}
