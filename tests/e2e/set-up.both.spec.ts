import { expect, test } from './site';

test.use({ hasOwner: false, timezoneId: 'Europe/Lisbon' });

test('the printed link makes the owner, who lands on the dashboard; then it is closed for ever', async ({
  page,
  site,
  browser,
  javaScriptEnabled,
}) => {
  const printed = /http\S+(\/setup\?token=\S+)/.exec(site.output())?.[1] ?? '';
  await page.goto(`${site.url}/setup?token=guessed`);
  await expect(page.getByText('Use the latest link that the server printed')).toBeVisible();

  await page.goto(site.url + printed);
  await expect(page.getByLabel('Time zone')).toHaveValue(javaScriptEnabled ? 'Europe/Lisbon' : 'UTC');
  await page.getByLabel('Site title').fill('Harbour News');
  await expect(page.getByLabel('Tagline')).toHaveValue('');
  await page.getByLabel('Tagline').fill('News from the quay');
  await page.getByLabel('Language').selectOption('en-GB');
  await page.getByLabel('Time zone').selectOption('Europe/Vienna');
  await page.getByLabel('Your name').fill('Olga Ritter');
  await page.getByLabel('Your e-mail address').fill('olga@example.test');
  await page.getByLabel('Password').fill('password1');
  await page.getByRole('button', { name: 'Create site' }).click();

  await expect(page.getByRole('alert').filter({ hasText: 'too common' })).toBeVisible();
  await expect(page.getByLabel('Site title')).toHaveValue('Harbour News');
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Vienna');
  await page.getByLabel('Password').fill('tide tables for breakfast');
  await page.getByRole('button', { name: 'Create site' }).click();

  await expect(page).toHaveURL(`${site.url}/admin`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Olga Ritter');
  await page.goto(site.url);
  await expect(page.getByRole('link', { name: 'Harbour News' }).first()).toBeVisible();
  await expect(page.getByText('News from the quay')).toBeVisible();

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(site.url + printed);
  await expect(stranger.getByText('this page is closed')).toBeVisible();
  await expect(stranger.getByRole('button', { name: 'Create site' })).toHaveCount(0);
  await stranger.context().close();
});
