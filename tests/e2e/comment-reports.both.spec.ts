import { reportComment } from '@/lib/comments/reports/reporting';
import { db } from '@/lib/database/db';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { createUser } from '../factories/users';
import { expect, test } from './site';

test('a reader without an account reports a comment, a moderator removes it and undoes that, and the receipt says so', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const post = await createPost({ title: 'Moorings' });
  const { id } = await createComment(post.id, { body: 'Cheap boats, call me.', authorName: 'Sly' });
  await site.refresh([`post:${post.id}`, `comments:${post.id}`]);

  await page.goto(`${site.url}/${post.slug}`);
  await page.getByRole('link', { name: 'Report the comment by Sly' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Report a comment' })).toBeVisible();
  await expect(page.getByText('Cheap boats, call me.')).toBeVisible();
  await page.getByRole('button', { name: 'Report comment' }).click();
  await expect(page.locator('.field__error')).toHaveText('Choose what is wrong with it.');
  await page.getByLabel('What is wrong with it?').selectOption('Something else');
  await page.getByRole('button', { name: 'Report comment' }).click();
  await expect(page.locator('.field__error')).toHaveText('Say in a few words what is wrong with it.');
  await page.getByLabel('What is wrong with it?').selectOption('Something else');
  await page.getByLabel('In your words').fill('He has no boats.');
  await page.getByRole('button', { name: 'Report comment' }).click();
  await expect(page.getByText('Thank you. Your report is waiting for a moderator.')).toBeVisible();
  const receipt = page.url();
  expect(receipt).toMatch(/\/comments\/reports\/[0-9a-f]{64}$/);

  const desk = await context.browser()!.newContext({ javaScriptEnabled });
  await site.signIn(desk, 'moderator');
  const moderator = await desk.newPage();
  await moderator.goto(`${site.url}/admin/comments`);
  await expect(
    moderator.getByRole('link', { name: /^Comments \d+ awaiting approval or reported$/ }).first(),
  ).toBeVisible();
  await moderator.getByRole('link', { name: /^Reports \(\d+\)$/ }).click();
  const row = moderator.getByRole('listitem').filter({ hasText: 'Cheap boats' });
  await expect(row).toContainText('Something else (1)');
  await expect(row.getByText('He has no boats.')).toBeVisible();
  await row.getByRole('button', { name: 'Remove the comment by Sly' }).click();
  await expect(moderator.getByText('Removed one comment.')).toBeVisible();
  await page.goto(receipt);
  await expect(page.getByText('We removed the comment. Thank you for telling us.')).toBeVisible();
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.getByText('Cheap boats')).toHaveCount(0);

  await moderator.getByRole('button', { name: 'Undo' }).click();
  await expect(moderator.getByText('Undone for one comment.')).toBeVisible();
  await row.getByRole('button', { name: 'Keep the comment by Sly' }).click();
  await expect(moderator.getByText('Kept one comment. New reports no longer hide it.')).toBeVisible();
  await desk.close();
  await page.goto(receipt);
  await expect(page.getByText(/^We kept the comment/)).toBeVisible();
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.getByText('Cheap boats')).toBeVisible();
  expect(await db.commentReport.count({ where: { commentId: id } })).toBe(1);
});

test('an author is told not to report themselves, and a changed receipt or a comment that is gone is not found', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost({ title: 'Ropes' });
  const reader = await site.signIn(context, 'reader');
  const own = await createComment(post.id, { authorId: reader.id, body: 'Mine.' });
  const gone = await createComment(post.id, { status: 'hidden' });

  await page.goto(`${site.url}/comments/reports/new/${own.id}`);
  await page.getByLabel('What is wrong with it?').selectOption('Spam or advertising');
  await page.getByRole('button', { name: 'Report comment' }).click();
  await expect(page.getByText('This is your own comment. You can delete it instead.')).toBeVisible();
  for (const path of [`new/${gone.id}`, '0'.repeat(64), 'nothing']) {
    expect((await page.goto(`${site.url}/comments/reports/${path}`))?.status()).toBe(404);
  }
  expect(await db.commentReport.count({ where: { comment: { postId: post.id } } })).toBe(0);
});

test('several reported comments are decided with one press', async ({ page, context, site }) => {
  const post = await createPost({ title: 'Anchors' });
  const comments = await Promise.all([
    createComment(post.id, { body: 'First nonsense.', authorName: 'Uno' }),
    createComment(post.id, { body: 'Second nonsense.', authorName: 'Due' }),
  ]);
  for (const { id } of comments) {
    await page.goto(`${site.url}/comments/reports/new/${id}`);
    await page.getByLabel('What is wrong with it?').selectOption('Spam or advertising');
    await page.getByRole('button', { name: 'Report comment' }).click();
    await expect(page.getByText('Your report is waiting for a moderator.')).toBeVisible();
  }
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin/comments/reports`);
  await page.getByRole('checkbox', { name: 'Select the comment by Uno' }).check();
  await page.getByRole('checkbox', { name: 'Select the comment by Due' }).check();
  await page.locator('#bulk').getByRole('button', { name: 'Hide until decided' }).click();
  await expect(page.getByText('Hid 2 comments until you decide.')).toBeVisible();
  const states = await db.comment.findMany({ where: { postId: post.id }, select: { status: true } });
  expect(states).toEqual([{ status: 'pending' }, { status: 'pending' }]);
});

test('a moderator edits a reported comment and replies to it, and an owner suspends its author, all in the list', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost({ title: 'Buoys' });
  const author = await createUser({ name: 'Otto Quay' });
  const { id } = await createComment(post.id, { authorId: author.id, body: 'Call 555 0100.' });
  await reportComment({ commentId: id, reason: 'private', text: '' }, { actor: null, address: '192.0.2.8' });
  await site.signIn(context, 'owner');
  const list = `${site.url}/admin/comments/reports`;

  await page.goto(list);
  const row = page.locator(`#comment-${id}`);
  await expect(row).toContainText('Private information (1)');
  await row.getByRole('link', { name: 'Edit the comment by Otto Quay' }).click();
  await page.getByLabel('Edit this comment').fill('Call [removed].');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('The comment was edited. Readers see that it was.')).toBeVisible();
  await expect(row).toContainText('Call [removed].');
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.locator(`#comment-${id}`)).toContainText('edited');

  await page.goto(list);
  await page.getByRole('link', { name: 'Reply to Otto Quay' }).click();
  await page.getByLabel('Reply to Otto Quay').fill('No telephone numbers, please.');
  await page.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(page.getByText('Your reply is posted.')).toBeVisible();
  await page.getByRole('link', { name: 'Suspend author Otto Quay' }).click();
  await page.getByLabel('Reason').fill('Telephone numbers.');
  await page.getByRole('button', { name: 'Suspend', exact: true }).click();
  await expect(page.getByText('Otto Quay is suspended and signed out.')).toBeVisible();
  await expect(row).toContainText('Suspended');
  await expect(page).toHaveURL(/\/admin\/comments\/reports/);
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.locator('article.comment', { hasText: 'No telephone numbers, please.' })).toBeVisible();
});
