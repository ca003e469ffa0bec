import 'server-only';
import { env } from '@/lib/platform/env';
import { senderDomain } from './sender';

/**
 * What a signature covers, as far as an e-mail has it. List-Unsubscribe-Post is among them, or mail programs would not offer to
 * unsubscribe with one press (RFC 8058); Message-ID is not, because some mail services give every e-mail their own.
 */
const signedHeaders = [
  'From',
  'Reply-To',
  'To',
  'Subject',
  'Date',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'In-Reply-To',
  'References',
  'Auto-Submitted',
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
];

/** The domain whose key signs e-mails; null if nothing signs them here. */
export function signingDomain() {
  const { dkim } = env();
  return dkim && (dkim.domain ?? senderDomain());
}

/** The option of nodemailer by which a mail transport signs what it sends; none without DKIM_SELECTOR. */
export function dkimSignature() {
  const { dkim } = env();
  if (!dkim) return {};
  const { selector: keySelector, privateKey } = dkim;
  const domainName = signingDomain()!;
  return { dkim: { domainName, keySelector, privateKey, headerFieldNames: signedHeaders.join(':') } };
}
