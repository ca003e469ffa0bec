import { bodyOf, codeDraft, fillSlot, textDraft } from '../factories/slots';
import { createPost } from '../factories/posts';
import { hashPassword } from '@/lib/auth/passwords';
import { db } from '@/lib/database/db';
import { storeSettings } from '@/lib/settings/queries';
import { expect, test } from './site';

const article = bodyOf(12);

test('an owner pastes code, looks at it on the page, saves it, and readers see it', async ({ page, context, site }) => {
  const post = await createPost({ ...article, title: 'Lamps along the quay' });
  await site.refresh(['list']);
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/slots`);
  await page.getByRole('link', { name: 'In the article' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'In the article' })).toBeVisible();

  await page.getByLabel('Put your ad code here').fill('<b style="width:300px;height:250px">Ropes & knots</b>\n');
  await page.getByRole('textbox', { name: 'Width', exact: true }).fill('300');
  await page.getByRole('textbox', { name: 'Height', exact: true }).fill('250');
  await page.getByRole('button', { name: 'Preview' }).first().click();
  await expect(page.getByText('Readers do not see it until you save.')).toBeVisible();
  await expect(page.getByLabel('Put your ad code here')).toHaveValue(/Ropes & knots/);
  const address = await page.getByRole('link', { name: 'Preview on a page' }).getAttribute('href');

  const preview = await context.newPage();
  const answer = await preview.goto(`${site.url}${address}`);
  expect(answer?.headers()['cache-control']).toContain('no-store');
  expect(answer?.headers()['x-robots-tag']).toContain('noindex');
  await expect(preview.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(preview.frameLocator('[data-slot="in-article"] iframe').getByText('Ropes & knots')).toBeVisible();
  await preview.goto(`${site.url}/${post.slug}`);
  await expect(preview.locator('[data-slot="in-article"] iframe')).toHaveCount(0);

  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText('Readers now see version 1.')).toBeVisible();
  await preview.goto(`${site.url}/${post.slug}`);
  await expect(preview.frameLocator('[data-slot="in-article"] iframe').getByText('Ropes & knots')).toBeVisible();
});

test('going back to an earlier version, and switching the slot off and on', async ({ page, context, site }) => {
  const post = await createPost(article);
  const { id } = await fillSlot('post-end', textDraft({ headline: 'First words' }));
  await fillSlot('post-end', textDraft({ headline: 'Second words' }));
  await site.refresh(['slots']);
  await site.signIn(context, 'ads');
  const reader = await context
    .browser()!
    .newContext({ javaScriptEnabled: test.info().project.use.javaScriptEnabled ?? true });
  const seen = await reader.newPage();
  const shown = seen.locator('[data-slot="post-end"]');

  await page.goto(`${site.url}/admin/slots/${id}`);
  await page.getByRole('button', { name: 'Restore version 1' }).click();
  await expect(page.getByText('Readers now see version 1.')).toBeVisible();
  await seen.goto(`${site.url}/${post.slug}`);
  await expect(shown.getByText('First words')).toBeVisible();

  await page.getByRole('button', { name: 'Disable' }).click();
  await expect(page.getByRole('button', { name: 'Enable' })).toBeVisible();
  await seen.goto(`${site.url}/${post.slug}`);
  await expect(shown).toHaveCount(0);

  await page.getByRole('button', { name: 'Enable' }).click();
  await expect(page.getByRole('button', { name: 'Disable' })).toBeVisible();
  await seen.goto(`${site.url}/${post.slug}`);
  await expect(shown.getByText('First words')).toBeVisible();
  await reader.close();
});

test('what is wrong is said at its field, and nothing that was typed is lost', async ({ page, context, site }) => {
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots/footer-slot`);
  await page.locator('.slot-kinds__tab', { hasText: 'Text' }).click();
  await page.getByLabel('Headline').fill('<script>alert(1)</script> & co');
  await page.locator('#textLink').fill('javascript:alert(1)');
  await page.getByRole('textbox', { name: 'Mobile width' }).fill('many');
  await page.getByLabel('Tags', { exact: true }).uncheck();

  await page.getByRole('button', { name: 'Save' }).first().click();

  await expect(page.getByText('Enter a whole number of pixels.').first()).toBeVisible();
  await expect(page.getByLabel('Headline')).toHaveValue('<script>alert(1)</script> & co');
  await expect(page.getByRole('textbox', { name: 'Mobile width' })).toHaveValue('many');
  await expect(page.getByLabel('Tags', { exact: true })).not.toBeChecked();

  await page.getByRole('textbox', { name: 'Mobile width' }).fill('320');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.locator('#textLink-error')).toContainText('Enter a URL that starts with https://');

  await page.locator('#textLink').fill('https://chandler.example/');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText(/Readers now see version \d+/)).toBeVisible();

  const post = await createPost(article);
  await page.goto(`${site.url}/${post.slug}`);
  const link = page.locator('[data-slot="footer"]').getByRole('link', { name: /alert\(1\)/ });
  await expect(link).toHaveAttribute('href', 'https://chandler.example/');
  await expect(link).toHaveAttribute('rel', 'sponsored noopener');
  await expect(page.locator('[data-slot="footer"]')).toContainText('Advertisement');
});

