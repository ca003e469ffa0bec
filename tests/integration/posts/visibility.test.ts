import { beforeAll, expect, test } from 'vitest';
import { findPolicyPost } from '@/lib/comments/policy-context';
import { readDb, db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import {
  isPublic,
  listedSql,
  listedWhere,
  nextChangeOf,
  publicSql,
  publicWhere,
  postStateOf,
} from '@/lib/posts/visibility';
import { findRedirect } from '../../factories/imports';
import { createPost } from '@/tests/factories/posts';
import { createUser } from '@/tests/factories/users';

const HOUR_MS = 60 * 60 * 1000;
const now = new Date();
const moments = [null, new Date(now.getTime() - HOUR_MS), now, new Date(now.getTime() + HOUR_MS)];
const times = moments.flatMap((publishAt) => moments.map((unpublishAt) => ({ publishAt, unpublishAt })));
const cases = ['draft', 'published', 'private', 'trashed'].flatMap((status) =>
  ['post', 'page'].flatMap((type) => times.map((time) => ({ type, status, ...time }))),
);

type Row = (typeof cases)[number] & { id: string };
let rows: Row[] = [];

beforeAll(async () => {
  const author = await createUser();
  const tag = await db.tag.create({ data: { id: newId(), slug: 'tides', name: 'Tides', createdAt: now } });
  for (const one of cases) {
    const { id } = await createPost(one);
    await db.postTag.create({ data: { postId: id, tagId: tag.id, position: 0 } });
    await db.postAuthor.create({ data: { postId: id, userId: author.id, position: 0 } });
    await db.redirect.create({
      data: { id: newId(), from: `/old/${id}`, to: '', status: 301, source: 'slug-change', postId: id, createdAt: now },
    });
    rows.push({ ...one, id });
  }
});

test('exactly these posts are public, of all states and times', () => {
  const open = rows.filter((row) => isPublic(row, now));
  const words = open.map(({ type, status, publishAt, unpublishAt }) =>
    [type, status, publishAt && publishAt <= now, unpublishAt === null || unpublishAt > now].join(),
  );
  expect(open).toHaveLength(2 * 2 * 2);
  expect(new Set(words)).toEqual(new Set(['post,published,true,true', 'page,published,true,true']));
});

test('a signed-in viewer sees what everyone sees', () => {
  for (const row of rows) expect(isPublic(row, now, { id: 'owner', role: 'owner' })).toBe(isPublic(row, now));
});

test('every form of the visibility rule finds the same posts, also after their states change', async () => {
  expect(await everyForm()).toEqual(expectedOf(rows));
  const shifted = rows.map((row, at) => ({ ...rows[(at + 1) % rows.length]!, id: row.id }));
  for (const { id, ...state } of shifted) await db.post.update({ where: { id }, data: state });
  rows = shifted;
  expect(await everyForm()).toEqual(expectedOf(rows));
});

test('a post that time alone turns names that moment, and none names a moment that has passed', () => {
  const ahead = new Date(now.getTime() + HOUR_MS);
  const turning = rows.filter((row) => isPublic(row, ahead) !== isPublic(row, now));
  expect(turning).not.toEqual([]);
  expect(turning.map((row) => nextChangeOf(row, now))).toEqual(turning.map(() => ahead));
  const named = rows.flatMap((row) => nextChangeOf(row, now) ?? []);
  expect(named.filter((moment) => moment <= now)).toEqual([]);
});

function expectedOf(all: Row[]) {
  const open = all.filter((row) => isPublic(row, now));
  const posts = idsOf(open.filter(({ type }) => type === 'post'));
  const ids = idsOf(open);
  return {
    state: ids,
    where: ids,
    sql: ids,
    tagged: [posts, posts],
    written: [posts, posts],
    comments: ids,
    moves: ids,
  };
}

async function everyForm() {
  return {
    state: idsOf(rows.filter((row) => postStateOf(row, now) === 'Published')),
    where: idsOf(await readDb.post.findMany({ where: publicWhere(now), select: { id: true } })),
    sql: idsOf(await readDb.$queryRaw`SELECT p."id" FROM "Post" p WHERE ${publicSql(now)}`),
    tagged: await listed('PostTag'),
    written: await listed('PostAuthor'),
    comments: await allThat(async ({ id }) => (await findPolicyPost(db, id, now))?.isPublic === true),
    moves: await allThat(async ({ id }) => (await findRedirect(`/old/${id}`)).move !== null),
  };
}

/** By the condition of a query, and by SQL. */
async function listed(table: 'PostTag' | 'PostAuthor') {
  const query = { where: listedWhere(now), select: { postId: true } };
  const found = await (table === 'PostTag' ? readDb.postTag.findMany(query) : readDb.postAuthor.findMany(query));
  const inSql =
    table === 'PostTag'
      ? await readDb.$queryRaw<{ id: string }[]>`SELECT p."postId" AS "id" FROM "PostTag" p WHERE ${listedSql(now)}`
      : await readDb.$queryRaw<{ id: string }[]>`SELECT p."postId" AS "id" FROM "PostAuthor" p WHERE ${listedSql(now)}`;
  return [found.map(({ postId }) => postId).toSorted(), idsOf(inSql)];
}

async function allThat(is: (row: Row) => Promise<boolean>) {
  const found: Row[] = [];
  for (const row of rows) if (await is(row)) found.push(row);
  return idsOf(found);
}

function idsOf(found: { id: string }[]) {
  return found.map(({ id }) => id).toSorted();
}
