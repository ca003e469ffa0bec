import 'server-only';
import type { OutgoingEmail, SendEmail } from '@/lib/mail/sending';
import { log } from '@/lib/platform/log';

/** Sends an e-mail of many; false for an address that its mail server refuses for good, which must not hold up the rest. */
export async function sendUnlessRefused(send: SendEmail, email: OutgoingEmail): Promise<boolean> {
  try {
    await send(email);
    return true;
  } catch (error) {
    if (!isRefusedForGood(error)) throw error;
    log.warn({ event: 'email_refused', id: email.id, error }, 'a mail server refuses an address');
    return false;
  }
}

/** SMTP answers of 5xx to the recipient; those to the connection are of this site and not of the address. */
function isRefusedForGood(error: unknown) {
  return (
    error instanceof Error &&
    'command' in error &&
    error.command === 'RCPT TO' &&
    'responseCode' in error &&
    Number(error.responseCode) >= 500
  );
}
