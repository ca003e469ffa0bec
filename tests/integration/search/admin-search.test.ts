import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { createSession, findActorByToken } from '@/lib/auth/session-records';
import { deleteOwnComment, editComment } from '@/lib/comments/editing';
import { moderateComments } from '@/lib/comments/moderation';
import { listQueue } from '@/lib/comments/queue';
import { parseQueueFilter } from '@/lib/comments/queue-filter';
import { readDb, db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { deleteMedia, describeMedia, listMedia, restoreMedia } from '@/lib/media/library';
import { deleteAccount } from '../../factories/deleted-accounts';
import { findUserPage } from '@/lib/users/queries';
import { listTags } from '@/lib/post-lists/tag-queries';
import { indexAdminRows, rebuildAdminIndex } from '@/lib/search/admin-indexing';
import { createComment, say } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { actorWith, createUser } from '../../factories/users';

let moderator: Actor;

beforeEach(async () => {
  await db.post.deleteMany();
  await db.media.deleteMany();
  await db.tag.deleteMany();
  await db.user.deleteMany();
  moderator = await actorWith('moderator', 'Mod Erator');
});

const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1_000);
const found = async (search: string, filter: Record<string, string> = {}) => {
  const { comments } = await listQueue(moderator, parseQueueFilter({ state: 'all', search, ...filter }));
  return comments.map(({ body }) => body);
};
const entries = () => readDb.$queryRaw<{ rowId: string }[]>`SELECT "rowId" FROM "FindEntry" WHERE "kind" = 'comment'`;

test('comments are found by words of their text and of their author’s name, the last one by its beginning', async () => {
  const post = await createPost();
  const ida = await createUser({ name: 'Ida Brandt' });
  await createComment(post.id, { body: 'Crème brûlée at low water', createdAt: secondsAgo(3) });
  await createComment(post.id, { body: 'Water, low', createdAt: secondsAgo(2), authorName: 'Ottilie Sand' });
  await createComment(post.id, { body: 'Well said', authorId: ida.id, createdAt: secondsAgo(1) });

  expect(await found('LOW water')).toEqual(['Water, low', 'Crème brûlée at low water']);
  expect(await found('"low water"')).toEqual(['Crème brûlée at low water']);
  expect(await found('creme bru')).toEqual(['Crème brûlée at low water']);
  expect(await found('brandt')).toEqual(['Well said']);
  expect(await found('sand wat')).toEqual(['Water, low']);
  expect(await found('wat low')).toEqual([]);
  expect(await found('ater')).toEqual([]);
});

test('a search can be filtered by status, post and user, and uses the current status', async () => {
  const [post, other] = [await createPost(), await createPost()];
  const ida = await actorWith('reader', 'Ida');
  const held = await say(ida, post.id, { body: 'Herring held' });
  await createComment(post.id, { body: 'Herring shown', createdAt: secondsAgo(5) });
  await createComment(other.id, { body: 'Herring elsewhere', createdAt: secondsAgo(9) });

  expect(await found('herring', { state: 'pending' })).toEqual(['Herring held']);
  expect(await found('herring', { state: 'approved' })).toEqual(['Herring shown', 'Herring elsewhere']);
  expect(await found('herring', { post: other.id })).toEqual(['Herring elsewhere']);
  expect(await found('herring', { person: ida.id })).toEqual(['Herring held']);
  expect(await found('herring', { person: ida.id, post: other.id })).toEqual([]);

  await moderateComments(moderator, [held.id], 'spam');
  expect(await found('herring', { state: 'pending' })).toEqual([]);
  expect(await found('herring', { state: 'spam' })).toEqual(['Herring held']);
});

test('an edit replaces what was found; what its author took back is still found by moderators', async () => {
  const post = await createPost();
  const ida = await actorWith('reader', 'Ida');
  const { id } = await say(ida, post.id, { body: 'Lobster pots' });
  expect(await found('lobster')).toEqual(['Lobster pots']);

  await editComment(ida, { id, body: 'Crab pots' });
  expect(await found('lobster')).toEqual([]);
  await deleteOwnComment(ida, id);
  expect(await found('crab', { state: 'deleted' })).toEqual(['Crab pots']);
});

test('a comment that is erased, with its post too, and the name of who left are gone from the index', async () => {
  const [post, other] = [await createPost(), await createPost()];
  const user = await createUser({ name: 'Ottilie' });
  const ida = (await findActorByToken(await createSession(user, 'Firefox')))!;
  const { id } = await createComment(post.id, { body: 'Anchor', authorId: ida.id, authorName: 'Ottilie' });
  await createComment(other.id, { body: 'Anchor below a post' });
  expect(await found('anchor')).toHaveLength(2);
  expect(await found('ottilie')).toEqual(['Anchor']);

  await deleteAccount(ida, { ownPassword: '' });
  expect(await found('ottilie')).toEqual([]);
  expect(await found('anchor')).toHaveLength(2);
  await db.post.delete({ where: { id: other.id } });
  await db.comment.delete({ where: { id } });
  expect(await found('anchor')).toEqual([]);
  await indexAdminRows();
  expect(await entries()).toEqual([]);
});

