import type { Locator } from '@playwright/test';
import { db } from '@/lib/database/db';
import { knownReader, say } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test } from './mailed-site';
import { untilHydrated } from './hydrated';

const hasScript = () => test.info().project.use.javaScriptEnabled !== false;

/** A form that is pressed before hydration is sent as without JavaScript. */
async function press(button: Locator) {
  if (hasScript()) await untilHydrated(button.page().locator('form').filter({ has: button }));
  await button.click();
}

test('the replies to one comment are followed on its page, told by e-mail, and ended in the account', async ({
  page,
  site,
  mail,
  context,
}) => {
  const post = await createPost({ title: 'Masts and booms' });
  const ole = await knownReader('Ole Petersen');
  const { id: root } = await say(ole, post.id, { body: 'Spruce or pine?' });
  const at = `${site.url}/${post.slug}/comments/${root}`;
  await page.goto(at);
  await press(page.getByRole('button', { name: 'Follow replies' }));
  await expect(page).toHaveURL(/\/signin\?to=/);
  await expect(page.getByText(/^Sign in to follow this conversation\./)).toBeVisible();

  const { id, email } = await site.signIn(context, 'reader', 'Ida Brandt');
  await page.goto(at);
  await press(page.getByRole('button', { name: 'Follow replies' }));
  await expect(page.getByText('You follow the replies.')).toBeVisible();
  const reply = await say(ole, post.id, { parentId: root, body: 'Spruce, surely.' });
  await say(ole, post.id, { parentId: reply.id, body: 'Though pine is cheaper.' });
  await expect.poll(() => mail.to(email).length, { intervals: [100] }).toBe(2);
  expect(mail.to(email).map(({ text }) => text)).toContainEqual(expect.stringContaining('a comment above it'));

  await page.goto(`${site.url}/account/notifications`);
  await expect(page.getByText('replied in a conversation that you follow on').first()).toBeVisible();
  await press(page.getByRole('button', { name: 'Unfollow replies to Ole Petersen on Masts and booms' }));
  await expect(page.getByRole('heading', { name: 'Conversations that you follow' })).toHaveCount(0);
  expect(await db.commentFollow.count({ where: { userId: id } })).toBe(0);
});

test('a box in the comment form follows the post; a preview keeps the tick', async ({ page, site, context }) => {
  const post = await createPost({ title: 'Sheets and halyards' });
  const { id } = await site.signIn(context, 'reader', 'Ida Brandt');
  await page.goto(`${site.url}/${post.slug}`);
  if (hasScript()) await untilHydrated(page.locator('#post-comment'));
  const box = page.getByLabel('Tell me of every new comment');
  await expect(box).not.toBeChecked();
  await page.getByLabel('Your comment').fill('Which is which?');
  await box.check();
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByText('It is not posted yet.')).toBeVisible();
  await expect(box).toBeChecked();
  await page.getByRole('button', { name: 'Post comment' }).click();
  await expect(page).toHaveURL(/comment/);
  await expect.poll(() => db.postFollow.count({ where: { userId: id, postId: post.id } })).toBe(1);
});
