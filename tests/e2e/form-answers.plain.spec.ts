import type { Locator, Page } from '@playwright/test';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { createUser } from '../factories/users';
import { saveCard } from './settings-cards';
import { expect, test } from './site';

/** The answer is seen once; reloading the page and going back send nothing, and both show a page. */
async function expectSaidOnce(page: Page, said: Locator) {
  await expect(said).toBeVisible();
  const address = page.url();
  expect(new URL(address).search).not.toMatch(/done|merged|invited|answer/);
  const reloaded = await page.reload();
  expect(reloaded?.request().method()).toBe('GET');
  expect(reloaded?.status()).toBe(200);
  expect(page.url()).toBe(address);
  await expect(said).toHaveCount(0);
  const back = await page.goBack();
  expect(back?.request().method()).toBe('GET');
  expect(back?.status()).toBe(200);
  await page.goForward();
}

function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true });
}

test('a published post is published once, whatever is reloaded', async ({ page, context, site }) => {
  const { db } = await import('@/lib/database/db');
  await site.signIn(context, 'author');
  await page.goto(`${site.url}/admin`);
  await page.getByRole('button', { name: 'New post' }).first().click();
  await page.getByLabel('Title', { exact: true }).fill('Once only');
  await button(page, 'Save').click();
  await expectSaidOnce(page, page.getByText('Saved.', { exact: true }));
  await button(page, 'Publish').click();
  await expectSaidOnce(page, page.getByText('Published. Readers can see it now.'));
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Once only');
  expect(await db.post.count({ where: { title: 'Once only', status: 'published' } })).toBe(1);

  await page.getByLabel('URL slug', { exact: true }).fill('admin');
  await button(page, 'Update').click();
  await expect(page.getByText(/is reserved/).first()).toBeVisible();
  await expect(page.getByLabel('URL slug', { exact: true })).toHaveValue('admin');
});

test('settings, a tag and an account say once that they are saved', async ({ page, context, site }) => {
  const { db } = await import('@/lib/database/db');
  await db.tag.create({ data: { id: 'Knots', name: 'Knots', slug: 'knots', createdAt: new Date() } });
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/settings`);
  await page.getByLabel('Site title').fill('The Quay');
  await saveCard(page, 'Site');
  await expectSaidOnce(page, page.getByText('Settings saved.'));
  await expect(page.getByLabel('Site title')).toHaveValue('The Quay');
  await page.getByLabel('Site title').fill('');
  await saveCard(page, 'Site');
  await expect(page.getByRole('alert')).toBeVisible();

  await page.goto(`${site.url}/admin/tags/Knots`);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Bends');
  await button(page, 'Rename').click();
  await expectSaidOnce(page, page.getByText('Renamed. The old address redirects to the new one.'));
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Bends');

  await page.goto(`${site.url}/account`);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Ida Brandt-Lee');
  await button(page, 'Save').click();
  await expectSaidOnce(page, page.getByText('Saved. Your new name is shown'));
});

test('a suspension and its end are said, once', async ({ page, context, site }) => {
  const { id } = await createUser({ name: 'Ada Fennimore', role: 'author' });
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/users/${id}`);
  await button(page, 'Suspend').click();
  await expectSaidOnce(page, page.getByText('Ada Fennimore is suspended and signed out.'));
  await button(page, 'Lift the suspension').click();
  await expectSaidOnce(page, page.getByText('Ada Fennimore may sign in again.'));
  await button(page, 'Sign out everywhere').click();
  await expectSaidOnce(page, page.getByText('Signed out in every browser.'));
});

