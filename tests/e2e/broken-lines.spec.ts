import { createPost } from '../factories/posts';
import { expect, test } from './site';

test('a line that breaks takes no list away', async ({ page, context, site }) => {
  await site.signIn(context, 'owner');
  await createPost({ title: 'Lines ashore' });
  await page.goto(`${site.url}/admin/posts`);
  const select = page.getByRole('checkbox', { name: 'Select “Lines ashore”' });
  const move = page.getByRole('button', { name: 'Move to trash' });
  await select.check();
  await context.setOffline(true);
  await move.click();
  await expect(page.getByText('The server could not be reached: you may be offline.')).toBeVisible();
  await context.setOffline(false);
  await select.check();
  await move.click();
  await expect(page.getByText('1 item moved to trash.')).toBeVisible();
});
