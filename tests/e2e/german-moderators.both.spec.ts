import { db } from '@/lib/database/db';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

test('a moderator whose dashboard is German moderates in German on a site in English', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost({ title: 'Moorings' });
  const { id } = await createComment(post.id, { body: 'All quiet here.' });
  const moderator = await site.signIn(context, 'moderator');
  await db.user.update({ where: { id: moderator.id }, data: { dashboardLanguage: 'de' } });

  await page.goto(`${site.url}/${post.slug}/comments/${id}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { name: 'Hervorheben' })).toBeVisible();
  await expect(page.getByText('Alle Kommentare zu diesem Beitrag moderieren')).toBeVisible();
  await page.getByRole('button', { name: 'Über den Kommentaren anheften' }).click();
  await expect(page.getByRole('button', { name: 'Lösen' })).toBeVisible();
  expect((await db.comment.findUniqueOrThrow({ where: { id } })).pinnedAt).not.toBeNull();
  await expect(page.locator('[lang=de]').getByText(/\b(the|this|comment|replies)\b/i)).toHaveCount(0);
});

test('the queue shows what was answered as readers read it, without its Markdown', async ({ page, context, site }) => {
  const post = await createPost({ title: 'Moorings' });
  const { id } = await createComment(post.id, { body: 'A `bowline` and **more**.' });
  await createComment(post.id, { body: 'Another one.', parentId: id });
  await site.signIn(context, 'moderator');
  await page.goto(`${site.url}/admin/comments?state=all`);
  await expect(page.getByText('“A bowline and more.”')).toBeVisible();
});
