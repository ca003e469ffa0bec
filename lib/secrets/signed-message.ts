import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { secrets } from '@/lib/secrets/secrets';

const VALIDITY_MS = 10 * 60_000;

/** Signs a message, so that it can travel in a URL. */
export function signMessage(sentence: string, now = Date.now()) {
  const payload = Buffer.from(JSON.stringify([sentence, now + VALIDITY_MS])).toString('base64url');
  return `${payload}.${signatureOf(payload)}`;
}

/** The message, or "" if forged or expired. */
export function verifyMessage(sealed: string, now = Date.now()): string {
  const [payload = '', given = ''] = sealed.split('.');
  const [expected, actual] = [Buffer.from(signatureOf(payload)), Buffer.from(given)];
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return '';
  const [sentence, until] = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as [string, number];
  return until > now ? sentence : '';
}

function signatureOf(payload: string) {
  return createHmac('sha256', secrets().signing).update(`sentence:${payload}`).digest('base64url');
}
