import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { transaction } from '@/lib/database/db';
import type { OutgoingEmail, SendEmail } from '@/lib/mail/sending';
import { log } from '@/lib/platform/log';
import { returnPathFor } from './bounce-token';
import { isOfAddress, shortReply } from './refusal';

type Recipient = { id: string; name: string; email: string };

/**
 * Sends an e-mail about comments; false if the recipient's mail server refuses it for good, which must not hold up those of
 * others. If it refuses the very address, no more are sent there.
 */
export async function sendUnlessRefused(
  send: SendEmail,
  { id: userId, name, email }: Recipient,
  written: Omit<OutgoingEmail, 'to'>,
): Promise<boolean> {
  try {
    await send({ ...written, to: { name, email }, returnPath: returnPathFor({ userId, email }) });
    return true;
  } catch (error) {
    const reply = refusalOf(error);
    if (reply === null) throw error;
    log.warn({ event: 'email_refused', id: written.id, error }, 'a mail server refuses an e-mail for good');
    if (isOfAddress(reply)) await noteRefusal({ userId, email, reply });
    return false;
  }
}

/** SMTP answers of 5xx to the recipient; those to the connection are of this site and not of the address. */
function refusalOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('command' in error) || error.command !== 'RCPT TO') return null;
  if (!('responseCode' in error) || Number(error.responseCode) < 500) return null;
  return 'response' in error ? String(error.response) : '';
}

async function noteRefusal({ userId, email, reply }: { userId: string; email: string; reply: string }) {
  const refused = { email, reply: shortReply(reply), refusedAt: new Date() };
  await transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId }, select: { id: true } });
    if (user) await tx.emailRefusal.upsert({ where: { userId }, update: refused, create: { userId, ...refused } });
  });
}

/** E-mails about comments go to the actor's address again, until it is refused again. */
export async function tryAddressAgain({ id: userId }: Actor, now = new Date()) {
  await transaction((tx) =>
    tx.emailRefusal.updateMany({ where: { userId }, data: { refusedAt: null, triedAgainAt: now } }),
  );
}
