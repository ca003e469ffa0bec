import type { Page } from '@playwright/test';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

/** The form exists before its script, which adds the key against double submits. */
const scripted = (page: Page) => expect(page.locator('#post-comment [name=idempotencyKey]')).not.toHaveValue('');

test('a reply form opens in place, and what is typed survives a closed tab', async ({ page, site }) => {
  const post = await createPost();
  const { id } = await createComment(post.id, { authorName: 'Old Tom' });
  await page.goto(`${site.url}/${post.slug}`);
  await scripted(page);

  await page.getByRole('link', { name: 'Reply to Old Tom' }).click();
  const field = page.getByLabel('Your reply to Old Tom');
  await expect(field).toBeFocused();
  await field.fill('Before the tab was closed');
  await expect(page).toHaveURL(`${site.url}/${post.slug}`);

  await page.reload();
  await scripted(page);
  await page.locator(`a[data-answer="${id}"]`).click();
  await expect(field).toHaveValue('Before the tab was closed');
});

test('a line that breaks keeps the words in the field', async ({ page, site, context }) => {
  const post = await createPost();
  await page.goto(`${site.url}/${post.slug}`);
  await scripted(page);
  await page.getByLabel('Your comment').fill('Sent from the fog.');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Post comment' }).click();

  await expect(page.getByText('The server could not be reached')).toBeVisible();
  await expect(page.getByLabel('Your comment')).toHaveValue('Sent from the fog.');
});

test('the anchor of a comment leads to its page of the thread, by its old number too, and one of none to the post', async ({
  page,
  site,
}) => {
  const { db } = await import('@/lib/database/db');
  const { newId } = await import('@/lib/platform/ids');
  const post = await createPost({ title: 'A long conversation' });
  const began = Date.now() - 10_000_000;
  const ids: string[] = [];
  for (let number = 0; number < 120; number += 1)
    ids.push((await createComment(post.id, { createdAt: new Date(began + number * 60_000) })).id);
  const [batchId, source, createdAt] = [newId(), 'wordpress:https://old.example', new Date()];
  await db.importBatch.create({ data: { id: batchId, source, fileName: 'old.xml', status: 'done', createdAt } });
  const imported = (kind: string, sourceId: string, targetId: string) => ({
    id: newId(),
    batchId,
    source,
    kind,
    sourceId,
    targetId,
    hash: '',
    createdAt,
  });
  await db.importItem.createMany({
    data: [imported('post', '7', post.id), imported('comment', '180', ids[0]!), imported('comment', '299', ids[119]!)],
  });
  await site.refresh(['list', `address:${post.slug}`, `comments:${post.id}`]);
  const address = `${site.url}/${post.slug}`;
  const places = [];
  for (const name of ['180', '299', ids[0]!, ids[119]!]) {
    await page.goto('about:blank');
    await page.goto(`${address}#comment-${name}`);
    const anchor = page.locator(`[id="comment-${name}"]`);
    await expect(anchor).toHaveCount(1);
    await expect(anchor).toBeInViewport();
    places.push(new URL(page.url()).pathname);
  }
  expect(new Set(places).size).toBe(2);
  expect(places.slice(2)).toEqual(places.slice(0, 2));
  expect(places.filter((place) => place === `/${post.slug}`)).toHaveLength(2);

  const visits: string[] = [];
  page.on('request', (request) => request.isNavigationRequest() && visits.push(request.url()));
  for (const name of ['999', newId()]) {
    visits.length = 0;
    await page.goto('about:blank');
    await page.goto(`${address}#comment-${name}`);
    await expect(page).toHaveURL((url) => url.pathname === `/${post.slug}` && url.hash === '');
    await expect(page.getByRole('heading', { level: 1, name: 'A long conversation' })).toBeVisible();
    await scripted(page);
    expect(visits.filter((url) => url.startsWith(address)).length).toBeLessThanOrEqual(3);
  }
});

test('the queue goes by keyboard, and by the dozen', async ({ page, site, context }) => {
  const post = await createPost();
  for (const body of ['One herring', 'Two herrings', 'Three herrings']) {
    await createComment(post.id, { status: 'pending', body });
  }
  await site.signIn(context, 'moderator', 'Mo Keller');
  await page.goto(`${site.url}/admin/comments?post=${post.id}`);
  await expect(page.locator('[data-chosen]')).toHaveText('0 comments');

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('h');
  await expect(page.getByText('Hid one comment.')).toBeVisible();
  await expect(page.locator('[data-row]')).toHaveCount(2);

  for (const box of await page.locator('[data-row] .row__check input').all()) await box.check();
  await expect(page.locator('[data-chosen]')).toHaveText('2 comments');
  await page.locator('#bulk').getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Approved 2 comments.')).toBeVisible();
  await expect(page.getByText('No comments found')).toBeVisible();
});
