import 'server-only';
import { createHash } from 'node:crypto';

/** The stored form of a random secret in a link or cookie; needs no salt, because it cannot be guessed. */
export function hashSecret(secret: string) {
  return createHash('sha256').update(secret).digest('hex');
}
