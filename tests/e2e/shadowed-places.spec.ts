import { db } from '@/lib/database/db';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

test('to its author a shadowed comment stands where any other would, in each order, and so does a reply', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost({ title: 'Moorings' });
  const { id: authorId } = await site.signIn(context, 'reader', 'Ole Petersen');
  const first = await createComment(post.id, { body: 'First.', createdAt: minutesAgo(50) });
  const shadowed = { authorId, status: 'shadowed' as const };
  const second = await createComment(post.id, { ...shadowed, body: 'Second.', createdAt: minutesAgo(40) });
  await createComment(post.id, { body: 'Third.', createdAt: minutesAgo(30) });
  const answered = { parentId: first.id };
  await createComment(post.id, { ...answered, body: 'A reply.', createdAt: minutesAgo(20) });
  await createComment(post.id, { ...answered, ...shadowed, body: 'A shadowed reply.', createdAt: minutesAgo(15) });
  await createComment(post.id, { ...answered, body: 'A later reply.', createdAt: minutesAgo(10) });
  await db.post.update({ where: { id: post.id }, data: { commentCount: 4 } });
  await site.refresh([`post:${post.id}`, `comments:${post.id}`]);

  const said = page.locator('.thread .comment__body');
  await page.goto(`${site.url}/${post.slug}`);
  await expect(said).toHaveText(['First.', 'A reply.', 'A shadowed reply.', 'A later reply.', 'Second.', 'Third.']);
  await expect(page.locator('.thread .thread .comment__body')).toHaveText([
    'A reply.',
    'A shadowed reply.',
    'A later reply.',
  ]);
  await page.goto(`${site.url}/${post.slug}/comments/by/newest`);
  await expect(said).toHaveText(['Third.', 'Second.', 'First.', 'A reply.', 'A shadowed reply.', 'A later reply.']);

  await page.goto(`${site.url}/${post.slug}#comment-${second.id}`);
  await expect(page.locator(`#comment-${second.id}:target`)).toBeInViewport();
});
