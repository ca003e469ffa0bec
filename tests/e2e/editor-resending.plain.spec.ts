import type { Page } from '@playwright/test';
import { expect, test } from './site';

const title = (page: Page) => page.getByLabel('Title', { exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('without a script what is refused in fields is listed and stays there; all else is saved', async ({
  page,
  context,
  site,
}) => {
  const { db } = await import('@/lib/database/db');
  await site.signIn(context, 'editor', 'Ida Brandt');
  await page.goto(`${site.url}/admin`);
  await page.getByRole('button', { name: 'New post' }).first().click();
  await title(page).fill('Written by hand');
  await page.getByLabel('URL slug', { exact: true }).fill('Über Boote');
  await page.getByLabel('Tags').fill('t'.repeat(61));
  await page.getByLabel('Pinned until').fill('2031-01-01T12:00');
  await press(page, 'Publish');
  await expect(page.getByText('Saved, but not published. Correct this first: Tags, URL slug.')).toBeVisible();
  await expect(page.locator('.notice__fields li')).toHaveText([
    'Tags: A tag can have at most 60 characters.',
    'URL slug: A URL slug can contain only lower-case letters, digits and hyphens. Try "uber-boote".',
  ]);
  await expect(page.getByText('Loading the editor…')).toBeHidden();
  const find = () => db.post.findFirstOrThrow({ where: { title: 'Written by hand' } });
  const { id } = await find();
  expect(await find()).toMatchObject({ status: 'draft', slug: expect.stringMatching(/^draft-/) });

  await expect(page.getByLabel('Tags')).toHaveValue('t'.repeat(61));
  await page.getByLabel('Tags').fill('Ink');
  await page.getByLabel('Excerpt').fill('Of ink.');
  await press(page, 'Save');
  await expect(page.getByText('Saved, except: URL slug.')).toBeVisible();
  await expect(page.getByLabel('URL slug', { exact: true })).toHaveValue('Über Boote');
  expect(await find()).toMatchObject({ id, excerpt: 'Of ink.' });
  await page.getByLabel('URL slug', { exact: true }).fill('ueber-boote');
  await press(page, 'Publish');
  await expect(page.getByRole('link', { name: 'View it' })).toHaveAttribute('href', '/ueber-boote');

  await page.getByLabel('Excerpt').fill('Of ink and boats.');
  await page.getByLabel('URL slug', { exact: true }).fill('a'.repeat(81));
  await press(page, 'Update');
  const unchanged = 'Saved, but readers still see the earlier version. Correct this first: URL slug.';
  await expect(page.getByText(unchanged)).toBeVisible();
  await expect(page.getByText('URL slug: A URL slug can have at most 80 characters.')).toBeVisible();
  expect(await find()).toMatchObject({ excerpt: 'Of ink.', slug: 'ueber-boote', status: 'published' });
  await press(page, 'Move to trash');
  await expect(page.getByText('Saved (except: URL slug) and moved to trash.')).toBeVisible();
  expect(await find()).toMatchObject({ status: 'trashed' });
});

test('without a script a form that is sent twice is no conflict, the date stays, and reloading sends nothing', async ({
  page,
  context,
  site,
}) => {
  const { db } = await import('@/lib/database/db');
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin`);
  await page.getByRole('button', { name: 'New post' }).first().click();
  const address = page.url();
  const id = address.split('/').at(-1)!;
  const find = () => db.post.findUniqueOrThrow({ where: { id } });
  const open = async (tab: Page) => {
    await tab.goto(address);
    await title(tab).fill('Sent twice');
    await tab.getByLabel('Text, as HTML').fill('One.\n\nTwo & three.');
    await tab.getByLabel('Tags').fill('Ink, ink, Paper');
  };
  const [second, third] = [await context.newPage(), await context.newPage()];
  for (const button of ['Save', 'Publish', 'Update']) {
    const sentence = button === 'Save' ? 'Saved.' : 'Published. Readers can see it now.';
    for (const tab of button === 'Update' ? [page, second, third] : [page, second]) await open(tab);
    await press(page, button);
    await expect(page.getByText(sentence)).toBeVisible();
    const before = await find();
    await page.reload();
    await expect(title(page)).toHaveValue('Sent twice');
    await expect(page.getByText(sentence)).toHaveCount(0);
    expect(await find()).toEqual(before);

    await press(second, button);
    await expect(second.getByText(sentence)).toBeVisible();
    await expect(second.getByText('in the meantime')).toHaveCount(0);
    const { publishAt, bodyHtml } = await find();
    expect({ publishAt, bodyHtml }).toEqual({ publishAt: before.publishAt, bodyHtml: before.bodyHtml });
  }

  // What was unpublished in between is not published by a form that was sent before.
  await db.post.update({ where: { id }, data: { status: 'draft', version: { increment: 1 } } });
  await press(third, 'Update');
  await expect(
    third.getByText('This form was sent before, and the post was changed since then.').first(),
  ).toBeVisible();
  expect(await find()).toMatchObject({ status: 'draft' });
  await press(third, 'Publish');
  await expect(third.getByText('Published. Readers can see it now.')).toBeVisible();
});

test('without a script another text of somebody else is a conflict', async ({ page, context, site }) => {
  const { saveDraft } = await import('@/lib/posts/editing/drafting');
  const { actorWith } = await import('../factories/users');
  const { createPost } = await import('../factories/posts');
  const { id } = await createPost({ title: 'Shared', status: 'draft' });
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin/posts/${id}`);
  await title(page).fill('Shared by me');
  await saveDraft(await actorWith('editor', 'Edda Holm'), { id, version: 1, fields: { title: 'Shared by Edda' } });
  await press(page, 'Publish');
  await expect(page.getByText('Edda Holm saved this post in the meantime.').first()).toBeVisible();
  await expect(title(page)).toHaveValue('Shared by me');
  await page.reload();
  await expect(page.getByText('Edda Holm saved this post in the meantime.').first()).toBeVisible();
});

test('without a script “New post” opens the empty draft that is there', async ({ page, context, site }) => {
  const { db } = await import('@/lib/database/db');
  const { id: userId } = await site.signIn(context, 'author');
  const addresses: string[] = [];
  for (const from of ['/admin', '/admin/posts/new', '/admin/posts']) {
    await page.goto(site.url + from);
    await page.getByRole('button', { name: 'New post' }).first().click();
    await expect(title(page)).toHaveValue('');
    addresses.push(page.url());
  }
  expect(new Set(addresses).size).toBe(1);
  expect(await db.postAuthor.count({ where: { userId } })).toBe(1);
});
