import type { BrowserContext, Page } from '@playwright/test';
import { db } from '@/lib/database/db';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test, type Site } from './site';

const edit = (page: Page) => page.getByRole('link', { name: 'Edit your comment' });
const remove = (page: Page) => page.getByRole('link', { name: 'Delete your comment' });
const field = (page: Page) => page.getByLabel('Edit your comment');
const said = (page: Page) => page.locator('#comments > [role=status]');

/** A page with a comment of the person who looks at it, and one of somebody else. */
async function openOwn({ site, page, context }: { site: Site; page: Page; context: BrowserContext }) {
  const post = await createPost();
  const author = await site.signIn(context, 'reader', 'Ida Brandt');
  const { id } = await createComment(post.id, { authorId: author.id, body: 'The ferry is late.' });
  await createComment(post.id, { authorName: 'Ole Petersen', body: 'It is not.' });
  await site.refresh([`comments:${post.id}`]);
  await page.goto(`${site.url}/${post.slug}`);
  return { post, id, author, own: page.locator(`#comment-${id}`) };
}

test('a comment is edited where it stands: by keyboard, announced, and with the focus back where it was', async ({
  site,
  page,
  context,
}) => {
  const { post, id, own } = await openOwn({ site, page, context });
  await expect(edit(page)).toHaveCount(1);
  await edit(page).press('Enter');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('The ferry is late.');
  await expect(own.locator('.comment__body')).toBeHidden();
  await expect(own.locator('.comment__author')).toBeVisible();

  await field(page).press('Escape');
  await expect(field(page)).toHaveCount(0);
  await expect(edit(page)).toBeFocused();
  await expect(own.locator('.comment__body')).toHaveText('The ferry is late.');

  await edit(page).click();
  await field(page).fill('The *ferry* is early.');
  await own.getByRole('button', { name: 'Save changes' }).click();
  await expect(own.locator('.comment__body em')).toHaveText('ferry');
  await expect(own.locator('.comment__edited')).toHaveText('edited');
  await expect(edit(page)).toBeFocused();
  await expect(said(page)).toHaveText('Your changes are saved.');
  await expect(page).toHaveURL(`${site.url}/${post.slug}`);
  expect(await db.comment.findUnique({ where: { id }, select: { body: true } })).toEqual({
    body: 'The *ferry* is early.',
  });

  await page.reload();
  await expect(own.locator('.comment__body')).toHaveText('The ferry is early.');
});

test('what is typed into a comment survives a refusal, a line that breaks and a closed tab', async ({
  site,
  page,
  context,
}) => {
  const { post, own } = await openOwn({ site, page, context });
  await edit(page).click();
  await field(page).fill('The ferry is early.');
  await context.setOffline(true);
  await own.getByRole('button', { name: 'Save changes' }).click();
  await expect(own.locator('.notice--refused')).toContainText('The server could not be reached');
  await expect(field(page)).toHaveValue('The ferry is early.');
  await context.setOffline(false);

  await db.post.update({ where: { id: post.id }, data: { commentsMode: 'closed' } });
  await own.getByRole('button', { name: 'Save changes' }).click();
  await expect(own.locator('.notice--refused')).toContainText('Comments on this post are closed.');
  await expect(field(page)).toHaveValue('The ferry is early.');
  await db.post.update({ where: { id: post.id }, data: { commentsMode: 'open' } });

  await page.reload();
  await edit(page).click();
  await expect(field(page)).toHaveValue('The ferry is early.');
  await page.getByRole('button', { name: 'Start again from the published comment' }).click();
  await expect(field(page)).toHaveValue('The ferry is late.');
  await expect(field(page)).toBeFocused();
  await own.getByRole('button', { name: 'Cancel' }).click();
  await edit(page).click();
  await expect(field(page)).toHaveValue('The ferry is late.');
  await expect(page.getByText('This is what you had typed before.')).toHaveCount(0);
});

test('a change that awaits approval leads to the page that says so', async ({ site, page, context }) => {
  const { post, id, own } = await openOwn({ site, page, context });
  await edit(page).click();
  await field(page).fill('https://one.example https://two.example https://three.example');
  await own.getByRole('button', { name: 'Save changes' }).click();
  await expect(page).toHaveURL(`${site.url}/${post.slug}/comments/${id}`);
  await expect(page.getByText('Your comment is awaiting approval.')).toBeVisible();
});

test('a comment is deleted after a question, and restored by Undo', async ({ site, page, context }) => {
  const { id, own } = await openOwn({ site, page, context });
  const status = async () => (await db.comment.findUniqueOrThrow({ where: { id }, select: { status: true } })).status;
  const question = page.getByRole('group', { name: 'Delete your comment?' });
  await remove(page).press('Enter');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(remove(page)).toBeFocused();
  expect(await status()).toBe('approved');

  await remove(page).click();
  await question.getByRole('button', { name: 'Delete' }).click();
  const undo = own.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await expect(said(page)).toHaveText('Your comment was deleted.');
  await expect(own.locator('.comment__body')).toBeHidden();
  await expect(own.locator('.comment__author')).toBeHidden();
  expect(await status()).toBe('deleted');

  await undo.press('Enter');
  await expect(own.locator('.comment__body')).toBeVisible();
  await expect(said(page)).toHaveText('Your comment is back.');
  await expect(remove(page)).toBeFocused();
  expect(await status()).toBe('approved');
});

test('Edit opens in another tab as any link does, and where the text cannot be read', async ({
  site,
  page,
  context,
}) => {
  const { post, id } = await openOwn({ site, page, context });
  const address = `${site.url}/${post.slug}/comments/${id}#edit`;
  await expect(edit(page)).toHaveAttribute('href', `/${post.slug}/comments/${id}#edit`);
  const other = context.waitForEvent('page');
  await edit(page).click({ modifiers: ['ControlOrMeta'] });
  await expect(await other).toHaveURL(address);
  await expect(field(page)).toHaveCount(0);

  await page.route('**/api/me/comments/*', (route) => route.abort());
  await edit(page).click();
  await expect(page).toHaveURL(address);
});

test('nobody is offered to report their own comment', async ({ site, page, context }) => {
  const { own } = await openOwn({ site, page, context });
  await expect(edit(page)).toHaveCount(1);
  await expect(own.getByRole('link', { name: 'Report' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Report the comment by Ole Petersen' })).toHaveCount(1);
});
