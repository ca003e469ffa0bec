import { fillSlot, codeDraft } from '../factories/slots';
import { getSettings, storeSettings } from '@/lib/settings/queries';
import { usualPublishRules } from '@/lib/settings/publish-rules';
import { createPost } from '../factories/posts';
import { untilHydrated } from './hydrated';
import { card, saveCard } from './settings-cards';
import { expect, test } from './site';

test('what is wrong with a section of the settings is said at its button, and leads to its field', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/settings`);
  const [title, zone] = [card(page, 'Site'), card(page, 'Language and time')];
  const name = page.getByRole('textbox', { name: 'Site title', exact: true });
  const tagline = page.getByLabel('Tagline');
  await name.fill('');
  await tagline.evaluate((field) => field.removeAttribute('maxlength'));
  await tagline.fill('x'.repeat(241));
  await saveCard(page, 'Site');
  const answer = title.getByRole('alert').filter({ hasText: '2 fields need attention' });
  await expect(answer).toBeInViewport();
  await expect(answer.getByRole('link')).toHaveText([
    'Site title: Enter a site title.',
    'Tagline: Use at most 240 characters for the tagline.',
  ]);
  await expect(zone.getByRole('alert')).toHaveCount(0);
  if (javaScriptEnabled) await expect(name).toBeFocused();
  await answer.getByRole('link', { name: /^Tagline/ }).click();
  await expect(page).toHaveURL(/#tagline$/);
  await expect(tagline).toBeInViewport();

  await name.fill('Harbour News');
  await tagline.fill('Told by the tide');
  await saveCard(page, 'Site');
  await expect(title.getByRole('status').filter({ hasText: 'Settings saved.' })).toBeInViewport();
  await expect(zone.getByRole('status')).toHaveCount(0);
  await expect(name).toHaveValue('Harbour News');
});

test('two people at the settings: nothing of the other is replaced unless one says so', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'owner');
  await storeSettings({ siteName: 'Quay', tagline: 'Old' });
  await site.refresh(['site']);
  await page.goto(`${site.url}/admin/settings`);
  await storeSettings({ tagline: 'By Olga' });
  await page.getByRole('textbox', { name: 'Site title', exact: true }).fill('Pier');
  await saveCard(page, 'Site');
  await expect(card(page, 'Site').getByText('Settings saved.')).toBeVisible();
  expect(await getSettings()).toMatchObject({ siteName: 'Pier', tagline: 'By Olga' });

  await page.goto(`${site.url}/admin/settings`);
  await storeSettings({ tagline: 'Again by Olga' });
  await page.getByLabel('Tagline').fill('By Ida');
  await saveCard(page, 'Site');
  await expect(page.getByRole('alert').getByText('Another person changed this after you opened')).toBeVisible();
  expect(await getSettings()).toMatchObject({ tagline: 'Again by Olga' });
  await expect(page.getByLabel('Tagline')).toHaveValue('By Ida');
  await saveCard(page, 'Site');
  await expect(card(page, 'Site').getByText('Settings saved.')).toBeVisible();
  expect(await getSettings()).toMatchObject({ tagline: 'By Ida' });
  await page.getByLabel('Tagline').fill('Once more by Ida');
  await saveCard(page, 'Site');
  await expect.poll(async () => (await getSettings()).tagline).toBe('Once more by Ida');
});

test('what another person changed meanwhile is told in the other areas, too, and replaced only by saving again', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  await site.signIn(context, 'owner');
  const rules = (least: number) => ({ publishRules: { ...usualPublishRules, least } });
  const forms = [
    {
      area: 'identity',
      label: 'Copyright line',
      texts: ['Olga', 'Ida'],
      stored: (copyright: string) => ({ copyright }),
    },
    {
      area: 'identity',
      label: 'Text',
      texts: ['Olga', 'Ida'],
      stored: (announcementText: string) => ({ announcementText }),
    },
    {
      area: 'visibility',
      label: 'Maintenance text',
      texts: ['Olga', 'Ida'],
      stored: (maintenanceText: string) => ({ maintenanceText }),
    },
    {
      area: 'publishing',
      label: 'Minimum words',
      texts: ['11', '12'],
      stored: (least: string) => rules(Number(least)),
    },
    {
      area: 'appearance',
      label: 'Accent colour',
      texts: ['#123456', '#654321'],
      stored: (accentColour: string) => ({ accentColour }),
    },
  ] as const;
  for (const { area, label, texts, stored } of forms) {
    const [others, own] = texts;
    await page.goto(`${site.url}/admin/settings/${area}`);
    await storeSettings(stored(others));
    const field = page.getByRole(label === 'Minimum words' ? 'spinbutton' : 'textbox', { name: label, exact: true });
    const form = page.locator('form').filter({ has: field });
    const save = form.getByRole('button', { name: /^Save( changes)?$/ });
    if (javaScriptEnabled) await untilHydrated(form);
    await field.fill(own);
    await save.click();
    await expect(
      page.getByRole('alert').getByText('Another person changed this after you opened').first(),
    ).toBeVisible();
    expect(await getSettings()).toMatchObject(stored(others));
    await expect(field).toHaveValue(own);
    await save.click();
    await expect.poll(getSettings).toMatchObject(stored(own));
  }
});

test('a short form far down a page answers where it stands', async ({ page, context, site }) => {
  await site.signIn(context, 'author');
  await page.goto(`${site.url}/account`);
  await page.getByLabel('New password', { exact: true }).fill('short');
  await page
    .locator('form', { has: page.getByLabel('New password', { exact: true }) })
    .getByRole('button')
    .click();
  await expect(page.getByRole('alert').first()).toBeInViewport();
});

test('another time zone says which scheduled posts now show another time', async ({ page, context, site }) => {
  await site.signIn(context, 'owner');
  await createPost({ title: 'Regatta', status: 'published', publishAt: new Date('2040-12-01T19:00:00Z') });
  await page.goto(`${site.url}/admin/settings`);
  await page.getByLabel('Time zone').selectOption('Asia/Seoul');
  await saveCard(page, 'Language and time');
  await expect(page.getByText('“Regatta” 2 Dec 2040 04:00 (was 1 Dec 2040 19:00)')).toBeInViewport();
});

test('leaving with changes asks first, and after saving no more', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/settings`);
  await page.getByLabel('Tagline').pressSequentially('Told by the tide');
  await page.getByRole('link', { name: 'Comments' }).first().click();
  if (javaScriptEnabled) {
    await expect.poll(() => asked).toEqual(['beforeunload']);
    await saveCard(page, 'Site');
    await expect(page.getByText('Settings saved.')).toBeVisible();
    await page.getByRole('link', { name: 'Comments' }).first().click();
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Comments' })).toBeVisible();
  expect(asked).toEqual(javaScriptEnabled ? ['beforeunload'] : []);
});

test('code that is wider than the box on mobile is said to be cut off there', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const { id } = await fillSlot(
    'header',
    codeDraft('<iframe src="https://x.test/a" width="728" height="90"></iframe>'),
    {
      settings: { width: 728, height: 90, mobileWidth: 320, mobileHeight: 50 },
    },
  );
  await site.refresh(['slots']);
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/slots/${id}`);
  const warning = page.getByText('On mobile its box is 320 × 50, so it will be cut off there.');
  await expect(warning).toBeVisible();
  if (!javaScriptEnabled) return;
  await page.getByRole('button', { name: 'Hide on mobile (0 × 0)' }).click();
  await expect(warning).toHaveCount(0);
  await expect(page.getByLabel('Mobile width')).toHaveValue('0');
  await page.getByLabel('Mobile width').fill('300');
  await page.getByLabel('Mobile height').fill('90');
  await expect(page.getByText('On mobile its box is 300 × 90')).toBeVisible();
});
