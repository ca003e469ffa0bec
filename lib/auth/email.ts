import { domainToASCII } from 'node:url';
import { z } from 'zod';

/** What RFC 5322 allows without quotes. */
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domainName = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** The canonical form of an e-mail address (NFKC, so that equivalent addresses are equal), or null if invalid. */
export function normaliseEmail(value: string): string | null {
  const folded = value.normalize('NFKC').trim().toLowerCase();
  const parts = folded.split('@');
  if (parts.length !== 2 || folded.length > 254) return null;
  const [local = '', unicodeDomain = ''] = parts;
  const domain = domainToASCII(unicodeDomain);
  if (local.length > 64 || !localPart.test(local) || !domainName.test(domain)) return null;
  return `${local}@${domain}`;
}

export const emailField = z.string({ error: 'Enter your e-mail address.' }).transform((value, context) => {
  const email = normaliseEmail(value);
  if (email) return email;
  context.addIssue({ code: 'custom', message: 'Enter a valid e-mail address, such as ida@example.org.' });
  return z.NEVER;
});
