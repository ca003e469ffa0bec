import { db } from '@/lib/database/db';
import { storeSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { createCampaign } from '../factories/campaigns';
import { untilHydrated } from './hydrated';
import { expect, test } from './site';

const english = /\b(the|and|are|with|this|your|you|for|of)\b/i;

const pages = [
  [paths.admin.settings(), 'Einstellungen'],
  [paths.admin.identity(), 'Auftritt'],
  [paths.admin.systemStatus(), 'Systemstatus'],
  [paths.admin.redirects(), 'Weiterleitungen'],
  [paths.admin.newRedirect(), 'Weiterleitung hinzufügen'],
  [paths.admin.missingAddresses(), '404-Protokoll'],
  [paths.admin.campaigns(), 'Kampagnen'],
  [paths.admin.campaign('new'), 'Neue Kampagne'],
  [paths.admin.sellers(), 'Autorisierte Verkäufer (ads.txt)'],
  [paths.admin.mediaKit(), 'Mediadaten'],
  [paths.admin.slotReports(), 'Meldungen von Lesern'],
  [paths.admin.allSlotStatistics(), 'Statistik der Werbeplätze'],
] as const;

test('settings, status and the pages of sales have no English sentence', async ({ page, site }) => {
  await storeSettings({ language: 'de', timeZone: 'Europe/Vienna' });
  await site.refresh(['site']);
  await createCampaign({ name: 'Herbst', advertiser: 'Schiffsbedarf' });
  await site.signIn(page.context(), 'owner', 'Olga Ritter');
  // Slots keep the names that they were given.
  const names = (await db.slot.findMany({ select: { name: true } })).map(({ name }) => name);
  for (const [address, title] of pages) {
    await page.goto(site.url + address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const lines = (await page.locator('main').innerText()).split('\n');
    // Time zones have the names of the database of time zones: Europe/Isle of Man.
    const words = lines.filter((line) => !/^[A-Z]\w+\/\w/.test(line.trim()));
    const named = (line: string) =>
      ['Better Ads Standards', ...names].reduce((rest, name) => rest.replaceAll(name, ''), line);
    expect(words.map(named).filter((line) => english.test(line))).toEqual([]);
  }
});

test('the forms of settings and sellers answer in German', async ({ page, site }) => {
  await storeSettings({ language: 'de' });
  await site.refresh(['site']);
  await site.signIn(page.context(), 'owner', 'Olga Ritter');
  const hasScript = test.info().project.use.javaScriptEnabled ?? true;
  await page.goto(site.url + paths.admin.settings());
  const title = page.getByLabel('Titel der Website');
  if (hasScript) await untilHydrated(title);
  await title.fill('');
  await page.getByRole('region', { name: 'Website' }).getByRole('button', { name: 'Änderungen speichern' }).click();
  await expect(page.locator('.notice--refused').first()).toContainText('Geben Sie einen Titel für die Website ein.');

  await page.goto(site.url + paths.admin.sellers());
  const domain = page.getByLabel('Domain des Werbesystems');
  if (hasScript) await untilHydrated(domain);
  await domain.fill('example.com');
  await page.getByLabel('Konto').fill('pub-1');
  await page.getByRole('button', { name: 'Verkäufer hinzufügen' }).click();
  await expect(page.locator('.notice--done')).toHaveText('Hinzugefügt: /ads.txt nennt nun example.com.');
});

test('a list of rules is imported by a button in German', async ({ page, site }) => {
  await storeSettings({ language: 'de' });
  await site.refresh(['site']);
  await site.signIn(page.context(), 'owner', 'Olga Ritter');
  await page.goto(site.url + paths.admin.moderationRules());
  await expect(page.getByRole('button', { name: 'Importieren' })).toBeVisible();
});

test('names of fields fit into them on a phone', async ({ page, site }) => {
  await storeSettings({ language: 'de' });
  await site.refresh(['site']);
  await site.signIn(page.context(), 'owner', 'Olga Ritter');
  await page.setViewportSize({ width: 360, height: 800 });
  for (const address of [paths.admin.comments(), paths.admin.media()]) {
    await page.goto(site.url + address);
    const field = page.getByRole('searchbox').first();
    const [needed, available] = await field.evaluate((input: HTMLInputElement) => {
      const { paddingInlineStart, paddingInlineEnd, font } = getComputedStyle(input);
      const canvas = document.createElement('canvas').getContext('2d')!;
      canvas.font = font;
      const padding = parseFloat(paddingInlineStart) + parseFloat(paddingInlineEnd);
      return [canvas.measureText(input.placeholder).width, input.clientWidth - padding];
    });
    expect(needed).toBeGreaterThan(0);
    expect(needed).toBeLessThan(available);
  }
});