test('a slot whose rules cannot be read says so, keeps what can be, and is on no page until it is saved', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost(article);
  const { id } = await fillSlot('below-title', textDraft({ headline: 'Kept apart' }));
  await db.slot.update({ where: { id }, data: { rules: '{"pages":["post"],"minimumWords":-1}' } });
  await site.refresh(['slots']);
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.getByText('Kept apart')).toHaveCount(0);

  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots`);
  const line = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Below the title' }) });
  await expect(line).toContainText('Not shown');
  await page.goto(`${site.url}/admin/slots/${id}`);
  await expect(page.getByText('could not be read (“Minimum word count”), so it is shown nowhere.')).toBeVisible();
  await expect(page.getByLabel('Posts', { exact: true })).not.toBeChecked();

  await page.getByLabel('Posts', { exact: true }).check();
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText(/Readers now see version \d+/)).toBeVisible();
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.getByText('Kept apart')).toBeVisible();
});

test('slots are selected in the map, disabled together, and enabled again by undo', async ({ page, context, site }) => {
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots`);
  const names = ['Below the title', 'End of the article'];
  const { db } = await import('@/lib/database/db');
  const enabled = () => db.slot.count({ where: { name: { in: names }, enabled: true } });
  const before = await enabled();
  for (const name of names) await page.getByRole('checkbox', { name: `Select “${name}”` }).check();
  await page.getByRole('button', { name: 'Disable', exact: true }).click();
  await expect(page.getByText(/^Slots disabled: \d\.$/)).toBeVisible();
  expect(await enabled()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/^Slots enabled: \d\.$/)).toBeVisible();
  expect(await enabled()).toBe(before);
});

test('who may not touch slots finds no such page', async ({ page, context, site }) => {
  for (const role of ['reader', 'author', 'editor', 'moderator'] as const) {
    await context.clearCookies();
    await site.signIn(context, role);
    expect((await page.goto(`${site.url}/admin/slots`))?.status(), role).toBe(404);
    expect((await page.goto(`${site.url}/admin/slots/header-slot`))?.status(), role).toBe(404);
  }
  await context.clearCookies();
  await page.goto(`${site.url}/admin/slots`);
  expect(new URL(page.url()).pathname).toBe('/signin');
});

const unit =
  '<ins class="adsbygoogle" style="display:block" data-ad-client="ca-pub-1234567890123456" data-ad-slot="11"></ins>\n' +
  '<script>(adsbygoogle = window.adsbygoogle || []).push({});</script>';

test('code that a network forbids in frames is put into the page by an owner, with the password', async ({
  page,
  context,
  site,
}) => {
  const owner = await site.signIn(context, 'owner');
  const passwordHash = await hashPassword('correct horse battery');
  await db.user.update({ where: { id: owner.id }, data: { passwordHash } });
  await page.goto(`${site.url}/admin/slots/below-title-slot`);
  await page.locator('.slot-kinds__tab', { hasText: 'Code' }).click();
  const code = page.getByLabel('Put your ad code here');
  const save = () => page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByLabel('Frame on a second domain')).toBeDisabled();
  await expect(page.getByText('The person who runs the server can set ADS_FRAME_ORIGIN.')).toBeVisible();
  await code.fill(unit);
  await save();
  await expect(page.locator('#isolation-error')).toHaveText(
    'AdSense does not allow its code inside a frame: let it run in the page.',
  );
  await expect(code).toHaveValue(unit);

  await expect(page.getByLabel('Your password')).toBeHidden();
  await page.getByLabel('In the page').check();
  await expect(page.getByText('can act on this site as the reader')).toBeVisible();
  await page.getByLabel('Your password').fill('wrong');
  await save();
  await expect(page.locator('#ownPassword-error')).toHaveText('That is not your current password.');
  await expect(code).toHaveValue(unit);
  expect(await page.content()).not.toContain('value="wrong"');
  await page.getByLabel('Your password').fill('correct horse battery');
  await save();
  await expect(page.getByText(/Readers now see version \d\./)).toBeVisible();

  const entries = await db.auditEntry.findMany({ where: { subjectId: 'below-title-slot', actorId: owner.id } });
  expect(entries.map(({ action }) => action).toSorted()).toEqual(['slot.approve-in-page-code', 'slot.save']);
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots/sidebar-slot`);
  await expect(page.getByLabel('In the page')).toBeDisabled();
  await expect(page.getByText('Only an owner can save code that runs like this.')).toBeVisible();
});

test('a megabyte of code is refused in a sentence', async ({ page, context, site }) => {
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots/footer-slot`);
  await page.locator('.slot-kinds__tab', { hasText: 'Code' }).click();
  await page.getByLabel('Put your ad code here').fill(`<b>${'x'.repeat(1_000_000)}`);
  await page.getByRole('button', { name: 'Save' }).first().click();

  await expect(page.getByText('This code is larger than 100 kB.').first()).toBeVisible();
});

