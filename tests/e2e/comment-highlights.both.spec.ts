import type { BrowserContext, Page } from '@playwright/test';
import { db } from '@/lib/database/db';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

async function aThread() {
  const post = await createPost({ title: 'Buoys' });
  const ids: string[] = [];
  for (const body of ['Red to port.', 'Green to starboard.', 'Black in the north.', 'Yellow for cables.']) {
    ids.push((await createComment(post.id, { body, authorName: 'Ida Brandt' })).id);
  }
  return { post, addressOf: (at: number) => `/${post.slug}/comments/${ids[at]}` };
}

const pinned = (page: Page) => page.getByRole('region', { name: 'Pinned comments' }).getByRole('article');

/** Opens a comment’s own page and presses a button there. */
async function press(page: Page, address: string, button: string) {
  await page.goto(address);
  await page.getByRole('button', { name: button }).click();
}

async function readerOf(context: BrowserContext, javaScriptEnabled: boolean) {
  return (await context.browser()!.newContext({ javaScriptEnabled })).newPage();
}

test('a moderator pins three comments above the thread, a fourth is refused, and one press undoes it', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const { post, addressOf } = await aThread();
  await site.refresh([`post:${post.id}`, 'list']);
  await site.signIn(context, 'moderator');
  for (const at of [2, 0, 3]) {
    await press(page, site.url + addressOf(at), 'Pin above the thread');
    await expect(page.getByText('The comment is pinned above the thread.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Mark as author’s pick' })).toHaveCount(0);
  }
  await press(page, site.url + addressOf(1), 'Pin above the thread');
  await expect(page.getByText('3 comments are pinned on this post already. Unpin one of them first.')).toBeVisible();

  const reader = await readerOf(context, javaScriptEnabled);
  await reader.goto(`${site.url}/${post.slug}`);
  await expect(pinned(reader)).toContainText(['Black in the north.', 'Red to port.', 'Yellow for cables.']);
  await expect(pinned(reader).first()).toContainText('Pinned');
  await pinned(reader).nth(1).getByRole('link', { name: 'View in thread' }).click();
  await expect(reader.locator('.comment:target')).toContainText('Red to port.');

  await press(page, site.url + addressOf(2), 'Unpin');
  await expect(page.getByText('The comment is no longer pinned.')).toBeVisible();
  await reader.goto(`${site.url}/${post.slug}`);
  await expect(pinned(reader)).toContainText(['Red to port.', 'Yellow for cables.']);
  await reader.context().close();
});

test('the author of a post marks a comment as their pick, and takes that back', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const { post, addressOf } = await aThread();
  const author = await site.signIn(context, 'author');
  await db.postAuthor.create({ data: { postId: post.id, userId: author.id, position: 0 } });
  await page.goto(site.url + addressOf(1));
  await expect(page.getByRole('button', { name: 'Pin above the thread' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Mark as author’s pick' }).click();
  await expect(page.getByText('The comment is now the author’s pick.')).toBeVisible();

  const reader = await readerOf(context, javaScriptEnabled);
  await reader.goto(`${site.url}/${post.slug}`);
  await expect(reader.locator('.comment', { hasText: 'Author’s pick' })).toContainText('Green to starboard.');
  await reader.context().close();

  await page.getByRole('button', { name: 'Unmark as author’s pick' }).click();
  await expect(page.getByText('The comment is no longer the author’s pick.')).toBeVisible();
});
