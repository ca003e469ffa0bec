import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { fromBase32, toBase32 } from '@/lib/text/base32';
import { env } from '@/lib/platform/env';
import { secrets } from '@/lib/secrets/secrets';

/** Mail servers give up within five days; later reports are replayed. */
const VALID_MS = 14 * 24 * 60 * 60 * 1000;
const ID_BYTES = 16;
const TIME_BYTES = 4;
const SIGNATURE_BYTES = 8;

type Addressee = { userId: string; email: string };

/**
 * The address to which a mail server reports that an e-mail could not be delivered; null without BOUNCE_ADDRESS. Nobody but its
 * recipient’s mail server learns it, and it says of whom, of which address and of when the e-mail was.
 */
export function returnPathFor(addressee: Addressee, now = new Date()): string | null {
  const { bounces } = env();
  if (!bounces) return null;
  const head = Buffer.alloc(ID_BYTES + TIME_BYTES);
  head.write(addressee.userId.replaceAll('-', ''), 'hex');
  head.writeUInt32BE(Math.floor(now.getTime() / 1000), ID_BYTES);
  const token = toBase32(Buffer.concat([head, signatureOf(head, addressee.email)]));
  return bounces.address.replace('@', `+${token}@`);
}

export type Bounced = { userId: string; sentAt: Date; isOf: (email: string) => boolean };

/** Of whom and when the e-mail was whose report came to one of these addresses; null if none is ours or it is too old. */
export function readReturnPath(addresses: string[], now = new Date()): Bounced | null {
  for (const address of addresses) {
    const bounced = readOne(address);
    if (bounced && now.getTime() - bounced.sentAt.getTime() < VALID_MS) return bounced;
  }
  return null;
}

function readOne(address: string): Bounced | null {
  const [local = '', domain = ''] = env().bounces?.address.split('@') ?? [];
  const [, name = '', token = '', host = ''] = /^([^+@]+)\+([a-z2-7]+)@(.+)$/i.exec(address) ?? [];
  if (name.toLowerCase() !== local.toLowerCase() || host.toLowerCase() !== domain.toLowerCase()) return null;
  const bytes = fromBase32(token);
  if (bytes?.length !== ID_BYTES + TIME_BYTES + SIGNATURE_BYTES || toBase32(bytes) !== token.toLowerCase()) return null;
  const head = bytes.subarray(0, ID_BYTES + TIME_BYTES);
  const signature = bytes.subarray(head.length);
  const hex = head.toString('hex', 0, ID_BYTES);
  return {
    userId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    sentAt: new Date(head.readUInt32BE(ID_BYTES) * 1000),
    isOf: (email) => timingSafeEqual(signature, signatureOf(head, email)),
  };
}

function signatureOf(head: Buffer, email: string) {
  const sign = createHmac('sha256', secrets().signing).update(`bounce\n${head.toString('hex')}\n${email}`);
  return sign.digest().subarray(0, SIGNATURE_BYTES);
}
