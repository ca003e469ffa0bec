import { db } from '@/lib/database/db';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

const HOUR_MS = 3_600_000;

test('a comment is previewed, by whoever writes it, and nothing typed is lost', async ({ page, site }) => {
  const post = await createPost();
  await page.goto(`${site.url}/${post.slug}`);
  await page.getByLabel('Your comment').fill('The *ferry*\n\n> is late');
  await page.getByRole('button', { name: 'Preview' }).click();

  await expect(page.getByText('This is how your comment will look. It is not posted yet.')).toBeVisible();
  const preview = page.locator('.comment-form__preview');
  await expect(preview.locator('em')).toHaveText('ferry');
  await expect(preview.locator('blockquote')).toHaveText('is late');
  await expect(page.getByLabel('Your comment')).toHaveValue('The *ferry*\n\n> is late');
  expect(await db.comment.count({ where: { postId: post.id } })).toBe(0);
  expect(await db.commentDraft.count({ where: { postId: post.id } })).toBe(0);

  await page.getByLabel('Your comment').fill('<script>alert(1)</script> [x](javascript:alert(1))');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(preview).toContainText('<script>alert(1)</script>');
  await expect(preview.locator('a')).toHaveCount(0);
});

test('a change after some time shows everybody what was changed, until a moderator removes it', async ({
  page,
  context,
  site,
  browser,
  javaScriptEnabled,
}) => {
  const post = await createPost();
  const author = await site.signIn(context, 'reader', 'Ida Brandt');
  const createdAt = new Date(Date.now() - HOUR_MS);
  const { id } = await createComment(post.id, { authorId: author.id, body: 'The ferry is late.', createdAt });
  await site.refresh([`comments:${post.id}`]);
  await page.goto(`${site.url}/${post.slug}/comments/${id}`);
  await page.getByLabel('Edit your comment').fill('The ferry is early.');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.locator('.comment', { hasText: 'The ferry is early.' })).toBeVisible();

  const other = await browser.newContext({ javaScriptEnabled });
  const reader = await other.newPage();
  await reader.goto(`${site.url}/${post.slug}`);
  await reader.getByRole('link', { name: 'edited' }).click();
  await expect(reader.getByRole('heading', { level: 1, name: 'Edit history' })).toBeVisible();
  await expect(reader.locator('del')).toHaveText('late');
  await expect(reader.locator('ins')).toHaveText('early');
  await expect(reader.getByRole('button', { name: 'Remove earlier versions' })).toHaveCount(0);

  await site.signIn(other, 'moderator');
  await reader.reload();
  await reader.getByRole('button', { name: 'Remove earlier versions' }).click();
  await expect(reader.getByText('There are no earlier versions of this comment.')).toBeVisible();
  await expect(reader.locator('del')).toHaveCount(0);
  await other.close();
});

test('what a moderator changed says so at once, and everybody can read what stood there before', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost();
  const { id } = await createComment(post.id, { body: 'The ferry is late.' });
  await site.signIn(context, 'moderator');
  await page.goto(`${site.url}/${post.slug}/comments/${id}`);
  await page.getByLabel('Edit this comment').fill('The ferry is early.');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('The comment was edited. Readers see that it was.')).toBeVisible();
  await context.clearCookies();
  await page.goto(`${site.url}/${post.slug}`);
  await page.getByRole('link', { name: 'edited by a moderator' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Edit history' })).toBeVisible();
  await expect(page.getByText('edited by a moderator', { exact: true })).toBeVisible();
  await expect(page.locator('del')).toHaveText('late');
});

test('a moderator who saves over what another has changed reads it first, and loses nothing', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost();
  const { id } = await createComment(post.id, { body: 'The ferry is late.' });
  await site.signIn(context, 'moderator');
  await page.goto(`${site.url}/${post.slug}/comments/${id}`);
  const other = await context.newPage();
  await other.goto(`${site.url}/${post.slug}/comments/${id}`);
  await other.getByLabel('Edit this comment').fill('The ferry is early.');
  await other.getByRole('button', { name: 'Save changes' }).click();
  await expect(other.getByText('The comment was edited. Readers see that it was.')).toBeVisible();

  const field = page.getByLabel('Edit this comment');
  await field.fill('The ferry is cancelled.');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Another person changed this comment after you opened it.').first()).toBeVisible();
  await expect(page.getByText('The comment now says: “The ferry is early.”').first()).toBeVisible();
  await expect(field).toHaveValue('The ferry is cancelled.');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('The comment was edited. Readers see that it was.')).toBeVisible();
  await expect(field).toHaveValue('The ferry is cancelled.');
});

test('whose comment was hidden reads that a moderator did it, and where decisions stand', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost();
  const { id: authorId } = await site.signIn(context, 'reader');
  const { id } = await createComment(post.id, { authorId, body: 'The ferry is late.', status: 'hidden' });
  await page.goto(`${site.url}/${post.slug}/comments/${id}`);
  await expect(page.getByText('A moderator has hidden your comment.')).toBeVisible();
  await expect(page.getByText('removed')).toHaveCount(0);
  await page.getByRole('link', { name: 'Decisions about your comments' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Decisions about your comments' })).toBeVisible();
});
