import 'server-only';
import { transaction } from '@/lib/database/db';
import { log } from '@/lib/platform/log';
import { readReturnPath, type Bounced } from './bounce-token';
import { readDeliveryReport, type DeliveryReport } from './delivery-report';
import { isOfAddress, shortReply } from './refusal';

export type BounceOutcome = 'noted' | 'not-ours' | 'not-for-good' | 'outdated';

/**
 * Takes what a mail server sent to an address of `returnPathFor`. Only a report of an e-mail of this site to the address that the
 * person still has, that is about that address and for good, stops e-mails; one from before they tried again does not.
 */
export async function takeBounce(source: Buffer, now = new Date()): Promise<BounceOutcome> {
  const { addresses, failure } = await readDeliveryReport(source);
  const bounced = readReturnPath(addresses, now);
  if (!bounced) return 'not-ours';
  if (!failure || !isOfAddress(failure.reply, failure.status)) return 'not-for-good';
  const outcome = await stop(bounced, failure, now);
  log.info({ event: 'bounce', outcome }, 'a mail server reports an e-mail that could not be delivered');
  return outcome;
}

type Failure = NonNullable<DeliveryReport['failure']>;

function stop({ userId, sentAt, isOf }: Bounced, { reply }: Failure, now: Date): Promise<BounceOutcome> {
  return transaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { id: userId },
      select: { email: true, emailRefusal: { select: { triedAgainAt: true } } },
    });
    if (!user?.email || !isOf(user.email)) return 'not-ours';
    const triedAgainAt = user.emailRefusal?.triedAgainAt;
    if (triedAgainAt && sentAt < triedAgainAt) return 'outdated';
    const refused = { email: user.email, reply: shortReply(reply), refusedAt: now };
    await tx.emailRefusal.upsert({ where: { userId }, update: refused, create: { userId, ...refused } });
    return 'noted';
  });
}
