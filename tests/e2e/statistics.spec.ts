import type { Page } from '@playwright/test';
import { readDb } from '@/lib/database/db';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

const viewsOf = async (postId: string) => {
  const where = { period: 'total', dimension: 'post', bucket: '', value: postId };
  const row = await readDb.readerStatistic.findFirst({ where, select: { count: true } });
  return row?.count ?? 0;
};

// What a page collects is sent after ten seconds of its clock, which the test turns.
const send = (page: Page) => page.clock.runFor(10_000);

test('a reader’s view counts for the post', async ({ page, site }) => {
  const post = await createPost();
  await page.clock.install();
  await page.goto(`${site.url}/${post.slug}`);
  await send(page);
  await expect.poll(() => viewsOf(post.id)).toBe(1);
});
