import { expect, test } from 'vitest';
import { findMovedProfile, findProfile, listCommentsOf } from '@/lib/comments/profiles';
import { db } from '@/lib/database/db';
import { getThreadPage } from '@/lib/comments/queries';
import { editUser } from '@/lib/users/editing';
import { updateProfile } from '@/lib/users/profile';
import { createComment } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith, createUser } from '../../factories/users';

async function reader() {
  const { id, name, slug } = await createUser();
  return { id, name, slug, role: 'reader' as const, sessionId: id, emailVerified: true };
}

test('a profile lists what its owner has written in public, newest first and page by page, and nothing else', async () => {
  const actor = await reader();
  const [post, draft] = [await createPost({ title: 'Lamps' }), await createPost({ status: 'draft' })];
  const say = (body: string, minute: number, more: object = {}) =>
    createComment(post.id, { authorId: actor.id, body, createdAt: new Date(Date.UTC(2026, 4, 4, 9, minute)), ...more });
  for (let at = 0; at < 22; at += 1) await say(`Said ${at}.`, at);
  await say('Same minute.', 21);
  await say('Held.', 30, { status: 'pending' });
  await say('Spam.', 31, { status: 'spam' });
  await createComment(draft.id, { authorId: actor.id, body: 'In a draft.' });
  await createComment(post.id, { body: 'Of somebody else.' });

  const first = await listCommentsOf(actor.id);
  const second = await listCommentsOf(actor.id, first.next ?? '');

  expect(first.comments).toHaveLength(20);
  expect(second.next).toBeNull();
  const said = [...first.comments, ...second.comments].map(({ excerpt }) => excerpt);
  expect(new Set(said).size).toBe(23);
  expect(said.slice(0, 2).toSorted()).toEqual(['Said 21.', 'Same minute.']);
  expect(said.at(-1)).toBe('Said 0.');
  expect(said.join(' ')).not.toMatch(/Held|Spam|draft|else/);
  expect((await listCommentsOf(actor.id, 'nobody')).comments).toEqual(first.comments);
});

test('switched off, it is gone, and nothing leads to it', async () => {
  const actor = await reader();
  const post = await createPost();
  await createComment(post.id, { authorId: actor.id });
  const slugShown = async () => (await getThreadPage(post.id, 1))?.comments[0]?.author.slug;
  expect(await findProfile(actor.slug)).toMatchObject({ name: actor.name });
  expect(await slugShown()).toBe(actor.slug);

  const { tags } = await madeStaleBy(() => updateProfile(actor, { name: actor.name, hasProfile: false }));

  expect(tags).toContain(`comments:${post.id}`);
  expect(await findProfile(actor.slug)).toBeNull();
  expect(await slugShown()).toBeNull();
  await updateProfile(actor, { name: actor.name });
  expect(await findProfile(actor.slug)).toBeNull();
  expect(await findProfile('nobody-at-all')).toBeNull();
});

test('a profile is found by the address that its owner had before, as long as it is shown', async () => {
  const owner = await actorWith('owner');
  const author = await createUser({ role: 'author', slug: 'nora-before' });
  const fields = { id: author.id, name: 'Nora', slug: 'nora-after', bio: '', website: '' };
  await editUser(owner, fields);
  expect(await findProfile('nora-before')).toBeNull();
  expect(await findMovedProfile('nora-before')).toMatchObject({ id: author.id, slug: 'nora-after' });
  expect(await findMovedProfile('nora-after')).toBeNull();
  await db.user.update({ where: { id: author.id }, data: { hasProfile: false } });
  expect(await findMovedProfile('nora-before')).toBeNull();
});
