import { db } from '@/lib/database/db';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { createUser } from '../factories/users';
import { expect, test } from './site';

test('a reader mutes somebody on the page of their comments, which nobody offers for themselves or to visitors', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const post = await createPost();
  const ole = await createUser({ name: 'Ole Petersen' });
  await createComment(post.id, { authorId: ole.id, body: 'Ferries are for tourists.' });
  await page.goto(`${site.url}/comments/by/${ole.slug}`);
  await expect(page.getByText('Ferries are for tourists.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Mute' })).toHaveCount(0);

  const reader = await site.signIn(context, 'reader', 'Ida Brandt');
  await createComment(post.id, { authorId: reader.id, body: 'I sail every day.' });
  await page.reload();
  await page.getByRole('button', { name: 'Mute' }).click();
  await expect(page.getByText('You muted this person')).toBeVisible();
  const needsScript = page.locator('noscript .notice');
  await expect(needsScript).toBeVisible({ visible: !javaScriptEnabled });
  expect(await page.content()).toContain('They are hidden only where JavaScript is on.');
  await page.getByRole('button', { name: 'Unmute' }).click();
  await expect(page.getByText('If you mute this person')).toBeVisible();

  const { slug } = await db.user.findUniqueOrThrow({ where: { id: reader.id } });
  await page.goto(`${site.url}/comments/by/${slug}`);
  await expect(page.getByText('I sail every day.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Mute' })).toHaveCount(0);
});

test('a reader mutes somebody and no longer reads their comments, until they unmute them', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const post = await createPost();
  const ole = await createUser({ name: 'Ole Petersen' });
  const { id } = await createComment(post.id, { authorId: ole.id, body: 'Ferries are for tourists.' });
  await createComment(post.id, { authorName: 'Ida Brandt', body: 'I sail every day.' });
  await site.refresh([`comments:${post.id}`]);
  const thread = `${site.url}/${post.slug}`;
  await page.goto(`${thread}/comments/${id}`);
  await expect(page.getByRole('button', { name: 'Mute' })).toHaveCount(0);

  await site.signIn(context, 'reader');
  await page.reload();
  await page.getByRole('button', { name: 'Mute' }).click();
  await expect(page.getByText('You muted this person')).toBeVisible();

  await page.goto(thread);
  const words = page.getByText('Ferries are for tourists.');
  await expect(page.getByText('I sail every day.')).toBeVisible();
  if (javaScriptEnabled) {
    await expect(words).toBeHidden();
    await page.getByRole('button', { name: 'Muted. Show' }).click();
    await expect(words).toBeVisible();
  }

  await page.goto(`${site.url}/account`);
  await page.getByRole('link', { name: 'Muted people' }).click();
  await page.getByRole('button', { name: 'Unmute Ole Petersen' }).click();
  await expect(page.getByText('You have muted nobody.')).toBeVisible();
  await page.goto(thread);
  await expect(words).toBeVisible();
});
