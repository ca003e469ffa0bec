import { createPost } from '../factories/posts';
import { createUser } from '../factories/users';
import { expect, test } from './site';

test('the page of a user shows at once what a form on it changed', async ({ page, site, context }) => {
  const { id } = await createUser({ name: 'Ada Fennimore', role: 'author' });
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/users/${id}`);
  const details = page.locator('.user__details');
  await expect(details).toContainText('Author');

  await page.getByLabel('Reason').fill('Spam');
  await page.getByRole('button', { name: 'Suspend', exact: true }).click();
  await expect(page.getByText('Ada Fennimore is suspended and signed out.')).toBeVisible();
  await expect(details).toContainText('Suspended');
  await expect(page.getByRole('button', { name: 'Suspend', exact: true })).toHaveCount(0);

  await page.getByRole('button', { name: 'Lift the suspension' }).click();
  await expect(page.getByText('Ada Fennimore may sign in again.')).toBeVisible();
  await expect(details).toContainText('Author');
  await expect(page.getByRole('button', { name: 'Suspend', exact: true })).toBeVisible();

  await page.getByRole('combobox', { name: 'Role' }).selectOption('editor');
  await page.getByRole('button', { name: 'Change role' }).click();
  await expect(page.getByText('Ada Fennimore now has the role “Editor”.')).toBeVisible();
  await expect(details).toContainText('Editor');
});

test('an author without an account gets one, and the page says so at once', async ({ page, site, context }) => {
  const { db } = await import('@/lib/database/db');
  const user = await createUser({ name: 'Til Okonkwo', role: 'author', email: null, emailVerifiedAt: null });
  const posts = [await createPost({}), await createPost({}), await createPost({ type: 'page' })];
  posts.push(await createPost({ status: 'trashed' }));
  for (const { id } of posts) await db.postAuthor.create({ data: { postId: id, userId: user.id, position: 0 } });
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/users/${user.id}`);
  await expect(page.locator('.user__details')).toContainText('No account');

  await page.getByLabel('E-mail').fill('til@example.test');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(
    page.getByText('No mail server is set up, so the invitation to til@example.test was not sent'),
  ).toBeVisible();
  await expect(page.locator('.user__details')).toContainText('Author, not confirmed');
  const link = await page.getByLabel('Invitation link').inputValue();
  await page.reload();
  await expect(page.getByLabel('Invitation link')).toHaveCount(0);
  expect((await fetch(link)).status).toBe(200);
  await expect(page.getByText('til@example.test', { exact: true })).toBeVisible();

  // Each link leads to a list of as many as it says.
  await expect(page.getByRole('link', { name: '1 page', exact: true })).toBeVisible();
  await page.getByRole('link', { name: '2 posts', exact: true }).click();
  await expect(page.locator('main .rows > tr')).toHaveCount(2);
});

test('the question before a merge names both tags', async ({ page, site, context, javaScriptEnabled }) => {
  const { db } = await import('@/lib/database/db');
  const post = await createPost({});
  const [tag] = await Promise.all(
    ['Boats', 'Ships'].map((name) =>
      db.tag.create({ data: { id: name, name, slug: name.toLowerCase(), createdAt: new Date() } }),
    ),
  );
  await db.postTag.create({ data: { postId: post.id, tagId: tag!.id, position: 0 } });
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/tags/${tag!.id}`);
  await page.getByLabel('Merge into').fill('Ships');
  await page.getByRole('button', { name: 'Merge its post…' }).click();
  const question = javaScriptEnabled
    ? 'Merge the tag “Boats” into “Ships”?'
    : 'Merge the tag “Boats” into another tag?';
  await expect(page.getByRole('alertdialog', { name: question })).toBeVisible();
});

test('without a mail server the dashboard and the invitation say so', async ({ page, site, context }) => {
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin`);
  await expect(page.getByText('No mail server is set up.')).toBeVisible();
  await page.goto(`${site.url}/admin/users/invite`);
  await expect(page.getByText('No mail server is set up.')).toBeVisible();
  await expect(page.getByText('They get an e-mail')).toHaveCount(0);
});
