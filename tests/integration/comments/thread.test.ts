import { expect, test } from 'vitest';
import { listAncestors, findThreadPageOf, getThreadPage } from '@/lib/comments/queries';
import { isPostgres, transaction, db } from '@/lib/database/db';
import { Prisma, type PrismaClient } from '@/prisma/generated/sqlite/client';
import { findCommentFor } from '@/lib/comments/viewer-state';
import { onStatement } from '@/lib/database/query-events';
import { createComment, createLongThread, knownReader, say } from '../../factories/comments';
import { createPost } from '../../factories/posts';

test('the pages of a long thread hold every comment once, in the order of the conversation', async () => {
  const post = await createPost();
  const { deepest } = await createLongThread(post.id, 230);

  const paths: string[] = [];
  const first = await getThreadPage(post.id, 1);
  for (let page = 1; page <= first!.pages; page += 1) {
    const thread = await getThreadPage(post.id, page);
    const [start] = thread!.comments;
    expect(thread!.ancestors).toHaveLength(page === 1 ? 0 : start!.depth);
    paths.push(...thread!.comments.map((comment) => comment.path));
  }
  expect(first!.pages).toBe(5);
  expect(paths).toHaveLength(230);
  expect(paths).toEqual([...paths].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  expect(await getThreadPage(post.id, 6)).toBeNull();
  const onPage = await getThreadPage(post.id, await findThreadPageOf(post.id, deepest.path));
  expect(onPage!.comments.map((comment) => comment.id)).toContain(deepest.id);
});

test('the author of a new thread is sent to its page, also after removed comments with replies', async () => {
  const post = await createPost();
  const roots: string[] = [];
  for (let index = 0; index < 105; index += 1) {
    const status = index % 10 === 3 ? 'hidden' : 'approved';
    const { id, path } = await createComment(post.id, { status });
    if (index % 20 === 3) await createComment(post.id, { parentId: id });
    if (status === 'approved') roots.push(path);
  }

  const received = await Promise.all(roots.map((path) => findThreadPageOf(post.id, path)));

  const { pages } = (await getThreadPage(post.id, 1))!;
  const places = new Map<string, number>();
  for (let page = 1; page <= pages; page += 1) {
    for (const { path } of (await getThreadPage(post.id, page))!.comments) places.set(path, page);
  }
  expect(pages).toBe(3);
  expect(received).toEqual(roots.map((path) => places.get(path)));
});

test('sends the author to the page of the comment, also where most comments were removed', async () => {
  const post = await createPost();
  for (let index = 0; index < 25; index += 1) {
    const { id } = await createComment(post.id, { status: 'hidden' });
    await createComment(post.id, { parentId: id });
  }
  const said = await say(await knownReader(), post.id);
  expect((await getThreadPage(post.id, 2))?.comments.map(({ id }) => id)).toEqual([said.id]);
  expect(said.address).toBe(`/${post.slug}/comments/page/2#comment-${said.id}`);
  expect((await findCommentFor(null, { id: said.id, slug: post.slug }))?.address).toBe(said.address);
});

test('pending, hidden and spam comments are not in the thread, mentions stand apart and are not counted', async () => {
  const post = await createPost();
  const shown = await createComment(post.id);
  for (const status of ['pending', 'hidden', 'spam'] as const) await createComment(post.id, { status });
  const mention = await createComment(post.id, { type: 'mention', authorName: 'Quay Gazette' });

  const thread = await getThreadPage(post.id, 1);

  expect(thread?.comments).toMatchObject([{ id: shown.id }]);
  expect(thread?.mentions).toMatchObject([{ id: mention.id, author: { name: 'Quay Gazette' } }]);
  expect((await db.post.findUniqueOrThrow({ where: { id: post.id } })).commentCount).toBe(1);
});

test('a reply under a hidden comment keeps the tombstone of its parent', async () => {
  const post = await createPost();
  const hidden = await createComment(post.id, { status: 'hidden', body: 'Unsayable.' });
  const answer = await createComment(post.id, { parentId: hidden.id });

  const thread = await getThreadPage(post.id, 1);
  expect(thread?.comments).toMatchObject([{ id: hidden.id, state: 'removed-by-moderator' }, { id: answer.id }]);
  expect(JSON.stringify(thread)).not.toContain('Unsayable');
});

test('no page of a thread of thousands takes more than three statements, and none walks a whole table', async () => {
  const post = await createPost();
  for (let index = 0; index < 40; index += 1) await createPost();
  const { deepest } = await createLongThread(post.id, 3_000);
  await db.$executeRawUnsafe('ANALYZE');

  const { statements, stop } = recordStatements();
  const counts: number[] = [];
  for (const page of [1, 2, 40]) {
    statements.length = 0;
    const thread = await getThreadPage(post.id, page);
    expect(thread?.comments).toHaveLength(50);
    counts.push(statements.length);
    for (const statement of statements) expect(await plan(statement)).not.toMatch(fullScan);
  }
  statements.length = 0;
  expect(await listAncestors(post.id, deepest.path)).toHaveLength(31);
  for (const statement of statements) expect(await plan(statement)).not.toMatch(fullScan);
  stop();

  expect(Math.max(...counts)).toBeLessThanOrEqual(3);
});

test('a permalink into a thread of hundreds takes three statements, deep or not', async () => {
  const post = await createPost();
  const { root, deepest } = await createLongThread(post.id, 300);

  for (const id of [root.id, deepest.id]) {
    let statements = 0;
    const stop = onStatement(() => (statements += 1));
    const found = await findCommentFor(null, { id, slug: post.slug });
    stop();
    expect(found?.ancestors).toHaveLength(id === root.id ? 0 : 31);
    expect(found?.answers).toHaveLength(id === root.id ? 50 : 0);
    expect(found?.post).toMatchObject({ id: post.id, isPublic: true, commentCount: 300 });
    expect(statements).toBeLessThanOrEqual(3);
  }
  expect(await findCommentFor(null, { id: root.id, slug: 'elsewhere' })).toBeNull();
});

test('stores and counts two hundred simultaneous comments at distinct paths', async () => {
  const post = await createPost();
  const users = await Promise.all(Array.from({ length: 10 }, () => knownReader()));
  const first = await say(users[0]!, post.id);

  await Promise.all(
    Array.from({ length: 199 }, (_, at) =>
      say(users[at % users.length]!, post.id, at % 3 === 0 ? { parentId: first.id } : {}),
    ),
  );

  const stored = await db.comment.findMany({
    where: { postId: post.id, status: 'approved' },
    select: { path: true },
  });
  expect(new Set(stored.map(({ path }) => path)).size).toBe(200);
  const { commentCount } = await db.post.findUniqueOrThrow({ where: { id: post.id } });
  expect(commentCount).toBe(200);
  const { replyCount } = await db.comment.findUniqueOrThrow({ where: { id: first.id } });
  expect(replyCount).toBe(67);
}, 60_000);

test('the queue reads one state by its index', async () => {
  const byState = Prisma.sql`SELECT "id" FROM "Comment" WHERE "status" = 'pending' ORDER BY "createdAt" DESC, "id" DESC LIMIT 31`;
  expect(await plan(byState)).toMatch(/Comment_status_createdAt_id_idx/);
});

const fullScan = /SCAN (c|Comment|"Comment")\b(?! USING)|Seq Scan on "Comment"/;

/** Notes every raw statement that passes the reader, until stopped. */
function recordStatements() {
  const store = globalThis as unknown as { mastheadDatabase: { reader: PrismaClient } };
  const { reader } = store.mastheadDatabase;
  const statements: Prisma.Sql[] = [];
  store.mastheadDatabase.reader = new Proxy(reader, {
    get(client, name) {
      if (name !== '$queryRaw') return Reflect.get(client, name);
      return (text: TemplateStringsArray, ...values: unknown[]) => {
        statements.push(Prisma.sql(text, ...values));
        return client.$queryRaw(text, ...values);
      };
    },
  });
  return { statements, stop: () => void (store.mastheadDatabase.reader = reader) };
}

/** How the database would run the query. PostgreSQL must not scan a small table only because it is small. */
function plan(statement: Prisma.Sql) {
  return transaction(async (tx) => {
    if (isPostgres()) await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    const explain = Prisma.raw(isPostgres() ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN');
    const rows = await tx.$queryRaw<Record<string, unknown>[]>`${explain} ${statement}`;
    return rows.map((row) => String(row['QUERY PLAN'] ?? row.detail)).join('\n');
  });
}
