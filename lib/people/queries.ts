import 'server-only';
import { capabilitiesOf, type Actor, type Capability, type Role } from '@/lib/auth/actor';
import { reader } from '@/lib/db';

/** What the islands on public pages know about the person who looks at them. */
export type Me = {
  id: string;
  name: string;
  slug: string;
  role: Role;
  avatarSeed: string;
  emailVerified: boolean;
  capabilities: readonly Capability[];
};

/** The signed-in person, for their own eyes. */
export async function findMe(actor: Actor): Promise<Me | null> {
  const user = await reader.user.findUnique({ where: { id: actor.id }, select: { slug: true, avatarSeed: true } });
  if (!user) return null;
  const { id, name, role, emailVerified } = actor;
  return { id, name, role, emailVerified, ...user, capabilities: capabilitiesOf(role) };
}
