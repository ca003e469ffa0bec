import type { Page } from '@playwright/test';
import { db } from '@/lib/database/db';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { createUser } from '../factories/users';
import { expect, test } from './site';

/** The refusal, the way to sign in and back, and what was typed. */
async function expectSignIn(page: Page, { back, typed }: { back: string; typed?: string }) {
  await expect(page.getByRole('heading', { name: 'Please sign in first.' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sign in' })).toHaveAttribute(
    'href',
    `/signin?to=${encodeURIComponent(back)}`,
  );
  const fields = page.getByLabel('What you typed');
  if (typed === undefined) await expect(fields).toHaveCount(0);
  else await expect(fields).toHaveValue(typed);
}

test('after the session ended, editing and deleting one’s comment say so and give the text back', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost();
  const author = await site.signIn(context, 'reader', 'Ida Brandt');
  const { id } = await createComment(post.id, { authorId: author.id, body: 'The ferry is late.' });
  const back = `/${post.slug}/comments/${id}`;

  await page.goto(`${site.url}${back}`);
  await page.getByLabel('Edit your comment').fill('The ferry is early,\nfor once.');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expectSignIn(page, { back, typed: 'The ferry is early,\nfor once.' });

  await site.signIn(context, 'reader', 'Ida Brandt');
  const other = await createComment(post.id, {
    authorId: (await db.session.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })).userId,
  });
  await page.goto(`${site.url}/${post.slug}/comments/${other.id}`);
  await context.clearCookies();
  await page.getByRole('button', { name: 'Delete my comment' }).click();
  await expectSignIn(page, { back: `/${post.slug}/comments/${other.id}` });
  expect(await db.comment.count({ where: { postId: post.id, status: 'approved' } })).toBe(2);
});

test('after the session ended, the forms of moderators give back what was typed', async ({ page, context, site }) => {
  const post = await createPost();
  const { id } = await createComment(post.id, { body: 'Buy ropes.', authorId: (await createUser()).id });
  await site.signIn(context, 'moderator');
  await page.goto(`${site.url}/${post.slug}/comments/${id}`);
  await page.getByLabel('Explanation').first().fill('Ropes are advertised elsewhere.');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Remove and tell its author' }).first().click();
  await expectSignIn(page, { back: `/${post.slug}/comments/${id}`, typed: 'Ropes are advertised elsewhere.' });
});

test('a form of the admin whose session ended is not called out of date', async ({ page, context, site, browser }) => {
  const others = await browser.newContext();
  const author = await site.signIn(others, 'reader', 'Ole Petersen');
  await others.close();
  await site.signIn(context, 'moderator');
  const back = `/admin/comments/authors/${author.id}`;
  await page.goto(`${site.url}${back}`);
  await page.getByLabel('Note').fill('Sells ropes, and more ropes.');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Restrict' }).first().click();
  await expectSignIn(page, { back, typed: 'Sells ropes, and more ropes.' });
});
