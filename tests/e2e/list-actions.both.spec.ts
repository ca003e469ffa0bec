import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

test('tags are merged together, and one undo takes it back', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  const post = await createPost();
  const tags = ['Cleat', 'Bollard', 'Bitt'].map((name) => ({
    id: newId(),
    name,
    slug: name.toLowerCase(),
    createdAt: new Date(),
  }));
  await db.tag.createMany({ data: tags });
  await db.postTag.createMany({ data: tags.map(({ id }, position) => ({ postId: post.id, tagId: id, position })) });
  const count = () => db.postTag.count({ where: { postId: post.id } });

  await page.goto(`${site.url}/admin/tags`);
  for (const name of ['Cleat', 'Bollard']) await page.getByRole('checkbox', { name: `Select “${name}”` }).check();
  await page.getByLabel('Merge into').fill('Bitt');
  await page.getByRole('button', { name: 'Merge into it' }).click();
  await expect(page.getByText('Tags merged: 2.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Cleat' })).toHaveCount(0);
  expect(await count()).toBe(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Tags restored: 2.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Cleat' })).toBeVisible();
  expect(await count()).toBe(3);

  await page.getByRole('checkbox', { name: 'Select “Cleat”' }).check();
  await page.getByRole('button', { name: 'Delete unused' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Posts have this tag' })).toBeVisible();
});

test('a merge from the page of a tag is undone there', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  const post = await createPost();
  const [small, large] = ['Dinghy', 'Tender'].map((name) => ({
    id: newId(),
    name,
    slug: name.toLowerCase(),
    createdAt: new Date(),
  }));
  await db.tag.createMany({ data: [small!, large!] });
  await db.postTag.create({ data: { postId: post.id, tagId: small!.id, position: 0 } });
  await page.goto(`${site.url}/admin/tags/${small!.id}`);
  await page.getByLabel('Merge into').fill('Tender');
  await page.getByRole('button', { name: 'Merge its post…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Merge its post' }).click();
  await expect(page.getByText('The tags were merged')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Tags restored: 1.')).toBeVisible();
  expect(await db.postTag.count({ where: { postId: post.id, tagId: small!.id } })).toBe(1);
});

test('redirects are deleted together and restored, and addresses taken from the list', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'owner');
  const rules = ['/old-quay', '/old-pier'].map((from) => ({
    id: newId(),
    from,
    to: '/search',
    source: 'manual',
    createdAt: new Date(),
  }));
  await db.redirect.createMany({ data: rules });
  await page.goto(`${site.url}/admin/redirects`);
  for (const { from } of rules) await page.getByRole('checkbox', { name: `Select “${from}”` }).check();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('Redirects deleted: 2.')).toBeVisible();
  expect(await db.redirect.count({ where: { to: '/search' } })).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Redirects restored: 2.')).toBeVisible();
  await expect(page.getByRole('link', { name: '/old-pier' })).toBeVisible();

  const row = { count: 3, firstAt: new Date(), lastAt: new Date() };
  await db.missingAddress.createMany({ data: ['/nowhere', '/never'].map((address) => ({ address, ...row })) });
  await page.goto(`${site.url}/admin/redirects/not-found`);
  await page.getByRole('checkbox', { name: 'Select “/nowhere”' }).check();
  await page.getByRole('button', { name: 'Take from the list' }).click();
  await expect(page.getByText('Taken from the list: 1.')).toBeVisible();
  await expect(page.getByRole('rowheader', { name: '/nowhere' })).toHaveCount(0);
  await expect(page.getByRole('rowheader', { name: '/never' })).toBeVisible();
});
