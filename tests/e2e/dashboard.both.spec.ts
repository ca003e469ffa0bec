import { db } from '@/lib/database/db';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

const soon = () => new Date(Date.now() + 24 * 60 * 60 * 1000);

test('an editor approves a comment on the dashboard, and takes that back', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  const post = await createPost({ title: 'Spring tide' });
  const comment = await createComment(post.id, { status: 'pending', body: 'Well said' });
  const status = async () => (await db.comment.findUniqueOrThrow({ where: { id: comment.id } })).status;

  await page.goto(`${site.url}/admin`);
  const latest = page.getByRole('region', { name: 'Latest comments' });
  await expect(page.getByText('1 comment is awaiting approval.')).toBeVisible();
  await expect(latest.getByText('Spring tide')).toBeVisible();
  await latest.getByRole('button', { name: /^Approve/ }).click();
  await expect(latest.getByText('Approved one comment.')).toBeVisible();
  await expect(latest.getByRole('button', { name: /^Approve/ })).toHaveCount(0);
  await expect(page).toHaveURL(`${site.url}/admin`);
  expect(await status()).toBe('approved');

  await latest.getByRole('button', { name: 'Undo' }).click();
  await expect(latest.getByText('Undone for one comment.')).toBeVisible();
  await expect(latest.getByRole('button', { name: /^Approve/ })).toBeVisible();
  expect(await status()).toBe('pending');
});

test('a comment that was decided meanwhile is not approved again', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  const post = await createPost();
  const comment = await createComment(post.id, { status: 'pending', body: 'Not so' });
  await page.goto(`${site.url}/admin`);
  await db.comment.update({ where: { id: comment.id }, data: { status: 'approved' } });
  const row = page.getByRole('listitem').filter({ hasText: 'Not so' });
  await row.getByRole('button', { name: /^Approve/ }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing was changed' })).toBeVisible();
});

test('drafts to continue and what is scheduled next are links', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  const draft = await createPost({ title: 'Ropes', status: 'draft', publishAt: null, firstPublishedAt: null });
  const next = await createPost({ title: 'Fog ahead', publishAt: soon(), firstPublishedAt: null });
  await page.goto(`${site.url}/admin`);
  const linkTo = (region: string, name: string) =>
    page.getByRole('region', { name }).getByRole('link', { name: region });
  await expect(linkTo('Ropes', 'Drafts')).toHaveAttribute('href', `/admin/posts/${draft.id}`);
  await expect(linkTo('Fog ahead', 'Scheduled next')).toHaveAttribute('href', `/admin/posts/${next.id}`);
});

test('the first steps show their progress until somebody hides them', async ({ page, context, site }) => {
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin`);
  const steps = page.getByRole('region', { name: 'Get started' });
  await expect(steps.getByText(/^\d of 5 done$/)).toBeVisible();
  await expect(steps.getByRole('link', { name: 'Choose a look' })).toHaveAttribute(
    'href',
    '/admin/settings/appearance',
  );
  await steps.getByRole('button', { name: 'Hide these steps' }).click();
  await expect(page.getByText('The first steps are hidden.')).toBeVisible();
  await expect(steps).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The first steps are shown again.')).toBeVisible();
  await expect(steps).toBeVisible();
  await steps.getByRole('button', { name: 'Hide these steps' }).click();
  await expect(steps).toHaveCount(0);
  await page.goto(`${site.url}/admin`);
  await expect(page.getByRole('heading', { name: 'Needs attention' })).toBeVisible();
  await expect(steps).toHaveCount(0);
});

test('an author sees their own work, and nothing of comments', async ({ page, context, site }) => {
  await site.signIn(context, 'author');
  await page.goto(`${site.url}/admin`);
  await expect(page.getByRole('heading', { name: 'Drafts' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Latest comments' })).toHaveCount(0);
  await expect(page.getByText('Ropes')).toHaveCount(0);
});
