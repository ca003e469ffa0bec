import 'server-only';
import { createHmac } from 'node:crypto';
import { secrets } from '@/lib/secrets';

/** The seed of a person's picture: keyed, so that nobody can tell from a picture whose it is, and no e-mail goes in. */
export function avatarSeedFor(id: string) {
  return createHmac('sha256', secrets().signing).update(`avatar:${id}`).digest('base64url').slice(0, 16);
}
