import { db } from '@/lib/database/db';
import { storeSettings } from '@/lib/settings/queries';
import { defaultSlotSettings, positionSchema } from '@/lib/slots/slot';
import { createPost } from '../factories/posts';
import { bodyOf, fillSlot, textDraft } from '../factories/slots';
import { expect, test } from './site';

const crowded = {
  position: positionSchema.parse({ every: 1, maximum: 20, distance: 0 }),
  rules: { ...defaultSlotSettings('in-article').rules, minimumWords: 0 },
};

test.beforeEach(async ({ site: _site }) => {
  await db.post.deleteMany();
});

test('an owner sees a slot in a small outline of an article, and chooses another one', async ({
  page,
  context,
  site,
}) => {
  await createPost({ ...bodyOf(20), title: 'Long tides' });
  await createPost({ ...bodyOf(8), title: 'Short tides' });
  await createPost({ ...bodyOf(8), title: 'Tides without', adsMode: 'off' });
  const { id } = await fillSlot('in-article', textDraft());
  await site.refresh(['slots', 'list']);
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots/${id}`);
  const outline = page.getByRole('region', { name: 'In an article' });

  await expect(
    outline.getByRole('img', { name: /^Long tides, Phone: 1 slot, \d+\s% \(limit\s30\s%\)$/ }),
  ).toBeVisible();
  await expect(outline.getByRole('img', { name: /^Long tides, Desktop: 1 slot, \d+\s%$/ })).toBeVisible();
  await expect(outline.locator('.outline__part--slot')).toHaveCount(2);
  await expect(outline.getByText(/^\d+\spx from the top$/)).toHaveCount(2);
  await outline.getByLabel('Post').selectOption('Short tides');
  await outline.getByRole('button', { name: 'Show' }).click();
  await expect(outline.getByRole('img', { name: /^Short tides, Phone: 1 slot/ })).toBeVisible();
  await outline.getByLabel('Post').selectOption('Tides without');
  await outline.getByRole('button', { name: 'Show' }).click();
  await expect(outline.getByText('This slot is not in it: All slots are turned off for this post.')).toBeVisible();
  await expect(
    outline.getByRole('img', { name: /^Tides without, Phone: 0 slots, 0\s% \(limit\s30\s%\)$/ }),
  ).toBeVisible();

  await page.goto(`${site.url}/admin/slots/sticky-footer-slot`);
  await expect(outline.getByText('of the height of a phone’s window')).toBeVisible();
});

test('over the limit the owner and the author are warned, and a setting refuses such a slot', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost({
    ...bodyOf(12),
    title: 'Crowded quay',
  });
  const { id } = await fillSlot('in-article', textDraft(), { settings: crowded });
  await site.refresh(['slots', 'list']);
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots/${id}`);
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(
    page.getByText(/Saved\.[\s\S]*slots take \d\d\s% of the height of “Crowded quay” on phones/),
  ).toBeVisible();
  await storeSettings({ refusesDenseSlots: true });
  await page.getByLabel('Headline').fill('One too many');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.locator('#mobileHeight-error')).toContainText('With “In the article”, slots take');
  await expect(page.getByLabel('Headline')).toHaveValue('One too many');
  await storeSettings({ refusesDenseSlots: false });

  await context.clearCookies();
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin/posts/${post.id}`);
  if (test.info().project.use.javaScriptEnabled !== false) {
    await page.getByRole('button', { name: 'Post settings' }).click();
  }
  await page.getByText('Slots in this article').click();
  await expect(page.getByText('On phones, slots take more of this article than the Better Ads')).toBeVisible();
  await expect(page.getByRole('img', { name: /^Crowded quay, Phone: \d+ slots/ })).toBeVisible();
});

test('the preview of a slot lists the posts that show it, and those that do not', async ({ page, context, site }) => {
  await createPost({ ...bodyOf(20), title: 'Shown here' });
  await createPost({ ...bodyOf(20), title: 'Not shown here', adsMode: 'off' });
  const { id } = await fillSlot('in-article', textDraft(), { settings: defaultSlotSettings('in-article') });
  await site.refresh(['slots', 'list']);
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots/${id}`);
  await page.getByRole('button', { name: 'Preview' }).first().click();
  await page.goto(`${site.url}${await page.getByRole('link', { name: 'Preview on a page' }).getAttribute('href')}`);

  await expect(page.locator('optgroup[label^="Shows the slot"] option', { hasText: 'Shown here' })).toHaveCount(1);
  await expect(page.locator('optgroup[label^="Does not show it"] option', { hasText: 'Not shown here' })).toHaveCount(
    1,
  );
  await page.getByLabel('On the post').selectOption('Not shown here');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('All slots are turned off for this post.')).toBeVisible();
});
