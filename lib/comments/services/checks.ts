import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { db, readDb, type Tx } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import type { Judgement } from '../judgement';
import { CHECK_DAYS } from './akismet';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Stores what services said of a comment; nothing if none was asked. */
export async function storeCheck(tx: Tx, commentId: string, { check, judgedAt }: Judgement) {
  if (!check) return;
  const stored = { ...check, checkedAt: judgedAt };
  await tx.commentCheck.upsert({
    where: { commentId },
    create: { commentId, ...stored },
    update: stored,
    select: { commentId: true },
  });
}

/** The comments of the last day that were held because a service gave no answer, and why the last was. */
export async function findServiceFailures(actor: Actor, now = new Date()) {
  requireCapability(actor, 'comments.moderate');
  const where = { checkedAt: { gte: new Date(now.getTime() - DAY_MS) }, failure: { not: '' } };
  const [count, last] = await Promise.all([
    readDb.commentCheck.count({ where }),
    readDb.commentCheck.findFirst({
      where,
      orderBy: { checkedAt: 'desc' },
      select: { failure: true, checkedAt: true },
    }),
  ]);
  return { count, last };
}

export type AskedService = {
  name: string;
  gets: string;
  getsAddresses: boolean;
  /** Its name is a host, which is nobody's business but that of staff. */
  isOwn: boolean;
};

/** Who gets comments of readers before they are published, for a sentence; empty if nobody does. */
export function servicesAsked(): AskedService[] {
  const { akismet, moderationWebhook } = env();
  const ofAkismet = { gets: 'text, name, e-mail address, website and IP address', getsAddresses: true };
  return [
    ...(akismet ? [{ name: nameOf(akismet), isOwn: akismet.isOwnAddress, ...ofAkismet }] : []),
    ...(moderationWebhook
      ? [
          {
            name: new URL(moderationWebhook.url).hostname,
            isOwn: true,
            gets: 'text, name and age of the account',
            getsAddresses: false,
          },
        ]
      : []),
  ];
}

/** Deletes what services said a month ago. */
export async function deleteOldChecks(now = new Date()) {
  await db.commentCheck.deleteMany({ where: { checkedAt: { lt: new Date(now.getTime() - CHECK_DAYS * DAY_MS) } } });
}

/** Deletes what services were told of this person's comments. */
export async function deleteChecksOf(userId: string, tx: Tx) {
  await tx.commentCheck.deleteMany({ where: { comment: { authorId: userId } } });
}

function nameOf({ address, isOwnAddress }: { address: string; isOwnAddress: boolean }) {
  return isOwnAddress ? new URL(address).hostname : 'Akismet';
}
