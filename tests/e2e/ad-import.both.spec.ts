import { advancedAdsXml } from '../factories/ad-settings';
import { expect, test } from './site';

test('an ad manager imports the settings of another system and looks at each ad', async ({ page, context, site }) => {
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots`);
  await page.getByRole('link', { name: 'Import', exact: true }).last().click();
  await page.getByLabel('Or paste the settings').fill('hello');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('These ad settings are not recognised').first()).toBeVisible();
  await expect(page.getByLabel('Or paste the settings')).toHaveValue('hello');

  const file = { name: 'ads.xml', mimeType: 'text/xml', buffer: Buffer.from(advancedAdsXml) };
  await page.getByLabel('File', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('From Advanced Ads: 3 slots were added, disabled.')).toBeVisible();
  await expect(page.getByText('“Dummy” is of the kind “dummy”, which has no code.')).toBeVisible();
  await page.getByRole('link', { name: 'Ropes' }).click();
  await expect(page.getByLabel('Put your ad code here')).toHaveValue(
    '<script src="https://network.example/a.js"></script>',
  );
  await page.getByRole('button', { name: 'Enable' }).click();
  await expect(page.getByRole('button', { name: 'Disable' })).toBeVisible();
});
