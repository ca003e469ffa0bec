import { db } from '@/lib/database/db';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test } from './site';
import { untilHydrated } from './hydrated';

test('a form opens in the row that has the focus, Escape returns from it, and what was typed stays', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost({ title: 'Moorings' });
  const { id } = await createComment(post.id, { authorName: 'Ida', body: 'Where is the quay?' });
  await site.signIn(context, 'moderator');
  const list = `${site.url}/admin/comments?state=approved&post=${post.id}`;
  await page.goto(list);
  const row = page.locator(`#comment-${id}`);
  const link = row.getByRole('link', { name: 'Reply to Ida' });
  await untilHydrated(link);
  await link.press('Enter');
  const field = row.getByLabel('Reply to Ida');
  await expect(field).toBeFocused();
  await field.fill('Behind the light.');
  await field.press('Escape');
  await expect(field).toBeHidden();
  await expect(link).toBeFocused();
  await row.getByRole('link', { name: 'Edit the comment by Ida' }).click();
  await expect(row.getByLabel('Edit this comment')).toBeFocused();
  await link.click();
  await expect(field).toHaveValue('Behind the light.');
  await expect(page).toHaveURL(list);
  await row.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(row.getByText('Your reply is posted.')).toBeVisible();
  await expect(field).toHaveCount(0);

  await link.click();
  await link.click();
  await expect(field).toHaveValue('');
  await field.fill('Or ask at the office.');
  await row.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(row.getByText('Your reply is posted.')).toBeVisible();
  expect(await db.comment.count({ where: { parentId: id } })).toBe(2);
});
