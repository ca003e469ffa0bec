import 'server-only';
import { readDb, type Tx } from '@/lib/database/db';
import { oldAt, stateOf, type ClosingPost, type ClosingRule } from './closing';

/**
 * A post with the comments mode that its age gives it, whether every comment needs approval because of it, and the moment
 * before which it does not close. The last comment is looked up only for posts that are old without it.
 */
export async function closingStateOf<P extends ClosingPost & { id: string }>(
  tx: Tx,
  stored: P,
  { rule, now }: { rule: ClosingRule; now: Date },
) {
  const old = oldAt(stored, rule);
  if (old?.from !== 'comment' || old.at > now) return stateOf(stored, old, now);
  return stateOf(stored, oldAt(stored, rule, await findLastMoment(tx, stored.id)), now);
}

/** The same outside a transaction. */
export function readClosingState<P extends ClosingPost & { id: string }>(
  stored: P,
  asked: { rule: ClosingRule; now: Date },
) {
  return closingStateOf(readDb, stored, asked);
}

// As readers see the conversation: what awaits approval or was removed keeps no thread open.
async function findLastMoment(tx: Tx, postId: string) {
  const last = await tx.comment.findFirst({
    where: { postId, status: 'approved', type: 'comment' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { createdAt: true },
  });
  return last?.createdAt ?? null;
}
