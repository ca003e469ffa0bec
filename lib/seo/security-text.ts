/** Validity of security.txt in ms (RFC 9116 asks for less than a year). */
const VALIDITY_MS = 180 * 24 * 60 * 60 * 1000;

/** /.well-known/security.txt (RFC 9116): the contact for security reports. */
export function securityText(siteUrl: string, contact: string, now: Date) {
  const uri = /^[a-z][a-z0-9+.-]*:/i.test(contact) ? contact : `mailto:${contact}`;
  const expires = new Date(now.getTime() + VALIDITY_MS).toISOString();
  return [`Contact: ${uri}`, `Expires: ${expires}`, `Canonical: ${siteUrl}/.well-known/security.txt`, ''].join('\n');
}
