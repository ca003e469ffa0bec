import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { secrets } from '@/lib/secrets/secrets';

const VALIDITY_MS = 10 * 60_000;

type Options = {
  now?: number;
  /** A message signed for one purpose is not accepted for another. */
  purpose?: string;
};

/** Signs a message, so that it can travel in a URL or a cookie. */
export function signMessage(
  message: string,
  { now = Date.now(), purpose = 'sentence', validMs = VALIDITY_MS }: Options & { validMs?: number } = {},
) {
  const payload = Buffer.from(JSON.stringify([message, now + validMs])).toString('base64url');
  return `${payload}.${signatureOf(payload, purpose)}`;
}

/** The message, or "" if forged or expired. */
export function verifyMessage(sealed: string, { now = Date.now(), purpose = 'sentence' }: Options = {}): string {
  const [payload = '', given = ''] = sealed.split('.');
  const [expected, actual] = [Buffer.from(signatureOf(payload, purpose)), Buffer.from(given)];
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return '';
  const [message, until] = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as [string, number];
  return until > now ? message : '';
}

function signatureOf(payload: string, purpose: string) {
  return createHmac('sha256', secrets().signing).update(`${purpose}:${payload}`).digest('base64url');
}
