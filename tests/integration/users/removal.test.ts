import { expect, test } from 'vitest';
import { createSession, findActorByToken } from '@/lib/auth/session-records';
import { db, readDb } from '@/lib/database/db';
import { deleteDueAccounts } from '@/lib/users/delete-account';
import { takePostsBack } from '@/lib/users/giving-posts';
import { inviteAgain } from '@/lib/users/invitations';
import { findUser } from '@/lib/users/queries';
import { keepUser, removalForm, removeUser } from '@/lib/users/removal';
import { createPost } from '../../factories/posts';
import { newestTokenTo } from '../../factories/queued-emails';
import { actorWith, createUser } from '../../factories/users';

const removal = (id: string, posts: string, into = '') => removalForm.parse({ id, posts, into });
const later = () => new Date(Date.now() + 25 * 60 * 60_000);

async function writer() {
  const user = await createUser({ role: 'author', name: 'Wim Dorn' });
  const post = await createPost();
  await db.postAuthor.create({ data: { postId: post.id, userId: user.id, position: 0 } });
  return { user, post, token: await createSession(user, 'here') };
}

test('an account is closed and its posts stay under the name, until they are invited again', async () => {
  const owner = await actorWith('owner');
  const { user, post, token } = await writer();
  await removeUser(owner, removal(user.id, 'keep'));
  expect(await findActorByToken(token)).toBeNull();
  expect(await readDb.user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({
    name: 'Wim Dorn',
    email: null,
    passwordHash: null,
    role: 'reader',
    deletesAt: null,
    deletedAt: null,
  });
  await deleteDueAccounts(later());
  expect(await readDb.postAuthor.count({ where: { postId: post.id, userId: user.id } })).toBe(1);
  expect((await readDb.user.findUniqueOrThrow({ where: { id: user.id } })).name).toBe('Wim Dorn');
});

test('posts are given to another, the account ends a day later, and until then both can be taken back', async () => {
  const owner = await actorWith('owner');
  const { user, post, token } = await writer();
  await removeUser(owner, removal(user.id, 'give', 'no such person')).catch(() => null);
  expect((await readDb.user.findUniqueOrThrow({ where: { id: user.id } })).deletesAt).toBeNull();

  const chief = await createUser({ role: 'editor' });
  await removeUser(owner, removal(user.id, 'give', chief.slug));
  expect(await findActorByToken(token)).toBeNull();
  expect(await readDb.postAuthor.findMany({ where: { postId: post.id } })).toMatchObject([{ userId: chief.id }]);
  await expect(removeUser(owner, removal(user.id, 'keep'))).rejects.toThrow('about to be deleted already');

  await keepUser(owner, user.id);
  await takePostsBack(owner, user.id);
  await deleteDueAccounts(later());
  expect(await readDb.user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({
    deletedAt: null,
    bannedAt: null,
  });
  expect(await readDb.postAuthor.findMany({ where: { postId: post.id } })).toMatchObject([{ userId: user.id }]);
  await expect(keepUser(owner, user.id)).rejects.toThrow('not about to be deleted');

  await removeUser(owner, removal(user.id, 'give', chief.slug));
  await deleteDueAccounts(later());
  expect(await readDb.user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({
    email: null,
    name: 'Deleted person',
  });
  expect(await readDb.postTransfer.count({ where: { fromId: user.id } })).toBe(0);
});

test('own posts go to the trash, and those written with others stay', async () => {
  const owner = await actorWith('owner');
  const { user, post } = await writer();
  const shared = await createPost();
  for (const [position, userId] of [user.id, owner.id].entries())
    await db.postAuthor.create({ data: { postId: shared.id, userId, position } });
  await removeUser(owner, removal(user.id, 'trash'));
  const statusOf = async (id: string) => (await readDb.post.findUniqueOrThrow({ where: { id } })).status;
  expect([await statusOf(post.id), await statusOf(shared.id)]).toEqual(['trashed', 'published']);
});

test('nobody removes themselves, the last owner, or somebody above them', async () => {
  await db.user.updateMany({ where: { role: 'owner' }, data: { role: 'reader' } });
  const [owner, admin, editor] = await Promise.all([actorWith('owner'), actorWith('admin'), actorWith('editor')]);
  const someone = await createUser();
  await expect(removeUser(owner, removal(owner.id, 'keep'))).rejects.toThrow('on your account page');
  await expect(removeUser(admin, removal(owner.id, 'keep'))).rejects.toMatchObject({ code: 'forbidden' });
  await expect(removeUser(editor, removal(someone.id, 'keep'))).rejects.toMatchObject({ code: 'forbidden' });
  const other = await actorWith('owner');
  await db.user.update({ where: { id: owner.id }, data: { deletesAt: later() } });
  await expect(removeUser(owner, removal(other.id, 'keep'))).rejects.toThrow('A site needs an owner');
  expect((await readDb.user.findUniqueOrThrow({ where: { id: other.id } })).role).toBe('owner');
});

test('an invitation is sent again while it was not followed, and the list says when somebody was last seen', async () => {
  const owner = await actorWith('owner');
  const guest = await createUser({ emailVerifiedAt: null });
  await inviteAgain(owner, guest.id);
  expect(await newestTokenTo(guest.email ?? '')).not.toBe('');
  const member = await createUser();
  await expect(inviteAgain(owner, member.id)).rejects.toThrow('followed an invitation already');
  expect((await findUser(owner, member.id))?.lastSeenAt).toBeNull();
  await createSession(member, 'here');
  expect((await findUser(owner, member.id))?.lastSeenAt).toBeInstanceOf(Date);
});
