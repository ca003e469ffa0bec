/** What a mail server says of addresses that do not exist (5.1.x of RFC 3463) or are closed (5.2.1). */
const ofAddress = /^5\.(1\.([0-6]|10)|2\.1)$/;
/** Without such a code: no mailbox, elsewhere, or no name of one (RFC 5321). */
const unexplained = [550, 551, 553];
/** Codes that say no more than the first digit does. */
const saysNothing = /^5\.0\.0$/;
const MAX_REPLY = 300;

/** Whether a mail server’s answer is about the very address and for good, and not about the sender, the text or a full mailbox. */
export function isOfAddress(reply: string, status = enhancedCode(reply)): boolean {
  if (status && !saysNothing.test(status)) return ofAddress.test(status);
  const said = enhancedCode(reply);
  if (said && said !== status) return isOfAddress(reply, said);
  return unexplained.includes(Number(/(?:^|\s)(5\d\d)(?=[\s-]|$)/.exec(reply)?.[1]));
}

/** As it is stored and shown. */
export function shortReply(reply: string) {
  return reply.replace(/\s+/g, ' ').trim().slice(0, MAX_REPLY);
}

function enhancedCode(reply: string) {
  return /(?:^|[\s-])(5\.\d{1,3}\.\d{1,3})(?=\s|$)/.exec(reply)?.[1];
}

type Account = { email: string | null; emailRefusal: { email: string; refusedAt: Date | null } | null };

/** Whether the address that an account has now was refused. */
export function isRefused({ email, emailRefusal }: Account) {
  return emailRefusal !== null && emailRefusal.refusedAt !== null && emailRefusal.email === email;
}

type Refused = { email: string | null; emailRefusal: { email: string; reply: string; refusedAt: Date | null } | null };

/** The refusal of the address that an account has now; null if e-mails are sent there. */
export function emailRefusalOf({ email, emailRefusal }: Refused) {
  if (!emailRefusal?.refusedAt || !isRefused({ email, emailRefusal })) return null;
  return { email: emailRefusal.email, reply: emailRefusal.reply, refusedAt: emailRefusal.refusedAt };
}
