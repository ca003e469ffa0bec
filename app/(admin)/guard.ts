import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { can, type Actor, type Capability } from '@/lib/auth/actor';
import { findActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';

/**
 * The first line of every page under /admin: signed-out people are sent to sign in and brought back to `address`;
 * whoever may not be here is told that there is no such page.
 */
export async function guardPage(capability: Capability, address: string): Promise<Actor> {
  const actor = await findActor();
  if (!actor) redirect(paths.signIn(address));
  if (!can(actor, 'admin.enter') || !can(actor, capability)) notFound();
  return actor;
}
