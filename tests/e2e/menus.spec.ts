import { setMenu } from '../factories/menus';
import { untilHydrated } from './hydrated';
import { expect, test } from './site';

test('an entry is dragged where it belongs, also beneath another', async ({ page, context, site }) => {
  await setMenu('header', [{ label: 'One' }, { label: 'Two' }, { label: 'Three' }, { label: 'Four', isNested: true }]);
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/menus`);
  const header = page.getByRole('region', { name: 'Header', exact: true });
  await untilHydrated(page.locator('#header-menu'));
  const row = (name: string) => header.getByRole('listitem').filter({ hasText: name });

  await row('Two').dragTo(row('One'), { targetPosition: { x: 40, y: 4 } });
  await expect(header.getByRole('status')).toHaveText('“Two” is now 1 of 3.');
  await row('One').dragTo(row('Four'), { targetPosition: { x: 40, y: 4 } });
  await expect(header.getByRole('status')).toHaveText('“One” is now 1 of 2 beneath “Three”.');
  await expect(header.locator('.row__title')).toHaveText(['Two', 'Three', 'One', 'Four']);
});
