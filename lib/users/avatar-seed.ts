import 'server-only';
import { createHmac } from 'node:crypto';
import { secrets } from '@/lib/secrets/secrets';

/** The seed of a user's avatar: keyed, so that it identifies nobody, and without the e-mail address. */
export function avatarSeedFor(id: string) {
  return createHmac('sha256', secrets().signing).update(`avatar:${id}`).digest('base64url').slice(0, 16);
}
