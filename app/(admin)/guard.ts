import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { can, type Actor, type Capability } from '@/lib/auth/actor';
import { findActor } from '@/lib/auth/session';
import { paths } from '@/lib/web/paths';

/**
 * The first line of every page under /admin: signed-out users are sent to sign in and returned to `address`; users
 * without access get a 404.
 */
export async function guardPage(capability: Capability, address: string): Promise<Actor> {
  const actor = await findActor();
  if (!actor) redirect(paths.signIn(address));
  if (actor.needsPasskey) redirect(`${paths.account()}#passkeys`);
  if (!can(actor, 'admin.enter') || !can(actor, capability)) notFound();
  return actor;
}
