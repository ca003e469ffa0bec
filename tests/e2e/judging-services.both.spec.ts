import { createPost } from '../factories/posts';
import { knownReader } from '../factories/comments';
import { db } from '@/lib/database/db';
import { startJudgingServices } from '../factories/judging-services';
import { expect, test as base } from './site';
import { untilHydrated } from './hydrated';

const hasScript = () => test.info().project.use.javaScriptEnabled !== false;

type Services = Awaited<ReturnType<typeof startJudgingServices>>;

const test = base.extend<object, { services: Services }>({
  services: [
    // Playwright reads from this pattern what a fixture depends on.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const ending: (() => void)[] = [];
      await use(await startJudgingServices((stop) => ending.push(stop)));
      for (const stop of ending) stop();
    },
    { scope: 'worker' },
  ],
  environment: [async ({ services }, use) => use(services.environment), { scope: 'worker' }],
});

test('readers read who gets their comments; one that a service does not answer waits, and moderators read why', async ({
  page,
  site,
  services,
  context,
}) => {
  services.reset();
  services.answer('comment-check', { status: 500 });
  const post = await createPost({ title: 'Buoys and beacons' });
  const { id } = await site.signIn(context, 'reader', 'Ida Brandt');
  const known = await knownReader();
  await db.comment.updateMany({ where: { authorId: known.id }, data: { authorId: id } });
  await page.goto(`${site.url}/${post.slug}`);
  if (hasScript()) await untilHydrated(page.locator('#post-comment'));
  await expect(
    page.getByText('by a service of this site, which receives text, name, e-mail address, website and IP address.'),
  ).toBeVisible();
  await page.getByLabel('Your comment').fill('The red one is to port.');
  await page.getByRole('button', { name: 'Post comment' }).click();
  await expect(page.getByText('Your comment is awaiting approval.')).toBeVisible();
  expect(services.fieldsOf('comment-check')).toMatchObject([{ user_ip: '127.0.0.1', comment_author: 'Ida Brandt' }]);

  await site.signIn(context, 'moderator', 'Mo Hansen');
  await page.goto(`${site.url}/admin/comments`);
  await expect(page.getByText('Held: Akismet answered with the error 500')).toBeVisible();
  await page.goto(`${site.url}/admin/comments/rules`);
  await expect(page.getByText(/held in the last 24 hours because a service gave no answer/)).toBeVisible();
});
