import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSortedThread } from '@/app/(site)/thread-reads';
import { addressInThread } from '@/lib/comments/addresses';
import { rankOf } from '@/lib/comments/likes';
import { cursorAt, readCursor, type SortedOrder } from '@/lib/comments/order';
import { getSortedPage } from '@/lib/comments/sorted-queries';
import { db, isPostgres } from '@/lib/database/db';
import { onStatement, type Statement } from '@/lib/database/query-events';
import { newId } from '@/lib/platform/ids';
import { applySettings } from '@/lib/settings/updating';
import { createComment, createLongThread } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { filledSettingsForm } from '../../factories/settings';
import { actorWith } from '../../factories/users';
import { openPlans } from '../../setup/plans';

const pageOf = (postId: string, order: SortedOrder, cursor = '') =>
  getSortedPage(postId, { order, after: cursor ? readCursor(order, cursor) : null });

const liked = (id: string, likes: number) =>
  db.comment.update({ where: { id }, data: { likeCount: likes, rank: rankOf(likes) } });

/** The ids of all conversations, page by page. */
async function rootsOf(postId: string, order: SortedOrder) {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = await pageOf(postId, order, cursor);
    ids.push(...page!.comments.filter(({ depth }) => depth === 0).map(({ id }) => id));
    cursor = page!.next;
  }
  return ids;
}

test('every conversation is on one page of each order, the newest or the most liked first, those alike by id', async () => {
  const post = await createPost();
  const ids: string[] = [];
  for (let index = 0; index < 47; index += 1) {
    const { id } = await createComment(post.id);
    await liked(id, index % 4);
    ids.push(id);
  }
  expect(await rootsOf(post.id, 'newest')).toEqual(ids.toReversed());
  const best = ids.toSorted((a, b) => (ids.indexOf(b) % 4) - (ids.indexOf(a) % 4) || (a < b ? 1 : -1));
  expect(await rootsOf(post.id, 'best')).toEqual(best);
});

test('replies stay with their conversation in their order; what is left out is counted, what is hidden is not', async () => {
  const post = await createPost();
  const root = await createComment(post.id);
  const replies = [];
  for (let index = 0; index < 9; index += 1) replies.push(await createComment(post.id, { parentId: root.id }));
  await createComment(post.id, { parentId: root.id, status: 'spam' });
  const gone = await createComment(post.id, { status: 'hidden' });
  const kept = await createComment(post.id, { parentId: gone.id });
  await createComment(post.id, { status: 'hidden' });
  const mention = await createComment(post.id, { type: 'mention' });
  const page = await pageOf(post.id, 'newest');
  expect(page?.comments.map(({ id }) => id)).toEqual([
    gone.id,
    kept.id,
    root.id,
    ...replies.slice(0, 5).map(({ id }) => id),
  ]);
  expect(page?.more).toEqual({ [root.id]: 4 });
  expect(page?.mentions.map(({ id }) => id)).toEqual([mention.id]);
});

test('a cursor that was altered, or past the end, is no page', async () => {
  const post = await createPost();
  const { id, path } = await createComment(post.id);
  for (const cursor of ["' OR 1=1", '../..', 'x'.repeat(2_000), '%00', '0']) {
    expect(await readSortedThread(post.id, 'newest', cursor)).toBeNull();
    expect(await readSortedThread(post.id, 'best', cursor)).toBeNull();
  }
  expect(await readSortedThread(post.id, 'newest', path)).toBeNull();
  expect(await readSortedThread(post.id, 'best', cursorAt('best', { path, rank: 0, id }))).toBeNull();
  const beyond = cursorAt('best', { path, rank: rankOf(1), id: newId() });
  expect((await readSortedThread(post.id, 'best', beyond))?.comments).toHaveLength(1);
});

test('where another order is preset, a comment’s address is on the pages with the oldest first', async () => {
  const post = await createPost();
  const comment = await createComment(post.id);
  const placed = { ...comment, postId: post.id };
  expect(await addressInThread(placed, post)).toBe(`/${post.slug}#comment-${comment.id}`);
  await applySettings(await actorWith('admin'), await filledSettingsForm({ commentOrder: 'best' }));
  expect(await addressInThread(placed, post)).toBe(`/${post.slug}/comments/by/oldest#comment-${comment.id}`);
  await applySettings(await actorWith('admin'), await filledSettingsForm({ commentOrder: 'oldest' }));
});

test('there are three orders, and no other is stored', async () => {
  await expect(filledSettingsForm({ commentOrder: 'loudest' })).rejects.toThrow('commentOrder');
});

let large: { id: string };
let plans: Awaited<ReturnType<typeof openPlans>>;
const statements: Statement[] = [];
const listening = onStatement((statement) => statements.push(statement));

beforeAll(async () => {
  large = await createPost();
  await createLongThread(large.id, 10_000);
  const some = await db.comment.findMany({ where: { postId: large.id }, take: 300, select: { id: true } });
  for (const [index, { id }] of some.entries()) await liked(id, index % 7);
  await db.$executeRawUnsafe(isPostgres() ? 'VACUUM ANALYZE' : 'ANALYZE');
  plans = await openPlans();
}, 60_000);

afterAll(async () => {
  listening();
  await plans.close();
});

test.each(['newest', 'best'] as const)(
  'ten thousand comments, %s first: three statements for a page, and none reads more than it shows',
  async (order) => {
    let cursor = '';
    for (let page = 0; page < 3; page += 1) {
      statements.length = 0;
      const found = await pageOf(large.id, order, cursor);
      const own = [...statements];
      expect(own.length).toBeLessThanOrEqual(3);
      for (const statement of own) {
        const walks = (await plans.explain(statement)).filter(({ isWalk }) => isWalk);
        expect({ walks, sql: walks.length > 0 ? statement.sql : '' }).toEqual({ walks: [], sql: '' });
      }
      cursor = found!.next ?? '';
    }
  },
);
