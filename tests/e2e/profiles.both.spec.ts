import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { createUser } from '../factories/users';
import { expect, test } from './site';

test('a name beside a comment leads to what they wrote, until they switch that off', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost({ title: 'Lamps along the quay' });
  const reader = await site.signIn(context, 'reader', 'Ida Brandt');
  const { id } = await createComment(post.id, { authorId: reader.id, body: 'The third one **flickers**.' });
  await site.refresh(['list', `comments:${post.id}`]);
  const article = `${site.url}/${post.slug}`;
  await page.goto(article);
  await page.locator(`#comment-${id}`).getByRole('link', { name: 'Ida Brandt', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ida Brandt' })).toBeVisible();
  const own = page.url();
  await expect(page.getByText('The third one flickers.')).toBeVisible();
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
  await page.getByRole('link', { name: 'Lamps along the quay' }).click();
  await expect(page).toHaveURL(article);

  await page.goto(`${site.url}/account`);
  await page.getByLabel('Show a page with my comments').uncheck();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Your comments, as everybody sees them' })).toHaveCount(0);
  expect((await page.goto(own))?.status()).toBe(404);
  await page.goto(article);
  await expect(page.locator(`#comment-${id}`)).toContainText('Ida Brandt');
  await expect(page.locator(`#comment-${id}`).getByRole('link', { name: 'Ida Brandt', exact: true })).toHaveCount(0);
});

test('the address that an author had before leads to their comments', async ({ page, site }) => {
  const { id } = await createUser({ role: 'author', slug: 'nora-after', name: 'Nora Quay' });
  await db.redirect.create({
    data: {
      id: newId(),
      from: '/author/nora-before',
      to: '/author/nora-after',
      source: 'slug-change',
      createdAt: new Date(),
    },
  });
  await createComment((await createPost()).id, { authorId: id, body: 'Still me.' });
  await page.goto(`${site.url}/comments/by/nora-before`);
  await expect(page).toHaveURL(`${site.url}/comments/by/nora-after`);
  await expect(page.getByText('Still me.')).toBeVisible();
});
