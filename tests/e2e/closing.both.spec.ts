import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

const DAY_MS = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY_MS);

test('an editor closes the comments of one old post a week after the last one; the page says so, and opens again', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  await site.signIn(context, 'editor');
  const post = await createPost({ title: 'Moorings', publishAt: ago(30) });
  await createComment(post.id, { body: 'Where is the quay?', createdAt: ago(8) });
  const article = `${site.url}/${post.slug}`;
  const closed = page.getByText('Comments on this post are closed.');
  await page.goto(article);
  await expect(page.getByLabel('Your comment')).toBeVisible();

  const choose = async (when: string) => {
    await page.goto(`${site.url}/admin/posts/${post.id}`);
    if (javaScriptEnabled) await page.getByRole('button', { name: 'Post settings' }).click();
    await page.getByLabel('Comments close').selectOption({ label: when });
    if (javaScriptEnabled) {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Update…' }).click();
    }
    await page.getByRole('button', { name: javaScriptEnabled ? 'Update now' : 'Update', exact: true }).click();
    await expect(page.getByText('Readers can see it now.')).toBeVisible();
    await page.goto(article);
  };
  await choose('7 days after the last comment');
  await expect(closed).toBeVisible();
  await expect(page.getByText('Where is the quay?')).toBeVisible();
  await expect(page.getByLabel('Your comment')).toHaveCount(0);
  await choose('14 days after the last comment');
  await expect(page.getByLabel('Your comment')).toBeVisible();
  await expect(closed).toHaveCount(0);
});