test('an ad manager says who may sell the space of the site, and the file says it at once', async ({
  page,
  context,
  site,
}) => {
  const code =
    '<ins class="adsbygoogle" data-ad-client="ca-pub-1234567890123456" data-ad-slot="1"></ins><script>(adsbygoogle=[]).push({})</script>';
  await fillSlot('footer', codeDraft(code, 'in-page'));
  await site.refresh(['slots']);
  expect((await context.request.get(`${site.url}/ads.txt`)).status()).toBe(404);
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots`);
  await page.getByRole('link', { name: 'ads.txt' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Authorised sellers (ads.txt)' })).toBeVisible();

  await page.getByRole('button', { name: 'Add this line' }).click();
  await expect(page.getByText('google.com · pub-1234567890123456')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add this line' })).toHaveCount(0);
  const served = await context.request.get(`${site.url}/ads.txt`);
  expect(await served.text()).toBe('google.com, pub-1234567890123456, DIRECT, f08c47fec0942fa0\n');

  await page.getByLabel('Domain of the ad system').fill('https://media.net/');
  await page.getByLabel('Account', { exact: true }).fill('8CU2T3HV4');
  await page.getByRole('button', { name: 'Add seller' }).click();
  await expect(page.getByText('is an address. Only its domain belongs here, such as media.net.').first()).toBeVisible();
  await expect(page.getByLabel('Account', { exact: true })).toHaveValue('8CU2T3HV4');

  await page.getByLabel('Lines').fill('google.com, ca-pub-1234567890123456, DIRECT\nnonsense\n');
  await page.getByRole('button', { name: 'Save file' }).click();
  await expect(page.getByText('Line 1: Google’s account here begins with pub-')).toBeVisible();
  await expect(page.getByText('Line 2: It has fewer than three parts.')).toBeVisible();
  await expect(page.getByLabel('Lines')).toHaveValue('google.com, ca-pub-1234567890123456, DIRECT\nnonsense\n');

  await page.getByRole('button', { name: 'Remove google.com, ca-pub-1234567890123456' }).click();
  await expect(page.getByText('No sellers yet.')).toBeVisible();
  await page.getByRole('link', { name: 'app-ads.txt', exact: true }).click();
  await expect(page.getByText('/app-ads.txt is empty, so it is not found.')).toBeVisible();
  expect((await context.request.get(`${site.url}/app-ads.txt`)).status()).toBe(404);
});

test('a save without what its kind needs says so at the field, and broken code is named', async ({
  page,
  context,
  site,
}) => {
  await storeSettings({ showPlaceholders: true });
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots/header-slot`);
  const contents = page.getByRole('navigation', { name: 'On this page' });
  for (const link of await contents.getByRole('link').all()) {
    await expect(page.locator((await link.getAttribute('href')) ?? 'none')).toHaveCount(1);
  }
  const save = page.getByRole('button', { name: 'Save' }).first();
  await page.getByLabel('Put your ad code here').fill('');
  await save.click();
  await expect(page.getByText('readers see “Put your ad code here” there, as the settings ask for')).toBeVisible();

  await page.locator('.slot-kinds__tab', { hasText: 'Image' }).click();
  await save.click();
  await expect(page.locator('#image-error')).toHaveText('Choose an image: JPEG, PNG, WebP, GIF or AVIF.');
  await expect(page.locator('#imageLink-error')).toContainText('Enter a URL');
  await expect(page.locator('#textLink-error')).toHaveCount(0);
  await expect(page.locator('input[name="kind"][value="image"]')).toBeChecked();

  await page.locator('.slot-kinds__tab', { hasText: 'Code' }).click();
  const code = '<div><script>document.title = "</script>";</script>';
  await page.getByLabel('Put your ad code here').fill(code);
  await save.click();
  await expect(page.getByText(/Readers now see version \d+\.\sPlease check the code\./)).toContainText(
    'A script ends inside one of its strings, because browsers end it at the first </script>.',
  );
  await expect(page.locator('.slot-findings')).toContainText('<div> is opened and never closed.');
  await expect(page.getByLabel('Put your ad code here')).toHaveValue(code);
});
