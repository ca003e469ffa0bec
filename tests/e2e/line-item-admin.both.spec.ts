import { db } from '@/lib/database/db';
import { conditionSchema } from '@/lib/slots/line-item';
import { hourOf } from '@/lib/statistics/tally';
import { addLineItem, bodyOf, fillSlot, removeLineItems, textDraft } from '../factories/slots';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

test.beforeEach(async ({ site: _site }) => removeLineItems());

test('an owner adds a line item, says to whom it is shown, and switches it off and on', async ({
  page,
  context,
  site,
}) => {
  await fillSlot('below-title', textDraft({ headline: 'House' }));
  await site.refresh(['slots']);
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots/below-title-slot`);
  await page.getByRole('link', { name: 'Add line item' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New line item' })).toBeVisible();

  await page.getByLabel('Name', { exact: true }).fill('Chandler, autumn');
  await page.getByRole('combobox', { name: 'Priority' }).selectOption('Sponsorship');
  await page.getByLabel('Weight').fill('3');
  await page.locator('.slot-kinds__tab', { hasText: 'Text' }).click();
  await page.getByLabel('Headline').fill('Lamps');
  await page.getByLabel('Link').last().fill('https://chandler.example/');
  await page.getByRole('combobox', { name: 'Readers' }).first().selectOption('Not signed in');
  await page.getByLabel('In one day').fill('-1');
  await page.getByRole('button', { name: 'Add line item' }).click();
  await expect(
    page.getByText('“In one day” must be a whole number from 1 to 1,000, or empty for no limit.').first(),
  ).toBeVisible();
  await expect(page.getByLabel('Headline')).toHaveValue('Lamps');
  await page.getByLabel('In one day').fill('3');
  await page.getByRole('button', { name: 'Add line item' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Chandler, autumn' })).toBeVisible();
  await expect(page.getByText(/^Added\. Its content is version \d+\./)).toBeVisible();
  await expect(page.getByLabel('In one day')).toHaveValue('3');

  await page.getByRole('button', { name: 'Disable' }).click();
  await expect(page.getByText('Its content is kept.')).toBeVisible();
  await page.getByRole('button', { name: 'Enable' }).click();
  await expect(page.getByRole('button', { name: 'Disable' })).toBeVisible();
  await page.goto(`${site.url}/admin/slots/below-title-slot`);
  const listed = page.getByRole('listitem').filter({ hasText: 'Chandler, autumn' });
  await expect(listed).toContainText('Sponsorship · weight 3');
  await expect(listed).toContainText('Shown to readers who are not signed in. At most 3 times a day per reader.');
  await expect(listed).toContainText('Active');
});

test('all that is wrong with a line item is said at once', async ({ page, context, site }) => {
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots/below-title-slot/line-items/new`);
  await page.locator('.slot-kinds__tab', { hasText: 'Text' }).click();
  await page.getByLabel('Weight').fill('0');
  await page.getByLabel('In one day').fill('0');
  await page.getByText('By time, language, referring site, tag and author').first().click();
  await page.getByLabel('Only with these tags').first().fill('Knots of Sargasso');
  await page.getByLabel('Not by these authors').first().fill('Nobody at all');
  await page.getByRole('button', { name: 'Add line item' }).click();
  const answer = page.locator('.notice--refused');
  await expect(answer).toContainText('Give the line item a name.');
  await expect(answer).toContainText('The weight must be from 1 to 1000.');
  await expect(answer).toContainText('“In one day” must be a whole number from 1 to 1,000, or empty for no limit.');
  await expect(answer).toContainText('There is no tag called “Knots of Sargasso”.');
  await expect(answer).toContainText('There is no author called “Nobody at all”.');
  await expect(answer).toContainText('Give it a headline.');
  await expect(page.getByLabel('Not by these authors').first()).toHaveValue('Nobody at all');
});

test('an earlier version of a line item is shown again by one press', async ({ page, context, site }) => {
  await fillSlot('below-title', textDraft());
  const { id } = await addLineItem('below-title', textDraft({ headline: 'Lamps' }), { name: 'Autumn' });
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots/below-title-slot/line-items/${id}`);
  await page.getByLabel('Headline').fill('Lanterns');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/^Saved\. Its content is version/)).toBeVisible();
  await page.getByRole('button', { name: /^Restore version/ }).click();
  await expect(page.getByText(/^Readers now see version \d+\./)).toBeVisible();
  await expect(page.getByLabel('Headline')).toHaveValue('Lamps');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByLabel('Headline')).toHaveValue('Lanterns');
});

test('a line item is deleted after a question, and an empty slot that others fill is not listed', async ({
  page,
  context,
  site,
}) => {
  await fillSlot('below-title', null);
  const { id } = await addLineItem('below-title', textDraft({ headline: 'Lamps' }), { name: 'Autumn' });
  await addLineItem('below-title', textDraft({ headline: 'Ropes' }), { name: 'Winter' });
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots/below-title-slot`);
  const listed = page.getByRole('region', { name: 'Line items' }).getByRole('listitem');
  await expect(listed).toHaveCount(2);
  await page.goto(`${site.url}/admin/slots/below-title-slot/line-items/${id}`);

  await page.getByRole('button', { name: 'Delete line item' }).first().click();
  const question = page.getByRole('alertdialog', { name: 'Delete “Autumn”?' });
  await expect(question).toContainText('What was counted of it stays in the figures of the slot.');
  await question.getByRole('button', { name: 'Delete line item' }).click();
  await expect(page.getByText('“Autumn” is deleted.')).toBeVisible();
  await expect(listed).toHaveCount(1);
  await expect(listed).toContainText('Winter');
});

