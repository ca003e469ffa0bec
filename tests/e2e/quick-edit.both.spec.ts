import { db } from '@/lib/database/db';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

test('a row is edited in its place, and readers see it', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  const post = await createPost({ title: 'Tar', slug: 'tar' });
  await page.goto(`${site.url}/admin/posts?q=Tar`);
  await page.getByRole('button', { name: 'Actions for “Tar”' }).click();
  await page.getByRole('link', { name: 'Quick edit' }).click();
  const form = page.getByRole('group', { name: 'Quick edit of “Tar”' });
  await form.getByLabel('Title').fill('Pitch');
  await form.getByLabel('URL slug').fill('Not an address!');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('alert')).toBeVisible();
  await expect(form.getByLabel('Title')).toHaveValue('Pitch');
  expect((await db.post.findUniqueOrThrow({ where: { id: post.id } })).title).toBe('Tar');

  await form.getByLabel('URL slug').fill('pitch');
  await form.getByLabel('Tags').fill('Caulking, Ropes');
  await form.getByLabel('Comments').selectOption('closed');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. Readers see it now.')).toBeVisible();
  // Without JavaScript the fragment of the form remains.
  await expect(page).toHaveURL(/\/admin\/posts\?q=Tar(?:#quick-edit)?$/);
  expect(await db.post.findUniqueOrThrow({ where: { id: post.id } })).toMatchObject({
    title: 'Pitch',
    slug: 'pitch',
    commentsMode: 'closed',
  });
  await page.goto(`${site.url}/tar`);
  await expect(page.getByRole('heading', { level: 1, name: 'Pitch' })).toBeVisible();
});

test('what somebody else saved is told, and a second press keeps what was typed', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  const post = await createPost({ title: 'Ebb', status: 'draft', publishAt: null, firstPublishedAt: null });
  await page.goto(`${site.url}/admin/posts?edit=${post.id}`);
  const form = page.getByRole('group', { name: 'Quick edit of “Ebb”' });
  await form.getByLabel('Title').fill('Mine');
  await db.post.update({ where: { id: post.id }, data: { title: 'Theirs', version: { increment: 1 } } });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('saved this post in the meantime, so nothing was saved now')).toBeVisible();
  await expect(page.getByText('Saved meanwhile: “Theirs”.')).toBeVisible();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Mine');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  expect((await db.post.findUniqueOrThrow({ where: { id: post.id } })).title).toBe('Mine');
});

test('Cancel leads back, and an author chooses no other authors', async ({ page, context, site }) => {
  const author = await site.signIn(context, 'author');
  const post = await createPost({ title: 'Nets' });
  await db.postAuthor.create({ data: { postId: post.id, userId: author.id, position: 0 } });
  const other = await createPost({ title: 'Not mine' });
  await page.goto(`${site.url}/admin/posts?edit=${other.id}`);
  await expect(page.getByRole('group', { name: /^Quick edit/ })).toHaveCount(0);
  await page.goto(`${site.url}/admin/posts?edit=${post.id}`);
  const form = page.getByRole('group', { name: 'Quick edit of “Nets”' });
  await expect(form.getByText('Authors')).toHaveCount(0);
  await form.getByRole('link', { name: 'Cancel' }).click();
  await expect(page).toHaveURL(`${site.url}/admin/posts`);
  await expect(form).toHaveCount(0);
});
