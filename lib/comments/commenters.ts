import 'server-only';
import { createHmac } from 'node:crypto';
import { normaliseEmail } from '@/lib/auth/email';
import { secrets } from '@/lib/secrets/secrets';

/**
 * Stands for the e-mail address of who wrote an imported comment: by it they find their comments, and nobody finds the
 * address without the site's key. "" for what is no address.
 */
export function commenterHash(email: string) {
  const address = normaliseEmail(email);
  if (!address) return '';
  return createHmac('sha256', secrets().signing).update(`commenter\n${address}`).digest('base64url');
}
