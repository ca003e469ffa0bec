import { saveDraft } from '@/lib/posts/editing/drafting';
import { db } from '@/lib/database/db';
import sharp from 'sharp';
import { createPost } from '../factories/posts';
import { actorWith } from '../factories/users';
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
  const revisions = await db.postRevision.findMany({ where: { postId: id }, orderBy: { createdAt: 'asc' } });
  for (const [at, { id: revisionId }] of revisions.entries()) {
    await db.postRevision.update({
      where: { id: revisionId },
      data: { createdAt: new Date(`2026-11-24T09:00:${at}5Z`) },
    });
  }

  await page.goto(`${site.url}/admin/posts/${id}/revisions`);
  const list = page.getByRole('list', { name: 'Versions' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(page.getByText(/^From .*:00:05 to .*:00:15\.$/)).toBeVisible();
  await expect(list.getByRole('link', { name: /^Compare with .*:00:15$/ })).toBeVisible();
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

test('an earlier version that is restored in the editor brings its cover along, and who else edits is named', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const olga = { ...(await actorWith('editor', 'Olga Ritter')), emailVerified: true };
  const { id } = await createPost({ status: 'draft', publishAt: null, firstPublishedAt: null, title: 'Timetable' });
  await site.signIn(context, 'owner', 'Ida Brandt');
  const picture = sharp({ create: { width: 600, height: 400, channels: 3, background: 'teal' } });
  const file = { name: 'quay.png', mimeType: 'image/png', buffer: await picture.png().toBuffer() };
  await page.request.post(`${site.url}/api/media`, { multipart: { file } });
  const { id: mediaId } = await db.media.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  const { version } = await saveDraft(olga, { id, version: 1, fields: { coverId: mediaId }, kind: 'save' });
  await saveDraft(olga, { id, version, fields: { coverId: '' }, kind: 'save' });
  await page.goto(`${site.url}/admin/posts/${id}`);
  const notice = page.getByText(/^Olga Ritter changed this at .*, and may still be editing it\./);
  await expect(notice).toBeVisible();
  if (!javaScriptEnabled) return;
  const cover = page.getByRole('group', { name: 'Featured image' });
  for (const width of [1440, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    if (!(await cover.isVisible())) await page.getByRole('button', { name: 'Post settings' }).click();
    const panel = await page.getByRole('complementary', { name: 'Post settings' }).boundingBox();
    const { x, width: wide } = (await notice.boundingBox())!;
    expect(x + wide, `${width}`).toBeLessThanOrEqual(panel!.x);
  }
  await expect(cover.locator('img')).toHaveCount(0);
  await page
    .getByRole('button', { name: /^Restore the version of/ })
    .last()
    .click();
  await expect(page.getByText(/^That version was restored\./)).toBeVisible();
  if (!(await cover.isVisible())) await page.getByRole('button', { name: 'Post settings' }).click();
  await expect(cover.locator('img')).toBeVisible();
});
