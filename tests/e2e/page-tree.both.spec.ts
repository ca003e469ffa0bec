import { readDb } from '@/lib/database/db';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { changePublished, publishedPost } from '../factories/published-posts';
import { actorWith } from '../factories/users';
import { expect, test } from './site';

test('a page below another shows it above its title, and is talked about and found at its address', async ({
  page,
  context,
  site,
}) => {
  const editor = await actorWith('editor');
  const about = await publishedPost(editor, { title: 'About us' }, 'page');
  const team = await publishedPost(
    editor,
    { title: 'Our crew', slug: 'crew', parentId: about.id, commentsMode: 'open' },
    'page',
  );
  await site.refresh(['site']);
  const user = await site.signIn(context, 'reader', 'Ida Brandt');
  const elsewhere = await createPost({ status: 'draft' });
  await createComment(elsewhere.id, { authorId: user.id });

  await page.goto(`${site.url}/${team.slug}`);
  expect(new URL(page.url()).pathname).toBe('/about-us/crew');
  await expect(page.getByRole('heading', { name: 'Our crew' })).toBeVisible();
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `${site.url}/about-us/crew`);
  const graph = await page.locator('script[type="application/ld+json"]').first().textContent();
  expect(graph).toContain(`"item":"${site.url}/about-us"`);
  await page.getByLabel('Your comment').fill('They sail well.');
  await page.getByRole('button', { name: 'Post comment' }).click();
  await expect(page.getByRole('heading', { name: 'Post a Comment (1)' })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/about-us/crew');
  const [id = ''] = /[\w-]+$/.exec(new URL(page.url()).hash) ?? [];
  const alone = await page.goto(`${site.url}/about-us/crew/comments/${id.replace('comment-', '')}`);
  expect(alone?.status()).toBe(200);
  await expect(page.locator('article.comment')).toContainText('They sail well.');
  await page.goto(`${site.url}/about-us/crew`);
  await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'About us' }).click();
  await expect(page).toHaveURL(`${site.url}/about-us`);

  const answer = await page.request.get(`${site.url}/about-us%2Fcrew`, { maxRedirects: 0 });
  expect([answer.status(), answer.headers().location]).toEqual([301, '/about-us/crew']);
  for (const [path, status] of [
    ['/about-us/crew/feed.xml', 200],
    ['/about-us/nobody', 404],
    ['/about-us/crew/comments/no-such-comment', 404],
    ['/nowhere/crew', 404],
  ] as const)
    expect([path, (await page.request.get(site.url + path)).status()]).toEqual([path, status]);
});

test('a page that moves takes those below along, and whoever follows an old link arrives in one step', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const editor = await actorWith('editor');
  const harbour = await publishedPost(editor, { title: 'The harbour' }, 'page');
  const piers = await publishedPost(editor, { title: 'Piers', parentId: harbour.id }, 'page');
  const history = await publishedPost(editor, { title: 'History' }, 'page');
  await site.refresh(['site']);
  await page.goto(`${site.url}/the-harbour/piers`);
  await expect(page.getByRole('heading', { name: 'Piers' })).toBeVisible();
  await changePublished(editor, harbour.id, { parentId: history.id });
  await site.refresh(['site', 'address:/the-harbour/piers', 'address:/history/the-harbour/piers']);
  const answer = await page.request.get(`${site.url}/the-harbour/piers`, { maxRedirects: 0 });
  expect([answer.status(), answer.headers().location]).toEqual([301, '/history/the-harbour/piers']);
  await page.goto(`${site.url}/the-harbour/piers`);
  await expect(page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link')).toHaveText([
    'History',
    'The harbour',
  ]);

  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin/pages`);
  const titles = page.getByRole('table', { name: 'Pages' }).locator('.row__title');
  await expect(titles.filter({ hasText: 'Piers' })).toBeVisible();
  await expect(page.getByText('/history/the-harbour/piers')).toBeVisible();
  await page.goto(`${site.url}/admin/posts/${piers.id}`);
  if (javaScriptEnabled) return;
  await expect(page.getByLabel('Parent page')).toHaveValue(harbour.id);
  await expect(page.getByLabel('URL slug')).toHaveValue('piers');
});

test('who moves a page to the trash is told of the pages below it, which readers still find', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const editor = await actorWith('editor');
  const lock = await publishedPost(editor, { title: 'The lock' }, 'page');
  const keeper = await publishedPost(editor, { title: 'Its keeper', parentId: lock.id }, 'page');
  await site.refresh(['site', 'address:/the-lock', 'address:/the-lock/its-keeper']);
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin/pages`);
  await page.getByRole('button', { name: 'Actions for “The lock”' }).click();
  await page.getByRole('button', { name: 'Move to trash…' }).first().click();
  const question = page.getByRole('alertdialog', { name: 'Move “The lock” to trash?' });
  await expect(question).toContainText('1 page stands below and is not moved: its address stays the same');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  await page.goto(`${site.url}/admin/posts/${keeper.id}`);
  await expect(page.getByRole('button', { name: 'Move to trash…', includeHidden: true })).toHaveCount(0);

  await page.goto(`${site.url}/admin/pages`);
  await page.getByRole('checkbox', { name: 'Select “The lock”' }).check();
  await page.getByRole('group', { name: 'Bulk actions' }).getByRole('button', { name: 'Move to trash…' }).click();
  const selected = page.getByRole('alertdialog', { name: 'Move the selected pages to trash?' });
  await expect(selected).toContainText('readers still find');
  await selected.getByRole('button', { name: 'Move to trash' }).click();
  await expect(page.getByText('1 item moved to trash.')).toBeVisible();
  const statuses = async () =>
    Promise.all(
      ['/the-lock', '/the-lock/its-keeper'].map(async (path) => (await page.request.get(site.url + path)).status()),
    );
  expect(await statuses()).toEqual([404, 200]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('1 item restored.')).toBeVisible();
  expect(await statuses()).toEqual([200, 200]);

  await page.goto(`${site.url}/admin/posts/${lock.id}`);
  if (javaScriptEnabled) await page.getByRole('main').getByText('More', { exact: true }).click();
  await page.getByRole('button', { name: 'Move to trash…' }).click();
  const asked = page.getByRole('alertdialog', { name: 'Move “The lock” to trash?' });
  await expect(asked).toContainText('1 page stands below and is not moved');
  await asked.getByRole('button', { name: 'Move to trash' }).click();
  await expect
    .poll(async () => (await readDb.post.findUniqueOrThrow({ where: { id: lock.id } })).status)
    .toBe('trashed');
});
