import type { BrowserContext, Page } from '@playwright/test';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { linkIn, readEmails } from '../factories/received-emails';
import { createUser } from '../factories/users';
import { expect, test, type Site } from './site';

/** A user whose comments appear immediately, because one was approved before. */
async function signInKnown(site: Site, context: BrowserContext, name: string) {
  const user = await site.signIn(context, 'reader', name);
  const elsewhere = await createPost({ status: 'draft' });
  await createComment(elsewhere.id, { authorId: user.id });
  return user;
}

async function write(page: Page, label: string | RegExp, text: string, button = 'Post comment') {
  await page.getByLabel(label).fill(text);
  await page.getByRole('button', { name: button }).click();
}

const comment = (page: Page, text: string) => page.locator('article.comment', { hasText: text }).last();

test('a reader comments, another replies, and everyone sees both', async ({ page, site, browser, context }) => {
  const renderedHtml = '<p>A net is a great many holes that hold together.</p>'.repeat(40);
  const post = await createPost({ title: 'Nets and knots', renderedHtml });
  await signInKnown(site, context, 'Ida Brandt');
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.getByRole('heading', { name: 'Post a Comment (0)' })).toBeVisible();

  await write(page, 'Your comment', 'The *ferry* is late again.');

  await expect(comment(page, 'The ferry is late again.').locator('em')).toHaveText('ferry');
  await expect(page).toHaveURL(/#comment-/);
  await expect(comment(page, 'The ferry is late again.')).toBeInViewport();
  await expect(page.getByRole('heading', { name: 'Post a Comment (1)' })).toBeVisible();

  const other = await browser.newContext({ javaScriptEnabled: test.info().project.use.javaScriptEnabled ?? true });
  const second = await other.newPage();
  await signInKnown(site, other, 'Ole Petersen');
  await second.goto(`${site.url}/${post.slug}`);
  await comment(second, 'ferry').getByRole('link', { name: 'Reply to Ida Brandt' }).click();
  await write(second, 'Your reply to Ida Brandt', 'It always is on Mondays.', 'Post reply');
  await expect(comment(second, 'It always is on Mondays.')).toBeInViewport();
  await write(second, 'Your comment', 'And on Tuesdays, now that I think of it.');
  await expect(comment(second, 'And on Tuesdays')).toBeInViewport();
  expect(new URL(second.url()).search).toBe('');
  await other.close();

  await context.clearCookies();
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.getByRole('heading', { name: 'Post a Comment (3)' })).toBeVisible();
  await expect(page.locator('.thread .thread article')).toContainText('It always is on Mondays.');
});

test('what a signed-out reader wrote survives signing in and is published once', async ({ page, site }) => {
  const post = await createPost();
  const { hashPassword } = await import('@/lib/auth/passwords');
  const user = await createUser({ name: 'Marta Nilsen', passwordHash: await hashPassword('seven gulls at noon') });
  const elsewhere = await createPost({ status: 'draft' });
  await createComment(elsewhere.id, { authorId: user.id });

  await page.goto(`${site.url}/${post.slug}`);
  await write(page, 'Your comment', 'I saw it from the pier.');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('Your comment is saved.')).toBeVisible();
  await page.getByLabel('E-mail').fill(user.email ?? '');
  await page.getByLabel('Password').fill('seven gulls at noon');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();

  await expect(page).toHaveURL(new RegExp(`/${post.slug}#comment-`));
  await expect(comment(page, 'I saw it from the pier.')).toContainText('Marta Nilsen');
  await page.goto(`${site.url}/comments/waiting`);
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.getByRole('heading', { name: 'Post a Comment (1)' })).toBeVisible();
});

