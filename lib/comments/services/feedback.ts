import 'server-only';
import { z } from 'zod';
import { db, readDb } from '@/lib/database/db';
import type { JobResult } from '@/lib/outbox/worker';
import { env } from '@/lib/platform/env';
import { openFields, tellAkismet, type Said } from './akismet';

const payloadSchema = z.object({ commentId: z.string() });

/** Tells Akismet what a moderator decided about a comment, if it said, or was told, otherwise. */
export async function sendDecision(payload: unknown): Promise<JobResult> {
  const { commentId } = payloadSchema.parse(payload);
  if (!env().akismet) return 'unneeded';
  const check = await readDb.commentCheck.findUnique({
    where: { commentId },
    select: { sealed: true, said: true, checkedAt: true, comment: { select: { status: true, editedAt: true } } },
  });
  const decision = check && decisionOf(check.comment.status);
  if (!decision || decision === check.said || isAboutAnother(check)) return 'unneeded';
  const fields = await openFields(check.sealed);
  if (!fields) return 'unneeded';
  await tellAkismet(decision, fields);
  await db.commentCheck.updateMany({ where: { commentId, checkedAt: check.checkedAt }, data: { said: decision } });
  return 'done';
}

function decisionOf(status: string): Said | null {
  if (status === 'spam') return 'spam';
  return status === 'approved' ? 'ham' : null;
}

// What is decided is the text of now; what was checked is the one before it was changed.
function isAboutAnother({ checkedAt, comment }: { checkedAt: Date; comment: { editedAt: Date | null } }) {
  return comment.editedAt !== null && comment.editedAt > checkedAt;
}
