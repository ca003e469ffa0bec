import { saveDraft } from '@/lib/posts/editing/drafting';
import { db } from '@/lib/database/db';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

test('two versions are compared word by word and picture by picture, one is restored, and that is undone', async ({
  page,
  context,
  site,
}) => {
  const { id: userId, name } = await site.signIn(context, 'owner', 'Ida Brandt');
  const writer = { id: userId, name, role: 'owner' as const, sessionId: '', emailVerified: true };
  const { id } = await createPost({ status: 'draft', publishAt: null, firstPublishedAt: null, title: 'Timetable' });
  const picture = '<figure><img src="/uploads/quay.png" alt="The quay"></figure>';
  const save = (version: number, fields: object) => saveDraft(writer, { id, version, fields, kind: 'save' });
  await save(1, { title: 'Timetable', bodyHtml: `<p>Stays.</p><p>The ferry sails at nine.</p>${picture}` });
  await save(2, { title: 'New timetable', bodyHtml: '<p>Stays.</p><p>The ferry sails at ten.</p>' });

  await page.goto(`${site.url}/admin/posts/${id}/revisions`);
  const list = page.getByRole('list', { name: 'Versions' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByRole('listitem').first()).toContainText('saved · Ida Brandt');
  const text = page.getByRole('region', { name: 'The text' });
  await expect(text.locator('del').first()).toHaveText('nine');
  await expect(text.locator('ins').first()).toHaveText('ten');
  await expect(page.getByRole('row', { name: /^Title/ })).toContainText('New timetable');
  await expect(page.getByRole('region', { name: 'Images' })).toContainText('Removed');

  await list.getByRole('link').last().click();
  await expect(page).toHaveURL(/\/revisions\?from=/);
  await page.goto(`${site.url}/admin/posts/${id}/revisions`);
  await list.getByRole('listitem').last().getByRole('link').first().click();
  await page.getByRole('button', { name: /^Restore the version of/ }).click();
  await expect(page.getByText(/^That version was restored\./)).toBeVisible();
  const titleOf = async () => (await db.post.findUniqueOrThrow({ where: { id } })).title;
  expect(await titleOf()).toBe('Timetable');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(titleOf, { intervals: [100] }).toBe('New timetable');

  await page.goto(`${site.url}/admin/posts/${id}/revisions?from=x&to=y`);
  await expect(text).toBeVisible();
  expect((await page.goto(`${site.url}/admin/posts/x/revisions`))?.status()).toBe(404);
});
