import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { secrets } from '@/lib/secrets/secrets';
import type { Subscription } from './notification';

export type Subscribed = { userId: string; subscription: Subscription };

/** What an address to unsubscribe holds: nobody can guess one, and it ends the e-mails of one person. */
export function unsubscribeToken({ userId, subscription }: Subscribed) {
  const subject = Buffer.from(`${userId} ${subscription}`).toString('base64url');
  return `${subject}.${signatureOf(subject)}`;
}

/** Whose e-mails a token ends, and which; null if it is forged or not complete. */
export function readUnsubscribeToken(token: string): Subscribed | null {
  const [subject = '', given = ''] = token.split('.');
  const [expected, actual] = [Buffer.from(signatureOf(subject)), Buffer.from(given)];
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return null;
  const [userId = '', subscription = ''] = Buffer.from(subject, 'base64url').toString('utf8').split(' ');
  return { userId, subscription: subscription as Subscription };
}

function signatureOf(subject: string) {
  return createHmac('sha256', secrets().signing).update(`unsubscribe\n${subject}`).digest('base64url');
}
