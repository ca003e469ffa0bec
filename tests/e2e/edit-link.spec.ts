import { db } from '@/lib/database/db';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

test('who may edit a post has a link to the editor on its page, comments or not, and nobody else has', async ({
  page,
  context,
  site,
}) => {
  const [open, closed] = [await createPost(), await createPost({ commentsMode: 'off' })];
  for (const post of [open, closed]) await site.refresh([`post:${post.id}`, 'list']);
  const edit = page.getByRole('main').getByRole('link', { name: 'Edit post' });

  await site.signIn(context, 'author');
  const seen = page.waitForResponse(/\/api\/me\/comments/);
  await page.goto(`${site.url}/${open.slug}`);
  expect(await (await seen).json()).toMatchObject({ viewer: { canPick: false, staff: null } });
  await expect(edit).toHaveCount(0);

  await context.clearCookies();
  const editor = await site.signIn(context, 'editor');
  for (const post of [open, closed]) {
    await page.goto(`${site.url}/${post.slug}`);
    await expect(edit).toHaveAttribute('href', `/admin/posts/${post.id}`);
  }
  await edit.click();
  await expect(page).toHaveURL(`${site.url}/admin/posts/${closed.id}`);

  await db.user.update({ where: { id: editor.id }, data: { dashboardLanguage: 'de' } });
  await createComment(open.id);
  await page.goto(`${site.url}/${open.slug}`);
  await expect(page.getByRole('main').getByRole('link', { name: 'Beitrag bearbeiten' })).toBeVisible();
});