test('the text is shown back when the conversation was locked meanwhile', async ({ page, site, context }) => {
  const post = await createPost();
  await page.goto(`${site.url}/${post.slug}`);
  await write(page, 'Your comment', 'My last word on herring.');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  const { db } = await import('@/lib/database/db');
  await db.post.update({ where: { id: post.id }, data: { commentsLockedReason: 'Enough herring.' } });
  await site.signIn(context, 'reader');

  await page.goto(`${site.url}/comments/waiting`);

  await expect(page.getByRole('textbox')).toHaveValue('My last word on herring.');
  await page.getByRole('button', { name: 'Publish it' }).click();
  await expect(page.getByText('This conversation is locked: Enough herring.')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveValue('My last word on herring.');
});

test('a newcomer’s comment is seen by its author alone until a moderator approves it', async ({
  page,
  site,
  browser,
  context,
}) => {
  const post = await createPost();
  await site.signIn(context, 'reader', 'Nora New');
  await page.goto(`${site.url}/${post.slug}`);
  await write(page, 'Your comment', 'Hello, harbour.');
  await expect(page.getByText('Your comment is awaiting approval.')).toBeVisible();
  await expect(comment(page, 'Hello, harbour.')).toBeVisible();
  const ownPage = page.url();

  const other = await browser.newContext({ javaScriptEnabled: test.info().project.use.javaScriptEnabled ?? true });
  const staff = await other.newPage();
  expect((await staff.goto(ownPage))?.status()).toBe(404);
  await staff.goto(`${site.url}/${post.slug}`);
  await expect(staff.getByText('Hello, harbour.')).toHaveCount(0);

  await site.signIn(other, 'moderator', 'Mo Keller');
  await staff.goto(`${site.url}/admin/comments`);
  const row = staff.locator('[data-row]', { hasText: 'Hello, harbour.' });
  await expect(row).toContainText('No approved comments');
  const waiting = staff.getByRole('link', { name: /^Comments 1 awaiting approval$/ });
  await expect(waiting).toBeVisible();
  await row.getByRole('button', { name: 'Approve' }).click();
  await expect(staff.getByText('Approved one comment.')).toBeVisible();
  await expect(row).toHaveCount(0);
  await expect(waiting).toHaveCount(0);

  await page.goto(`${site.url}/${post.slug}`);
  await expect(comment(page, 'Hello, harbour.')).toBeVisible();

  await staff.getByRole('button', { name: 'Undo' }).click();
  await expect(staff.locator('[data-row]', { hasText: 'Hello, harbour.' })).toBeVisible();
  await other.clearCookies();
  await staff.goto(`${site.url}/${post.slug}`);
  await expect(staff.getByText('Hello, harbour.')).toHaveCount(0);
  await other.close();
});

test('an author edits, deletes and restores a comment', async ({ page, site, context }) => {
  const post = await createPost();
  await signInKnown(site, context, 'Ida Brandt');
  await page.goto(`${site.url}/${post.slug}`);
  await write(page, 'Your comment', 'The tide is hihg.');
  await comment(page, 'The tide is hihg.').locator('.comment__time').click();

  await write(page, 'Edit your comment', 'The tide is high.', 'Save changes');
  await expect(comment(page, 'The tide is high.')).toContainText('edited');
  await expect(page).toHaveURL(new RegExp(`/${post.slug}#comment-`));

  await comment(page, 'The tide is high.').locator('.comment__time').click();
  await page.getByRole('button', { name: 'Delete my comment' }).click();
  await expect(page.getByText('This comment was deleted by its author.')).toBeVisible();
  await page.getByRole('button', { name: 'Restore my comment' }).click();
  await expect(page).toHaveURL(new RegExp(`/${post.slug}#comment-`));
  await expect(comment(page, 'The tide is high.')).toBeVisible();
});

test('script in a comment is text', async ({ page, site, context }) => {
  const post = await createPost();
  await signInKnown(site, context, '<img src=x onerror=alert(1)>');
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(`${site.url}/${post.slug}`);
  await write(page, 'Your comment', '<script>alert(1)</script> <img src=x onerror=alert(2)> [x](javascript:alert(3))');

  await expect(comment(page, '<script>alert(1)</script>')).toBeVisible();
  await expect(page.locator('.comment__body :is(script, img, a)')).toHaveCount(0);
  expect(dialogs).toEqual([]);
});

test('a refused form keeps what was typed, and stays in view', async ({ page, site, context }) => {
  const post = await createPost({ renderedHtml: '<p>A long walk down to the comments.</p>'.repeat(60) });
  await signInKnown(site, context, 'Ida Brandt');
  await page.goto(`${site.url}/${post.slug}`);
  await write(page, 'Your comment', 'Well said.');
  await expect(comment(page, 'Well said.')).toBeVisible();
  await page.goto(`${site.url}/${post.slug}`);

  await write(page, 'Your comment', 'Well said.');

  await expect(page.getByText('You have already posted this comment.')).toBeInViewport();
  await expect(page.getByLabel('Your comment')).toHaveValue('Well said.');
  await page.getByRole('link', { name: 'View your comment' }).click();
  await expect(page).toHaveURL(new RegExp(`/${post.slug}/comments/`));

  // Another post: on the first one the refused words are still kept, and come back into the field.
  await page.goto(`${site.url}/${(await createPost()).slug}`);
  const long = 'herring '.repeat(1300);
  await write(page, 'Your comment', long);
  await expect(page.getByText('A comment can have at most 10,000 characters.').first()).toBeVisible();
  await expect(page.getByLabel('Your comment')).toHaveValue(long);
});

test('who signs up after writing finds the comment posted, and is not offered it again', async ({ page, site }) => {
  const post = await createPost();
  const email = `nora-${post.slug}@example.test`;
  await page.goto(`${site.url}/${post.slug}`);
  await write(page, 'Your comment', 'My first word here.');
  await page.getByRole('link', { name: 'Create an account' }).click();
  await expect(page.getByText('“My first word here.”')).toBeVisible();
  await page.getByLabel('Name').fill('Nora New');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill('seven gulls at noon');
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByText('Open it in this browser, and your comment is posted as well.')).toBeVisible();
  const messages = () => readEmails(site.dataDir, email).catch(() => []);
  await expect.poll(async () => (await messages()).length).toBe(1);

  await page.goto(site.url + linkIn((await messages())[0]));
  await expect(page.getByText('Your comment is saved.')).toBeVisible();
  await page.getByRole('button', { name: 'Confirm and sign in' }).click();

  await expect(page.getByText('Your comment is awaiting approval.')).toBeVisible();
  await expect(comment(page, 'My first word here.')).toBeVisible();
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.getByLabel('Your comment')).toHaveValue('');
  await expect(page.getByRole('button', { name: 'Restore your unsent comment' })).toHaveCount(0);
});

