import { expect } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { createSession, findActorByToken } from '@/lib/auth/session-records';
import { commenterHash } from '@/lib/comments/commenters';
import { db, readDb } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { createUserByHand } from '@/lib/users/admin-cli';
import { banForm, banUser, unbanUser } from '@/lib/users/banning';
import { keepAccount, scheduleDeletion } from '@/lib/users/delete-account';
import { claimComments } from '@/lib/users/claiming';
import { inviteUser } from '@/lib/users/invitations';
import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  listPasskeys,
  removePasskey,
  signInWithPasskey,
} from '@/lib/users/passkeys';
import { changePassword } from '@/lib/users/passwords';
import { changeRole } from '@/lib/users/roles';
import { signOutUser } from '@/lib/users/sessions';
import { newAuthenticator } from '../../factories/authenticator';
import { createComment } from '../../factories/comments';
import { deleteAccount } from '../../factories/deleted-accounts';
import { createPost } from '../../factories/posts';
import { newestTokenTo } from '../../factories/queued-emails';
import { actorWith } from '../../factories/users';
import { email, SECRET } from './audited-comments';

const password = `${SECRET} above the pier`;

async function changePasskeys(actor: Actor) {
  const { origin, hostname: rpId } = new URL(env().siteUrl);
  const device = newAuthenticator({ origin, rpId });
  await addPasskey(actor, { answer: device.create(await beginPasskey(actor)), name: SECRET });
  const copied = device.use(await beginPasskeySignIn(), { counter: 1 });
  await expect(signInWithPasskey({ answer: copied, to: '' })).rejects.toThrow('may have been copied');
  const [passkey] = await listPasskeys(actor);
  await removePasskey(actor, { id: passkey?.id ?? '' });
}

/** Returns what was made up by the product itself and may not be written down either. */
export async function changeAccounts() {
  const admin = await actorWith('admin');
  const { id: invited } = await inviteUser(admin, { name: 'Otto Lind', email: email('otto'), role: 'author' });
  const invitation = await newestTokenTo(email('otto'));
  await changeRole(admin, { id: invited, role: 'editor' });
  await banUser(admin, banForm.parse({ id: invited, reason: 'Insults.' }));
  await unbanUser(admin, invited);
  await signOutUser(admin, invited);
  const { id } = await createUserByHand({ name: 'Ida Brandt', email: email('ida'), role: 'reader' }, password);
  const token = await createSession(await readDb.user.findUniqueOrThrow({ where: { id } }), 'here');
  const ida = (await findActorByToken(token))!;
  await changePasskeys(ida);
  await changePassword(ida, { currentPassword: password, password: `${password} again` });
  const { id: commentId } = await createComment((await createPost()).id, { authorName: 'Ida' });
  const emailHash = commenterHash(email('ida'));
  await db.importedCommenter.create({ data: { commentId, emailHash } });
  await claimComments(ida);
  await scheduleDeletion(ida, { ownPassword: `${password} again` });
  await keepAccount(ida);
  await deleteAccount(ida, { ownPassword: `${password} again` });
  return [invitation, token];
}
