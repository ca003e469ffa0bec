import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { can, type Actor, type Role } from '@/lib/auth/actor';
import { rememberDevice } from '@/lib/auth/device';
import { safeReturnTo } from '@/lib/auth/return-to';
import { noteProof } from '@/lib/auth/session-proof';
import { findActor, startSession } from '@/lib/auth/session';
import { listDrafts, publishDrafts } from '@/lib/comments/drafts';
import { followFrom } from '@/lib/notifications/following';
import { log } from '@/lib/platform/log';
import { clientOf } from '@/lib/rate-limits/client-address';
import { offersPasskey } from '@/lib/users/passkeys';
import { paths } from '@/lib/web/paths';
import { draftSecrets, storeDraftSecrets } from '../(site)/[slug]/comments/draft-cookie';

type How = { isPasskey?: true; isPassword?: true };
type SigningIn = { id: string; sessionVersion: number; role: Role; to: string };

/**
 * Signs in a verified user, publishes the comments they wrote in this browser before, and redirects there or to the
 * page they came from. Only for actions: it writes.
 */
export async function signInAndRedirect(user: SigningIn, how: How = {}): Promise<never> {
  redirect(await beginSession(user, how));
}

/** The same, for a script that leads on by itself: where to. */
export async function beginSession(user: SigningIn, how: How = {}) {
  const started = await startSession(user);
  if (started && how.isPasskey) await noteProof(started.sessionId);
  await rememberDevice(user.id);
  const address = started && (await publishWaiting(started));
  if (address) return address;
  if (started?.needsPasskey && !how.isPasskey) return `${paths.account()}#passkeys`;
  const next = destination(user.to, user.role);
  // Only a script can make a passkey.
  const isOffered = started && how.isPassword && (await headers()).has('next-action') && (await offersPasskey(started));
  return isOffered ? paths.offerPasskey(next) : next;
}

/** Redirects signed-in users away from the auth pages. */
export async function redirectIfSignedIn(to: string) {
  const actor = await findActor();
  if (actor?.needsPasskey) redirect(`${paths.account()}#passkeys`);
  if (actor) redirect(destination(to, actor.role));
}

/** The URL of the newest published comment, or of those that could not be published; "" if none was pending. */
async function publishWaiting(actor: Actor) {
  const secrets = await draftSecrets();
  if (secrets.length === 0) return '';
  try {
    if (!actor.emailVerified) return (await listDrafts(secrets)).length > 0 ? paths.pendingComments() : '';
    const { published, refused } = await publishDrafts(actor, secrets, {
      client: clientOf(await headers()),
      follow: followFrom(actor),
    });
    await storeDraftSecrets(refused.map(({ secret }) => secret));
    return refused.length > 0 ? paths.pendingComments() : (published.at(-1)?.address ?? '');
  } catch (error) {
    // A pending comment never blocks signing in; it stays saved.
    log.error({ event: 'pending_comment_failed', error }, 'pending comment not published');
    return paths.pendingComments();
  }
}

function destination(to: string, role: Role) {
  return safeReturnTo(to) || (can({ role }, 'admin.enter') ? paths.admin.dashboard() : paths.home());
}
