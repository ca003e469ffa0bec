import { untilHydrated } from './hydrated';
import { expect, test } from './site';

test('after the session ended, a form says so with a link to sign in, and keeps what was typed', async ({
  page,
  context,
  site,
}) => {
  const others = await context.browser()!.newContext();
  const author = await site.signIn(others, 'reader', 'Ole Petersen');
  await others.close();
  await site.signIn(context, 'moderator');
  await page.goto(`${site.url}/admin/comments/authors/${author.id}`);
  await page.getByLabel('Note').fill('Sells ropes, and more ropes.');
  await untilHydrated(page.locator('form', { has: page.getByLabel('Note') }));
  const session = await context.cookies();
  await context.clearCookies();
  await page.getByRole('button', { name: 'Restrict' }).first().click();
  const refusal = page.locator('.notice--refused');
  await expect(refusal).toContainText('Please sign in first.');
  await expect(refusal.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/signin');
  await expect(page.getByLabel('Note')).toHaveValue('Sells ropes, and more ropes.');

  await context.addCookies(session);
  await page.getByRole('button', { name: 'Restrict' }).first().click();
  await expect(page.getByText('Sells ropes, and more ropes.').first()).toBeVisible();
  await expect(refusal).toHaveCount(0);
});
