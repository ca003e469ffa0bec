import { db } from '@/lib/database/db';
import { createPost } from '../factories/posts';
import { untilHydrated } from './hydrated';
import { expect, test } from './site';

const body = '<p>The <em>ferry</em> sails at nine.</p><p>It never sails on Sundays.</p>';

test('a reader suggests a correction, an editor accepts it, and the article, its thread and the list of all say so', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const post = await createPost({ title: 'Timetable', bodyHtml: body, renderedHtml: body });
  await site.refresh([`post:${post.id}`, 'list']);
  const article = `${site.url}/${post.slug}`;

  await page.goto(article);
  await page.getByRole('link', { name: 'Suggest a correction' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Timetable' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sign in to suggest a correction' })).toBeVisible();
  const reader = await site.signIn(context, 'reader');
  await page.goto(article);
  if (javaScriptEnabled) {
    await page.getByText('sails at nine').selectText();
    const offered = page.locator('a.selection-tool');
    await expect(offered).toBeInViewport();
    await offered.click();
    await expect(page.getByLabel('The article says')).toHaveValue('The ferry sails at nine.');
    await untilHydrated(page.getByLabel('It should say'));
  } else {
    await page.getByRole('link', { name: 'Suggest a correction' }).click();
    await page.getByLabel('The article says').fill('The ferry sails at eight.');
    await page.getByLabel('It should say').fill('The ferry sails at ten.');
    await page.getByRole('button', { name: 'Suggest correction' }).click();
    await expect(page.getByText(/^These words are not in the article\./)).toBeVisible();
    await expect(page.getByLabel('It should say')).toHaveValue('The ferry sails at ten.');
    await page.getByLabel('The article says').fill('The ferry sails at nine.');
  }
  await page.getByLabel('It should say').fill('The ferry sails at ten.');
  await page.getByLabel('Why (optional)').fill('The timetable says so.');
  await page.getByRole('button', { name: 'Suggest correction' }).click();
  await expect(page.getByText('Your comment is awaiting approval.')).toBeVisible();
  await expect(page.getByText('The timetable says so.')).toBeVisible();
  const suggestion = page.url();

  const desk = await context.browser()!.newContext({ javaScriptEnabled });
  await site.signIn(desk, 'editor');
  const editor = await desk.newPage();
  await editor.goto(suggestion);
  await editor.getByRole('button', { name: 'Approve' }).click();
  await expect(editor.getByText(/^Approved/)).toBeVisible();
  await editor.goto(`${site.url}/admin/comments`);
  await editor.getByRole('link', { name: 'Corrections' }).click();
  const row = editor.getByRole('listitem').filter({ hasText: 'Timetable' });
  await expect(row.locator('del')).toHaveText('nine');
  await expect(row.locator('ins')).toHaveText('ten');
  await row.getByLabel('Note (optional)').fill('It sails at ten, not at nine.');
  await row.getByRole('button', { name: 'Accept' }).click();
  await expect(editor.getByText('Accepted. “Timetable” is corrected, and says so below the article.')).toBeVisible();
  await expect(editor.getByText('No corrections to decide.')).toBeVisible();
  await desk.close();

  await expect
    .poll(() => db.notification.count({ where: { userId: reader.id, kind: 'correction' } }), { intervals: [100] })
    .toBe(1);
  await page.goto(`${site.url}/account/notifications`);
  await expect(page.getByText('The note below the article: It sails at ten, not at nine.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Your correction of “Timetable” was accepted' })).toBeVisible();

  const { name } = await db.user.findUniqueOrThrow({ where: { id: reader.id } });
  await page.goto(article);
  await expect(page.getByText('The ferry sails at ten.').first()).toBeVisible();
  await expect(page.locator('.corrections')).toContainText(`It sails at ten, not at nine.Thanks to ${name}`);
  await expect(page.getByRole('link', { name: 'correction accepted' })).toBeVisible();
  const graph = await page.locator('script[type="application/ld+json"]').textContent();
  expect(graph).toContain('"@type":"CorrectionComment","text":"It sails at ten, not at nine."');
  await page.goto(`${site.url}/corrections`);
  await expect(page.getByRole('listitem').filter({ hasText: 'Timetable' })).toContainText('It sails at ten');
  const feed = await page.request.get(`${site.url}/corrections/feed.xml`);
  expect(await feed.text()).toContain('Correction of Timetable');
  const posts = await (await page.request.get(`${site.url}/feed.xml`)).text();
  const [entry = ''] = /<entry>(?:(?!<\/entry>)[\s\S])*Timetable[\s\S]*?<\/entry>/.exec(posts) ?? [];
  const [, published = '', updated = ''] =
    /<published>(.*?)<\/published>\s*<updated>(.*?)<\/updated>/.exec(entry) ?? [];
  expect(updated > published).toBe(true);
});

test('an article that was closed since says that it takes no corrections', async ({ page, site }) => {
  const closed = await createPost({ title: 'Summer timetable', commentsMode: 'closed' });
  const draft = await createPost({ title: 'Autumn timetable', status: 'draft' });

  expect((await page.goto(`${site.url}/corrections/suggest/${closed.id}`))?.status()).toBe(200);
  await expect(page.getByText('This article takes no corrections.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Summer timetable' })).toHaveAttribute('href', `/${closed.slug}`);
  expect((await page.goto(`${site.url}/corrections/suggest/${draft.id}`))?.status()).toBe(404);
});

test('a reader is told that a correction was declined, and why, on the site and beside the suggestion', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const post = await createPost({ title: 'Winter timetable', bodyHtml: body, renderedHtml: body });
  const reader = await site.signIn(context, 'reader');
  await page.goto(`${site.url}/corrections/suggest/${post.id}`);
  await page.getByLabel('The article says').fill('The ferry sails at nine.');
  await page.getByLabel('It should say').fill('The ferry sails at ten.');
  await page.getByRole('button', { name: 'Suggest correction' }).click();
  await expect(page.getByText('Your comment is awaiting approval.')).toBeVisible();
  await db.comment.updateMany({ where: { authorId: reader.id }, data: { status: 'approved' } });

  const desk = await context.browser()!.newContext({ javaScriptEnabled });
  await site.signIn(desk, 'editor');
  const editor = await desk.newPage();
  await editor.goto(`${site.url}/admin/comments/corrections`);
  const row = editor.getByRole('listitem').filter({ hasText: 'Winter timetable' });
  await row.getByLabel('Note (optional)').fill('In winter it sails at nine.');
  await row.getByRole('button', { name: 'Decline' }).click();
  await expect(editor.getByText('Declined. The article stays as it is.')).toBeVisible();
  await desk.close();

  const note = 'The editor’s note: In winter it sails at nine.';
  await expect
    .poll(() => db.notification.count({ where: { userId: reader.id, kind: 'correction' } }), { intervals: [100] })
    .toBe(1);
  await page.goto(`${site.url}/account/notifications`);
  await expect(page.getByText(note)).toBeVisible();
  await page.getByRole('button', { name: 'Your correction of “Winter timetable” was declined' }).click();
  await expect(page).toHaveURL(new RegExp(`/${post.slug}/comments/`));
  await expect(page.getByText(note)).toBeVisible();
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.getByText('correction declined')).toBeVisible();
});