test('viewing a pending comment publishes nothing, and no other browser can publish it', async ({
  page,
  site,
  browser,
}) => {
  const post = await createPost();
  await page.goto(`${site.url}/${post.slug}`);
  await write(page, 'Your comment', 'Words of a stranger.');
  await expect(page.getByText('Your comment is saved.')).toBeVisible();
  const secret = (await page.context().cookies()).find(({ name }) => name === 'comment-draft')?.value ?? '';
  expect(secret).not.toBe('');
  expect(page.url()).not.toContain(secret);

  const other = await browser.newContext({ javaScriptEnabled: test.info().project.use.javaScriptEnabled ?? true });
  const owner = await other.newPage();
  await site.signIn(other, 'owner', 'Olga Lind');
  for (const path of ['/comments/waiting', '/comments/resume']) await owner.goto(`${site.url}${path}?draft=${secret}`);
  await owner.goto(`${site.url}/comments/waiting?draft=${secret}`);
  await expect(owner.getByRole('heading', { name: 'No saved comment' })).toBeVisible();
  await owner.goto(`${site.url}/${post.slug}`);
  await expect(owner.getByRole('heading', { name: 'Post a Comment (0)' })).toBeVisible();
  await other.close();
});

test('a browser that fills in the honeypot gets a message, and the second attempt works', async ({
  page,
  site,
  context,
}) => {
  const post = await createPost();
  await signInKnown(site, context, 'Ida Brandt');
  await page.goto(`${site.url}/${post.slug}`);
  await page.locator('[name="stays-empty"]').fill('https://ida.example', { force: true });
  await write(page, 'Your comment', 'No machine at all.');
  await expect(page.getByText('please submit the form once more')).toBeVisible();
  await expect(page.getByLabel('Your comment')).toHaveValue('No machine at all.');

  await page.getByRole('button', { name: 'Post comment' }).click();
  await expect(comment(page, 'No machine at all.')).toBeVisible();
});
