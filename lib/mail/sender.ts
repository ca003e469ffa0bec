import 'server-only';
import { env } from '@/lib/platform/env';

/** The address that e-mails are from: MAIL_FROM, or one at the site's host. */
export function senderAddress() {
  const { mailFrom, siteUrl } = env();
  if (mailFrom) return /<([^<>]+)>$/.exec(mailFrom)?.[1] ?? mailFrom;
  const { hostname } = new URL(siteUrl);
  return `noreply@${hostname.includes('.') ? hostname : 'localhost.invalid'}`;
}

/** The domain that receivers look up. */
export function senderDomain() {
  return senderAddress().split('@').at(-1)!.toLowerCase();
}