test('pages visit every answer exactly once, equal moments included', async () => {
  const post = await createPost();
  const moment = secondsAgo(60);
  for (let at = 0; at < 70; at += 1) {
    await createComment(post.id, { body: `Gull ${at}`, createdAt: at % 3 ? moment : secondsAgo(at) });
  }

  const seen: string[] = [];
  let after = '';
  do {
    const page = await listQueue(moderator, parseQueueFilter({ state: 'all', search: 'gull', after }));
    seen.push(...page.comments.map(({ body }) => body));
    after = page.next;
  } while (after);
  expect(seen).toHaveLength(70);
  expect(new Set(seen).size).toBe(70);
});

test.each(['tide AND', 'NEAR(tide', '"tide', "tide' OR 1=1 --", 'tide:*A & !x', 'xstatusapproved', '\0', '%', '*'])(
  'whatever is typed is text: %s',
  async (question) => {
    await createComment((await createPost()).id, { body: 'Nets' });

    expect(await found(question)).toEqual([]);
  },
);

test('images are found by name, description, caption and credit, deleted ones not', async () => {
  const author = await actorWith('author');
  const picture = (alt: string, fileName: string) =>
    db.media.create({
      data: {
        id: newId(),
        hash: fileName,
        key: `2026/11/${fileName.replace('.', '-')}`,
        fileName,
        mime: 'image/jpeg',
        alt,
        width: 8,
        height: 6,
        bytes: 1,
        uploadedById: author.id,
        createdAt: new Date(),
      },
    });
  const [boat, quay] = [await picture('A boat', 'harbour.jpg'), await picture('', 'harbour-quay.jpg')];
  const search = async (query: string, withoutAlt = false) =>
    (await listMedia(author, { query, withoutAlt })).media.map(({ id }) => id);
  await describeMedia(author, { id: quay.id, credit: 'Ida Brandt' });

  expect((await search('harb')).toSorted()).toEqual([boat.id, quay.id].toSorted());
  expect(await search('harbour quay')).toEqual([quay.id]);
  expect(await search('boat')).toEqual([boat.id]);
  expect(await search('brandt')).toEqual([quay.id]);
  expect(await search('harbour', true)).toEqual([quay.id]);
  await deleteMedia(author, quay.id);
  expect(await search('brandt')).toEqual([]);
  await restoreMedia(author, quay.id);
  expect(await search('brandt')).toEqual([quay.id]);
});

test('users are found by words of the name, and by the beginning of an address or its domain', async () => {
  const admin = await actorWith('admin', 'Adam Keel');
  await createUser({ name: 'Ida Brandt', email: 'ida.b+news@mail.example', role: 'editor' });
  await createUser({ name: 'Otto Lind', email: 'otto@example.test' });
  const names = async (search: string, role = '') =>
    (await findUserPage(admin, { search, role, after: '' })).users.map(({ name }) => name);

  expect(await names('brandt')).toEqual(['Ida Brandt']);
  expect(await names('IDA.b+news@mail.example')).toEqual(['Ida Brandt']);
  expect(await names('ida.b+ne')).toEqual(['Ida Brandt']);
  expect(await names('otto@exa')).toEqual(['Otto Lind']);
  expect(await names('mail.exam')).toEqual(['Ida Brandt']);
  expect(await names('mail.example', 'reader')).toEqual([]);
  expect(await names('mail.example', 'editor')).toEqual(['Ida Brandt']);
});

test('a search finds only its own kind', async () => {
  const post = await createPost();
  await createComment(post.id, { body: 'Mackerel season' });
  const editor = await actorWith('owner');
  const tag = { id: newId(), slug: 'mackerel', name: 'Mackerel', createdAt: new Date() };
  await db.tag.create({ data: tag });

  expect((await listTags(editor, { search: 'mack', after: '' })).tags).toMatchObject([{ id: tag.id }]);
  expect(await found('mackerel')).toEqual(['Mackerel season']);
  expect((await listTags(editor, { search: 'season', after: '' })).tags).toEqual([]);
  expect((await findUserPage(editor, { search: 'mackerel', role: '', after: '' })).users).toEqual([]);
});

test('rebuilding gives the same results from nothing, and removes orphans', async () => {
  const post = await createPost();
  const { id } = await createComment(post.id, { body: 'Anchor' });
  await createComment(post.id, { body: 'Buoy' });
  await indexAdminRows();
  await db.$executeRaw`DELETE FROM "FindEntry" WHERE "rowId" = ${id}`;
  await db.$executeRaw`UPDATE "FindEntry" SET "rowId" = 'nobody' WHERE "kind" = 'comment'`;
  expect(await found('anchor')).toEqual([]);

  await rebuildAdminIndex();
  expect(await found('anchor')).toEqual(['Anchor']);
  expect(await found('buoy')).toEqual(['Buoy']);
  expect(await entries()).toHaveLength(2);
});

test('many rows of one second, indexed at once, are all found', async () => {
  const post = await createPost();
  const createdAt = secondsAgo(60);
  for (let at = 0; at < 25; at += 1) await createComment(post.id, { body: `Skiff ${at}`, createdAt });
  await Promise.all([indexAdminRows(), found('skiff'), indexAdminRows()]);

  expect(await found('skiff')).toHaveLength(25);
  expect(await found('"skiff 7"')).toEqual(['Skiff 7']);
});
