import 'server-only';
import { createHmac } from 'node:crypto';
import { secrets } from '@/lib/secrets/secrets';

/** A keyed hash that identifies no user and does not depend on the e-mail address. */
export function avatarSeedFor(id: string) {
  return createHmac('sha256', secrets().signing).update(`avatar:${id}`).digest('base64url').slice(0, 16);
}
