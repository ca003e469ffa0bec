import { expect, test } from 'vitest';
import { db, readDb } from '@/lib/database/db';
import { transaction } from '@/lib/database/db';
import { createUserAccount } from '@/lib/users/creation';
import { editForm, editUser } from '@/lib/users/editing';
import { findLastGift, givePosts, takePostsBack } from '@/lib/users/giving-posts';
import { findRedirect } from '../../factories/imports';
import { createPost } from '../../factories/posts';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith, createUser } from '../../factories/users';

const edited = (user: { id: string; name: string; slug: string }, changes: object) =>
  editForm.parse({ id: user.id, name: user.name, slug: user.slug, bio: '', website: '', ...changes });
const fieldsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: { fields: Record<string, string> }) => error.fields,
  );
const targetOf = async (from: string) => (await findRedirect(from)).move?.to;

async function authorWith(posts: number, slug: string) {
  const user = await createUser({ role: 'author', slug, name: `Author ${slug}` });
  const ids = [];
  for (let n = 0; n < posts; n += 1) {
    const { id } = await createPost();
    await db.postAuthor.create({ data: { postId: id, userId: user.id, position: 0 } });
    ids.push(id);
  }
  return { ...user, postIds: ids };
}

test('the page of an author moves with its lists and feeds, in one step, and back', async () => {
  const owner = await actorWith('owner');
  const ada = await authorWith(1, 'ada-one');
  await editUser(owner, edited(ada, { slug: 'ada-two' }));
  const { tags } = await madeStaleBy(() => editUser(owner, edited({ ...ada, slug: 'ada-two' }, { slug: 'ada-three' })));
  expect(tags).toEqual(
    expect.arrayContaining([
      `author:${ada.id}`,
      'address:/author/ada-two',
      'address:/author/ada-three',
      'address:/author/ada-one',
    ]),
  );
  for (const old of ['ada-one', 'ada-two']) {
    expect(await targetOf(`/author/${old}`)).toBe('/author/ada-three');
    expect(await targetOf(`/author/${old}/feed.xml`)).toBe('/author/ada-three/feed.xml');
    expect(await targetOf(`/author/${old}/page/2`)).toMatch(/^\/author\/ada-three/);
  }
  await editUser(owner, edited({ ...ada, slug: 'ada-three' }, { slug: 'ada-one' }));
  expect(await targetOf('/author/ada-three')).toBe('/author/ada-one');
  expect(await readDb.redirect.count({ where: { from: '/author/ada-one' } })).toBe(0);
});

test('a slug that is no slug, taken, or of another author before is refused beside its field', async () => {
  const owner = await actorWith('owner');
  const [bea, eve] = [await authorWith(1, 'bea'), await authorWith(1, 'eve')];
  await editUser(owner, edited(eve, { slug: 'eve-new' }));
  const wrong = (slug: string) => fieldsOf(editUser(owner, edited(bea, { slug })));
  expect(await wrong('Bea B')).toEqual({ slug: expect.stringContaining('Try "bea-b"') });
  expect(await wrong('')).toEqual({ slug: expect.stringContaining('at least one letter') });
  expect(await wrong('deleted-1')).toEqual({ slug: '"deleted-" is reserved.' });
  expect(await wrong('eve-new')).toEqual({ slug: `The author page of ${eve.name} has this URL slug.` });
  expect(await wrong('eve')).toEqual({ slug: expect.stringContaining('of another author') });
  const account = { email: 'eve2@example.test', role: 'author' as const, passwordHash: null, emailVerifiedAt: null };
  const { id } = await transaction((tx) => createUserAccount({ ...account, name: 'Eve' }, tx));
  expect((await readDb.user.findUniqueOrThrow({ where: { id } })).slug).toMatch(/^eve-[0-9a-f]{6}$/);
});

test('only those who may manage somebody edit their profile', async () => {
  const other = await createUser({ role: 'admin' });
  await expect(editUser(await actorWith('editor'), edited(other, {}))).rejects.toMatchObject({ code: 'forbidden' });
  await expect(editUser(await actorWith('admin'), edited(other, {}))).rejects.toMatchObject({ code: 'forbidden' });
});

test('posts are given to another author and taken back as they were, shared ones too', async () => {
  const owner = await actorWith('owner');
  const [guest, chief] = [await authorWith(2, 'guest'), await authorWith(1, 'chief')];
  const [own = '', shared = ''] = guest.postIds;
  await db.postAuthor.create({ data: { postId: shared, userId: chief.id, position: 1 } });
  await db.redirect.create({
    data: { id: 'old-guest', from: '/author/gast', to: '/author/guest', source: 'manual', createdAt: new Date() },
  });
  const { result, tags } = await madeStaleBy(() => givePosts(owner, { id: guest.id, into: 'chief' }));
  expect(result).toEqual({ count: 2, name: chief.name });
  expect(tags).toEqual(
    expect.arrayContaining([`post:${own}`, `author:${chief.id}`, 'address:/author/guest', 'address:/author/gast']),
  );
  const authorsOf = async (postId: string) =>
    (await readDb.postAuthor.findMany({ where: { postId }, orderBy: { position: 'asc' } })).map(({ userId }) => userId);
  expect([await authorsOf(own), await authorsOf(shared)]).toEqual([[chief.id], [chief.id]]);
  expect([await targetOf('/author/guest'), await targetOf('/author/gast')]).toEqual(['/author/chief', '/author/chief']);
  expect(await findLastGift(owner, guest.id)).toMatchObject({ into: { id: chief.id } });

  await takePostsBack(owner, guest.id);
  expect([await authorsOf(own), await authorsOf(shared)]).toEqual([[guest.id], [guest.id, chief.id]]);
  expect(await authorsOf(chief.postIds[0]!)).toEqual([chief.id]);
  expect([await targetOf('/author/guest'), await targetOf('/author/gast')]).toEqual([undefined, '/author/guest']);
  await expect(takePostsBack(owner, guest.id)).rejects.toThrow('There is nothing to take back.');
});

test('posts are not given to nobody, to several, to their own author, nor where there are none', async () => {
  const owner = await actorWith('owner');
  const [giver, none] = [await authorWith(1, 'giver'), await authorWith(0, 'none')];
  for (const slug of ['twin-1', 'twin-2']) await createUser({ slug, name: 'Twin' });
  const refused = (id: string, into: string) => fieldsOf(givePosts(owner, { id, into }));
  expect(await refused(giver.id, ' ')).toEqual({ into: 'Enter who gets the posts.' });
  expect(await refused(giver.id, 'no one')).toEqual({ into: expect.stringContaining('Nobody has this name') });
  expect(await refused(giver.id, 'Twin')).toEqual({ into: expect.stringContaining('Several people') });
  expect(await refused(giver.id, 'giver')).toEqual({ into: expect.stringContaining('their own posts') });
  expect(await refused(none.id, 'giver')).toEqual({ into: `${none.name} has no posts and no pages.` });
  await expect(givePosts(await actorWith('editor'), { id: giver.id, into: 'none' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await readDb.postTransfer.count({ where: { fromId: giver.id } })).toBe(0);
});

test('authors given to each other in turn lead to nobody in circles', async () => {
  const owner = await actorWith('owner');
  const [one, two] = [await authorWith(1, 'circle-1'), await authorWith(1, 'circle-2')];
  await givePosts(owner, { id: one.id, into: 'circle-2' });
  await givePosts(owner, { id: two.id, into: 'circle-1' });
  expect([await targetOf('/author/circle-1'), await targetOf('/author/circle-2')]).toEqual([
    undefined,
    '/author/circle-1',
  ]);
});