test('tags are merged, and a user invited, once', async ({ page, context, site }) => {
  const { db } = await import('@/lib/database/db');
  for (const name of ['Dinghies', 'Boats']) {
    await db.tag.create({ data: { id: name, name, slug: name.toLowerCase(), createdAt: new Date() } });
  }
  const post = await createPost({});
  await db.postTag.create({ data: { postId: post.id, tagId: 'Dinghies', position: 0 } });
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/tags/Dinghies`);
  await page.getByLabel('Merge into').fill('Boats');
  await button(page, 'Merge its post…').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Merge its post' }).click();
  const merged = page.getByText('The tags were merged, and the old address redirects here.');
  await expect(merged).toBeVisible();
  expect(new URL(page.url())).toMatchObject({ pathname: '/admin/tags/Boats', search: '' });
  expect((await page.reload())?.request().method()).toBe('GET');
  await expect(merged).toHaveCount(0);

  await page.goto(`${site.url}/admin/users/invite`);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Til Okonkwo');
  await page.getByLabel('E-mail').fill('til@example.test');
  await button(page, 'Create account').click();
  await expectSaidOnce(page, page.getByText('the invitation to til@example.test was not sent'));
});

test('comments are moderated once in the queue, and a reload does not say that somebody else was faster', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost({});
  await createComment(post.id, { status: 'pending', body: 'Mind the tide.' });
  await site.signIn(context, 'moderator');
  await page.goto(`${site.url}/admin/comments?post=${post.id}`);
  const row = page.locator('[data-row]', { hasText: 'Mind the tide.' });
  await row.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Approved one comment.')).toBeVisible();
  await button(page, 'Undo').click();
  await expectSaidOnce(page, page.getByText('Undone for one comment.'));
  await row.getByRole('button', { name: 'Hide' }).click();
  await expectSaidOnce(page, page.getByText('Hid one comment.'));
  await expect(page.getByText('Nothing was changed')).toHaveCount(0);
});

test('a comment is posted and moderated once on its own page', async ({ page, context, site, browser }) => {
  const { db } = await import('@/lib/database/db');
  const post = await createPost({});
  await site.signIn(context, 'moderator');
  await page.goto(`${site.url}/${post.slug}`);
  await page.getByLabel('Your comment').fill('High water at six.');
  await button(page, 'Post comment').click();
  await expect(page.getByText('High water at six.')).toBeVisible();
  expect((await page.reload())?.request().method()).toBe('GET');
  expect(await db.comment.count({ where: { postId: post.id } })).toBe(1);

  const { id } = await createComment(post.id, { body: 'Mind the tide.' });
  await page.goto(`${site.url}/${post.slug}/comments/${id}`);
  await button(page, 'Hide').click();
  await expectSaidOnce(page, page.getByText('Hid this comment.'));
  await expect(page.getByText('Nothing was changed')).toHaveCount(0);
  await button(page, 'Restore').click();
  await expectSaidOnce(page, page.getByText('Restored this comment.'));

  const stranger = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await stranger.goto(`${site.url}/${post.slug}`);
  await stranger.getByLabel('Your comment').fill('Left unsigned.');
  await button(stranger, 'Post comment').click();
  await stranger.goto(`${site.url}/comments/waiting`);
  await button(stranger, 'Delete it').click();
  await expectSaidOnce(stranger, stranger.getByText('The comment was deleted.'));
  await stranger.context().close();
});

test('signing in sends the password once, and a refusal is said at once', async ({ page, site }) => {
  const { hashPassword } = await import('@/lib/auth/passwords');
  const passwordHash = await hashPassword('a long enough password');
  await createUser({ role: 'author', email: 'ada@example.test', passwordHash });
  await page.goto(`${site.url}/signin`);
  await page.getByLabel('E-mail').first().fill('ada@example.test');
  await page.getByLabel('Password').fill('a wrong password');
  await button(page, 'Sign in').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('E-mail').first()).toHaveValue('ada@example.test');
  await page.getByLabel('Password').fill('a long enough password');
  await button(page, 'Sign in').click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect((await page.reload())?.request().method()).toBe('GET');
});

test('what was done is not said to whoever signs in next, nor on another page', async ({ page, context, site }) => {
  const { id } = await createUser({ name: 'Ada Fennimore', role: 'author' });
  const address = `${site.url}/admin/users/${id}`;
  await site.signIn(context, 'owner', 'Ida Brandt');
  await page.goto(address);
  const { promise: left, resolve } = Promise.withResolvers<string>();
  await page.route(address, async (route) => {
    if (route.request().method() === 'GET') return route.continue();
    const answer = await route.fetch({ maxRedirects: 0 });
    resolve(answer.headers()['set-cookie'] ?? '');
    await route.fulfill({ status: 204 });
  });
  await button(page, 'Sign out everywhere').click();
  const cookie = await left;
  expect(cookie).toMatch(/^form-answer=[\w.-]+; Path=\/admin\/users\/[\w-]+; .*Max-Age=60; HttpOnly; SameSite=strict/i);
  await page.unroute(address);
  const [, value = ''] = /form-answer=([\w.-]+)/.exec(cookie) ?? [];
  await context.clearCookies();
  await site.signIn(context, 'owner', 'Noa Field');
  await context.addCookies([{ name: 'form-answer', value, url: address }]);
  await page.goto(`${site.url}/admin/users`);
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Ada Fennimore' })).toBeVisible();
  await expect(page.getByText('Signed out in every browser.')).toHaveCount(0);
});
