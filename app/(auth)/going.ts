import 'server-only';
import { redirect } from 'next/navigation';
import { can, type Role } from '@/lib/auth/actor';
import { safeReturnTo } from '@/lib/auth/return-to';
import { findActor, startSession } from '@/lib/auth/session';
import { paths } from '@/lib/paths';

/** Signs somebody in who has proved who they are, and takes them where they wanted to go. */
export async function welcome(person: { id: string; sessionVersion: number; role: Role; to: string }): Promise<never> {
  await startSession(person);
  redirect(destination(person.to, person.role));
}

/** Nobody who is signed in has to stand at a door. */
export async function passThroughIfSignedIn(to: string) {
  const actor = await findActor();
  if (actor) redirect(destination(to, actor.role));
}

function destination(to: string, role: Role) {
  return safeReturnTo(to) || (can({ role }, 'admin.enter') ? paths.admin.start() : paths.home());
}
