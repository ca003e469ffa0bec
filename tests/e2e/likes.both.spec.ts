import type { Page } from '@playwright/test';
import { db } from '@/lib/database/db';
import { applySettings } from '@/lib/settings/updating';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { filledSettingsForm } from '../factories/settings';
import { actorWith, createUser } from '../factories/users';
import { untilHydrated } from './hydrated';
import { expect, test } from './site';

const anHourAgo = () => new Date(Date.now() - 3_601_000);
const hasScript = () => test.info().project.use.javaScriptEnabled ?? true;
const likesOf = async (id: string) => (await db.comment.findUniqueOrThrow({ where: { id } })).likeCount;
const comment = (page: Page, text: string) => page.locator('article.comment', { hasText: text });

/** Without a script a page does not know its viewer; with one, once it has asked. */
async function likeButton(page: Page, text: string) {
  const button = comment(page, text).getByRole('button', { name: /^Like/ });
  if (hasScript()) await expect(button).toHaveAttribute('aria-pressed', /true|false/);
  return button;
}

async function signInWithPassword(page: Page, email: string, password: string) {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  if (hasScript()) await untilHydrated(page.locator('form', { has: page.getByLabel('Password', { exact: true }) }));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('a reader likes a comment and takes the like back, on the thread and on the comment’s own page', async ({
  page,
  site,
  context,
}) => {
  const post = await createPost({ title: 'Eels' });
  const { id } = await createComment(post.id, { body: 'Eels know the way.', createdAt: anHourAgo() });
  await createComment(post.id, { body: 'So do gulls.', createdAt: anHourAgo() });
  await site.signIn(context, 'reader', 'Ida Brandt');
  await page.goto(`${site.url}/${post.slug}`);
  const button = await likeButton(page, 'Eels know');
  await button.click();
  await expect.poll(() => likesOf(id)).toBe(1);
  if (hasScript()) {
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(button.locator('.toggle__count')).toHaveText('1');
    await expect(page.getByText('You like this comment. 1 like.')).toBeAttached();
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    await expect.poll(() => likesOf(id)).toBe(0);
    await button.click();
    await expect.poll(() => likesOf(id)).toBe(1);
    await page.goto(`${site.url}/${post.slug}/comments/${id}`);
  } else {
    // The page of the comment knows its viewer, and says so.
    await expect(page).toHaveURL(`${site.url}/${post.slug}/comments/${id}#like`);
    await expect(page.getByRole('button', { name: 'Unlike' })).toBeVisible();
    await page.goto(`${site.url}/${post.slug}`);
    // Pressed once more it is still one.
    await button.click();
    await expect(page).toHaveURL(`${site.url}/${post.slug}/comments/${id}#like`);
    expect(await likesOf(id)).toBe(1);
  }
  await expect(page.getByText('1 like', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Unlike' }).click();
  await expect(page.getByText('You no longer like this comment.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Like', exact: true })).toBeVisible();
  expect(await likesOf(id)).toBe(0);
});

test('who may not like a comment is told why, and whoever is signed out is led to sign in and back', async ({
  page,
  site,
  context,
}) => {
  const post = await createPost({ title: 'Herring' });
  const reader = await site.signIn(context, 'reader', 'Ole Petersen');
  const own = await createComment(post.id, { body: 'Mine alone.', authorId: reader.id, createdAt: anHourAgo() });
  const { id } = await createComment(post.id, { body: 'Herring again.', createdAt: anHourAgo() });
  await page.goto(`${site.url}/${post.slug}`);
  const mine = comment(page, 'Mine alone').getByRole('button', { name: /^Like/ });
  if (hasScript()) await expect(mine).toBeDisabled();
  else {
    await mine.click();
    await expect(page.getByRole('alert').filter({ hasText: 'You cannot like your own comment.' })).toBeVisible();
  }
  expect(await likesOf(own.id)).toBe(0);

  await db.user.update({ where: { id: reader.id }, data: { emailVerifiedAt: null } });
  await page.goto(`${site.url}/${post.slug}`);
  await (await likeButton(page, 'Herring again')).click();
  const refusal = page.getByRole('alert').filter({ hasText: 'Please confirm your e-mail address first.' });
  await expect(refusal).toBeVisible();
  expect(await likesOf(id)).toBe(0);

  await context.clearCookies();
  const { hashPassword } = await import('@/lib/auth/passwords');
  const user = await createUser({ name: 'Marta Nilsen', passwordHash: await hashPassword('seven gulls at noon') });
  await page.goto(`${site.url}/${post.slug}`);
  await comment(page, 'Herring again').getByRole('button', { name: /^Like/ }).click();
  await expect(page).toHaveURL(/\/signin\?to=/);
  await expect(page.getByText(/^Sign in to like this comment\./)).toBeVisible();
  await signInWithPassword(page, user.email ?? '', 'seven gulls at noon');
  if (hasScript()) await page.getByRole('link', { name: 'Continue' }).click();
  await expect(page).toHaveURL(new RegExp(`/${post.slug}/comments/${id}(#likes)?$`));
  await page.getByRole('button', { name: 'Like', exact: true }).click();
  await expect(page.getByText('You like this comment.')).toBeVisible();
  expect(await likesOf(id)).toBe(1);
});

async function react(page: Page, address: string) {
  const buttons = page.getByRole('form', { name: 'Reactions' });
  const love = buttons.getByRole('button', { name: /Love/ });
  await page.goto(address);
  if (hasScript()) await expect(love).toHaveAttribute('aria-pressed', 'false');
  await love.click();
  return { buttons, love };
}

test('a reader reacts to a post and takes it back', async ({ page, site, context }) => {
  const post = await createPost({ title: 'Cod' });
  await site.signIn(context, 'reader', 'Ida Brandt');
  const count = async () => (await db.postReactionCount.findMany({ where: { postId: post.id } }))[0]?.count ?? 0;
  const { buttons, love } = await react(page, `${site.url}/${post.slug}`);
  await expect(buttons.getByRole('button')).toHaveCount(5);
  await expect.poll(count).toBe(1);
  if (!hasScript()) {
    await expect(page).toHaveURL(`${site.url}/${post.slug}#reactions`);
    await page.getByRole('link', { name: 'Change your reactions' }).click();
    await expect(page.getByText('Yours are marked. Press one again to take it away.')).toBeVisible();
  }
  await expect(love).toHaveAttribute('aria-pressed', 'true');
  await expect(love).toContainText('1');
  await love.click();
  await expect(love).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(count).toBe(0);

  await context.clearCookies();
  await page.goto(`${site.url}/${post.slug}`);
  await love.click();
  await expect(page.getByText(/^Sign in to react to this post\./)).toBeVisible();
});

test('a thread is read newest or best first by its address, from page to page', async ({ page, site }) => {
  const post = await createPost({ title: 'Whiting' });
  const ids: string[] = [];
  for (let index = 0; index < 23; index += 1) {
    ids.push((await createComment(post.id, { body: `Catch ${index}.`, createdAt: anHourAgo() })).id);
  }
  for (let index = 0; index < 7; index += 1)
    await createComment(post.id, { parentId: ids[3]!, body: `Reply ${index}.` });
  await db.comment.update({ where: { id: ids[3]! }, data: { likeCount: 4, rank: 700_000_000 } });
  await page.goto(`${site.url}/${post.slug}`);
  const orders = page.getByRole('navigation', { name: 'Order of comments' });
  await expect(orders.getByRole('link', { name: 'Oldest' })).toHaveAttribute('aria-current', 'true');
  await orders.getByRole('link', { name: 'Newest' }).click();
  await expect(page).toHaveURL(`${site.url}/${post.slug}/comments/by/newest#comments`);
  await expect(page.locator('article.comment').first()).toContainText('Catch 22.');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`/${post.slug}$`));
  await expect(page.locator('meta[name=robots]').first()).toHaveAttribute('content', /noindex/);
  await page.getByRole('link', { name: 'More comments' }).click();
  await expect(page.locator('article.comment').first()).toContainText('Catch 2.');
  await page.getByRole('link', { name: 'First comments' }).click();
  await orders.getByRole('link', { name: 'Best' }).click();
  await expect(page.locator('article.comment').first()).toContainText('Catch 3.');
  await page.getByRole('link', { name: 'Show 2 more replies' }).click();
  await expect(page.getByText('Reply 6.')).toBeVisible();

  const altered = await page.goto(`${site.url}/${post.slug}/comments/by/best/zzz`);
  expect(altered?.status()).toBe(404);
  await expect(page.getByText('There are no comments at this address')).toBeVisible();
  const unknown = await page.goto(`${site.url}/${post.slug}/comments/by/loudest`);
  expect(unknown?.status()).toBe(404);

  await applySettings(await actorWith('admin'), await filledSettingsForm({ commentOrder: 'newest' }));
  const article = () => fetch(`${site.url}/${post.slug}`).then((answer) => answer.text());
  await expect.poll(article).toContain('aria-current="true">Newest');
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.locator('article.comment').first()).toContainText('Catch 22.');
  await orders.getByRole('link', { name: 'Oldest' }).click();
  await expect(page).toHaveURL(`${site.url}/${post.slug}/comments/by/oldest#comments`);
  await expect(page.locator('article.comment').first()).toContainText('Catch 0.');
  await applySettings(await actorWith('admin'), await filledSettingsForm({ commentOrder: 'oldest' }));
  await expect.poll(article).toContain('aria-current="true">Oldest');
});
