import { getSettings, storeSettings } from '@/lib/settings/queries';
import { untilHydrated } from './hydrated';
import { expect, test } from './site';

test('a form that is sent again in the moment of its answer brings along what the answer told', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/settings/appearance`);
  await storeSettings({ accentColour: '#123456' });
  const field = page.getByRole('textbox', { name: 'Accent colour', exact: true });
  const form = page.locator('form').filter({ has: field });
  await untilHydrated(form);
  await field.fill('#654321');
  await form.evaluate((element: HTMLFormElement) => {
    const observer = new MutationObserver(() => {
      if (!element.querySelector('[role=alert]')) return;
      observer.disconnect();
      element.requestSubmit();
    });
    observer.observe(element, { childList: true, subtree: true });
  });
  await form.getByRole('button', { name: 'Save changes' }).click();
  await expect.poll(getSettings).toMatchObject({ accentColour: '#654321' });
});
