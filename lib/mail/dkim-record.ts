import { createPublicKey } from 'node:crypto';

/** A record as the owner of a domain sets it. */
export type DnsRecord = { name: string; type: 'TXT'; value: string };

/** The record in which receivers find the public half of a key (RFC 6376). */
export function dkimRecord(key: { domain: string; selector: string; privateKey: string }): DnsRecord {
  const value = `v=DKIM1; k=rsa; p=${publicHalf(key.privateKey)}`;
  return { name: `${key.selector}._domainkey.${key.domain}`, type: 'TXT', value };
}

/** As records hold it. */
export function publicHalf(privateKey: string) {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
}
