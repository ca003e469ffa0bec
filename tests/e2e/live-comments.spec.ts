import type { Page } from '@playwright/test';
import { db } from '@/lib/database/db';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

/** The page follows its thread once that is in view; a stream answers at once with what is new already. */
async function follow(page: Page, address: string) {
  const opened = page.waitForRequest((request) => request.url().includes('/_s/live/'));
  await page.goto(address);
  await page.locator('#comments-heading').scrollIntoViewIfNeeded();
  await opened;
}

const pill = (page: Page) => page.locator('.live-pill');
const headings = (page: Page) => page.locator('article.comment .comment__body').allTextContents();

test('new comments are announced without moving what is read, and pressing that puts them where they belong', async ({
  page,
  site,
}) => {
  const renderedHtml = '<p>The tide turns twice a day, and nobody has to turn it.</p>'.repeat(40);
  const post = await createPost({ title: 'Tides', renderedHtml });
  const first = await createComment(post.id, { body: 'First of all.' });
  await createComment(post.id, { body: 'And then.' });
  await follow(page, `${site.url}/${post.slug}`);
  const place = () => page.locator(`#comment-${first.id}`).evaluate((element) => element.getBoundingClientRect().top);
  const before = await place();
  await createComment(post.id, { body: 'Unapproved.', status: 'pending' });
  const reply = await createComment(post.id, { parentId: first.id, body: 'A reply to the first.' });
  await expect(pill(page)).toHaveText('1 new comment');
  await createComment(post.id, { parentId: reply.id, body: 'A reply to the reply.' });
  await createComment(post.id, { body: 'Last of all.' });
  await expect(pill(page)).toHaveText('3 new comments');
  expect(await place()).toBe(before);
  expect(await headings(page)).toHaveLength(2);

  await pill(page).getByRole('link').click();
  await expect(page.getByText('Last of all.')).toBeAttached();
  expect(await headings(page)).toEqual([
    'First of all.',
    'A reply to the first.',
    'A reply to the reply.',
    'And then.',
    'Last of all.',
  ]);
  await expect(page.locator('.thread .thread .thread')).toHaveText(/A reply to the reply/);
  await expect(page.locator(`#comment-${reply.id}`)).toBeFocused();
  await expect(page.locator(`#comment-${reply.id}`)).toBeInViewport();
  await expect(page.getByRole('heading', { name: 'Post a Comment (5)' })).toBeAttached();
  await expect(pill(page)).toHaveText('');

  await createComment(post.id, { body: 'After all.' });
  await expect(pill(page)).toHaveText('1 new comment');
  await page.locator(`#comment-${reply.id}`).getByRole('link', { name: 'Reply' }).click();
  await expect(page.getByLabel(/^Your reply to/)).toBeVisible();
});

test('new comments on another page of the thread are gone to', async ({ page, site }) => {
  const post = await createPost({ title: 'Currents' });
  for (let index = 0; index < 51; index += 1) await createComment(post.id, { body: `Current ${index}.` });
  await follow(page, `${site.url}/${post.slug}`);
  await createComment(post.id, { body: 'The very last.' });
  await pill(page).getByRole('link', { name: '1 new comment' }).click();
  await expect(page).toHaveURL(`${site.url}/${post.slug}/comments/by/newest#comments`);
  await expect(page.locator('article.comment').first()).toContainText('The very last.');
});

test('where streams are refused the page asks now and then instead, and there is none for a closed thread', async ({
  page,
  site,
}) => {
  const post = await createPost({ title: 'Eddies' });
  await createComment(post.id, { body: 'Round.' });
  await page.route('**/_s/live/**', (route) => route.fulfill({ status: 503, body: 'Full.' }));
  await page.clock.install();
  const asked = page.waitForResponse((answer) => answer.url().includes('/_s/t/'));
  await follow(page, `${site.url}/${post.slug}`);
  await asked;
  await createComment(post.id, { body: 'And round.' });
  await expect
    .poll(async () => ((await (await fetch(`${site.url}/_s/t/${post.id}`)).json()) as { count: number }).count)
    .toBe(2);
  await page.clock.fastForward(60_000);
  await expect(pill(page)).toHaveText('1 new comment');

  await db.post.update({ where: { id: post.id }, data: { commentsMode: 'closed' } });
  await site.refresh([`post:${post.id}`, `comments:${post.id}`]);
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.getByText('Comments on this post are closed.')).toBeVisible();
  await expect(page.locator('[data-live]')).toHaveCount(0);
});