test('an owner puts two line items into the arms of a test and reads what their figures say', async ({
  page,
  context,
  site,
}) => {
  const first = await fillSlot('below-title', textDraft({ headline: 'Ropes' }));
  const { id, slotId } = await addLineItem('below-title', textDraft({ headline: 'Lamps' }), {
    name: 'Lamps',
    arm: 'B',
  });
  const second = await db.lineItem.findUniqueOrThrow({ where: { id }, select: { creativeId: true } });
  const row = { slotId, period: 'hour', bucket: hourOf(Date.now()), device: 'desktop', eligible: 5_000, served: 5_000 };
  await db.slotStatistic.createMany({
    data: [
      { ...row, creativeId: first.creativeId ?? '', viewable: 3_000, clicks: 60 },
      { ...row, creativeId: second.creativeId ?? '', viewable: 3_300, clicks: 75 },
    ],
  });
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots/below-title-slot/statistics`);
  await expect(page.getByRole('heading', { name: 'Statistics of “Below the title”' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'A/B test' })).toHaveCount(0);
  await page.goto(`${site.url}/admin/slots/below-title-slot/line-items/${slotId}`);
  await page.getByRole('combobox', { name: 'A/B test' }).selectOption('Arm A');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/^Saved/)).toBeVisible();

  await page.goto(`${site.url}/admin/slots/below-title-slot`);
  await expect(page.getByRole('listitem').filter({ hasText: 'Lamps' }).first()).toContainText('weight 1 · Arm B');
  await page.getByRole('navigation', { name: 'This slot' }).getByRole('link', { name: 'Statistics' }).click();
  await expect(
    page.getByText('A has 1.2 %, B 1.5 %. The difference could be chance (p = 0.19); keep the test running.'),
  ).toBeVisible();
  await expect(page.getByText('B is better, and chance is unlikely to be the reason (p < 0.001).')).toBeVisible();
});

test('a second window does not replace what the first saved without saying so', async ({ page, context, site }) => {
  await fillSlot('below-title', textDraft());
  const { id } = await addLineItem('below-title', textDraft(), { name: 'Autumn' });
  await site.signIn(context, 'ads');
  const other = await context.newPage();
  for (const each of [page, other]) await each.goto(`${site.url}/admin/slots/below-title-slot/line-items/${id}`);
  await page.getByLabel('Weight').fill('5');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/^Saved\. Its content is version/)).toBeVisible();

  await other.getByLabel('Weight').fill('7');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByText('Someone else changed this line item').first()).toBeVisible();
  await expect(other.getByLabel('Weight')).toHaveValue('7');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByText(/^Saved\. Its content is version/)).toBeVisible();
});

test('whoever has no JavaScript gets the first by priority that needs none', async ({ page, site }) => {
  const hasScript = test.info().project.use.javaScriptEnabled ?? true;
  await fillSlot('below-title', textDraft({ headline: 'House' }));
  await addLineItem('below-title', textDraft({ headline: 'Lamps' }), { tier: 'sponsorship' });
  await fillSlot('post-end', null);
  await addLineItem('post-end', textDraft({ headline: 'Capped' }), { caps: { page: 1, session: 0, day: 0 } });
  const post = await createPost(bodyOf(4));
  await site.refresh(['slots']);

  await page.goto(`${site.url}/${post.slug}`);

  const shown = page.locator('[data-slot="below-title"] strong');
  await expect(shown).toHaveText('Lamps');
  await expect(shown).toBeVisible();
  await expect(page.locator('[data-slot="post-end"]')).toBeVisible({ visible: hasScript });
});

test('an owner asks who gets which, and why not another, for a reader who is made up', async ({
  page,
  context,
  site,
}) => {
  await fillSlot('below-title', textDraft({ headline: 'House' }));
  const conditions = [conditionSchema.parse({ maximumWidth: 600 })];
  await addLineItem('below-title', textDraft(), { name: 'On mobile', tier: 'sponsorship', conditions });
  const post = await createPost(bodyOf(4));
  await site.refresh(['slots', 'list']);
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots/below-title-slot`);
  await page.getByRole('link', { name: 'Who gets which' }).click();

  await page.getByRole('textbox', { name: 'Page' }).fill(`/${post.slug}`);
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('row', { name: /On mobile/ })).toContainText('The window is too narrow or too wide.');
  await expect(page.getByRole('row', { name: /Below the title/ })).toContainText('This reader gets it.');
  await page.getByLabel('Width of the window').fill('390');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('row', { name: /On mobile/ })).toContainText('This reader gets it.');
  await expect(page.getByRole('row', { name: /Below the title/ })).toContainText('Another one has a higher priority.');
  await page.getByRole('textbox', { name: 'Page' }).fill('/nowhere');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('There is no public page at “/nowhere”.')).toBeVisible();
});
