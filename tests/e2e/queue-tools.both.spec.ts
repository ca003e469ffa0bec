import { db } from '@/lib/database/db';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { createUser } from '../factories/users';
import { expect, test } from './site';

test('a moderator replies to what awaits approval: one press approves it and posts the reply, and the queue says so', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost({ title: 'Moorings' });
  const author = await createUser({ name: 'Ida Brandt' });
  const asked = { authorId: author.id, body: 'Where is the quay?', status: 'pending' } as const;
  const { id } = await createComment(post.id, asked);
  await site.signIn(context, 'moderator');
  await page.goto(`${site.url}/admin/comments?post=${post.id}`);
  await page.getByRole('link', { name: 'Reply to Ida Brandt' }).click();
  await page.getByRole('button', { name: 'Approve and reply' }).click();
  await expect(page.getByText('Write something first.').first()).toBeVisible();
  await page.getByLabel('Reply to Ida Brandt').fill('Behind the light.');
  await page.getByRole('button', { name: 'Approve and reply' }).click();
  await expect(page.getByText('Approved one comment. Your reply is posted.')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/admin/comments\\?post=${post.id}`));
  await expect(page.getByText('Where is the quay?')).toHaveCount(0);
  expect(await db.comment.findFirst({ where: { parentId: id } })).toMatchObject({ body: 'Behind the light.' });
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.getByRole('article').getByText('Behind the light.')).toBeVisible();
  await expect(page.getByRole('article').getByText('Where is the quay?')).toBeVisible();
});

test('a moderator edits a comment in its row, which shows the new text', async ({ page, context, site }) => {
  const post = await createPost({ title: 'Moorings' });
  const author = await createUser({ name: 'Ida Brandt' });
  const { id } = await createComment(post.id, { authorId: author.id, body: 'Call 555 0100.' });
  await site.signIn(context, 'moderator');
  await page.goto(`${site.url}/admin/comments?state=approved&post=${post.id}`);
  const row = page.locator(`#comment-${id}`);
  await row.getByRole('link', { name: 'Edit the comment by Ida Brandt' }).click();
  await expect(row.getByLabel('Edit this comment')).toHaveValue('Call 555 0100.');
  await row.getByLabel('Edit this comment').fill('Call [removed].');
  await row.getByRole('button', { name: 'Save changes' }).click();
  await expect(row.getByText('The comment was edited. Readers see that it was.')).toBeVisible();
  await expect(row.locator('.queue__body')).toHaveText('Call [removed].');
  await expect(page).toHaveURL(/\/admin\/comments\?state=approved/);
});

test('an owner suspends an author in the row and lifts it again; a moderator is not offered that, and nobody for staff', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost({ title: 'Moorings' });
  const [author, editor] = [await createUser({ name: 'Ida Brandt' }), await createUser({ role: 'editor' })];
  for (const { id } of [author, editor]) await createComment(post.id, { authorId: id, body: 'Buy ropes.' });
  await site.signIn(context, 'owner');
  const list = `${site.url}/admin/comments?state=approved&post=${post.id}`;
  await page.goto(list);
  await expect(page.getByRole('link', { name: /^Suspend author/ })).toHaveCount(1);
  await expect(page.getByRole('link', { name: /^Restrict author/ })).toHaveCount(1);
  await page.getByRole('link', { name: 'Suspend author Ida Brandt' }).click();
  await page.getByLabel('Reason', { exact: true }).fill('Ropes.');
  await page.getByRole('button', { name: 'Suspend', exact: true }).click();
  await expect(page.getByText('Ida Brandt is suspended and signed out.')).toBeVisible();
  await page.getByRole('button', { name: 'Lift the suspension' }).click();
  await expect(page.getByText('Ida Brandt may sign in again.')).toBeVisible();
  expect((await db.user.findUniqueOrThrow({ where: { id: author.id } })).bannedAt).toBeNull();

  await context.clearCookies();
  await site.signIn(context, 'moderator');
  await page.goto(list);
  await expect(page.getByRole('link', { name: /^Suspend author/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: /^Restrict author/ })).toHaveCount(1);
});
