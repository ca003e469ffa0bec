import type { Actor, Role } from '@/lib/auth/actor';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import type { Prisma } from '@/prisma/generated/sqlite/client';

let count = 0;

/** A user with a confirmed address. */
export async function createUser(overrides: Partial<Prisma.UserUncheckedCreateInput> & { role?: Role } = {}) {
  count += 1;
  const id = newId();
  return db.user.create({
    data: {
      id,
      email: `person-${count}-${id.slice(-6)}@example.test`,
      emailVerifiedAt: new Date(),
      name: `Person ${count}`,
      slug: `person-${count}-${id.slice(-6)}`,
      avatarSeed: id,
      createdAt: new Date(),
      ...overrides,
    },
  });
}

/** An actor with this role. */
export async function actorWith(role: Role, name?: string): Promise<Actor> {
  const user = await createUser({ role, ...(name ? { name } : {}) });
  return { id: user.id, name: user.name, role, sessionId: newId(), emailVerified: true };
}
