import sharp from 'sharp';
import { createUser } from '../factories/users';
import { expect, test } from './site';

test('a post is written and published without a script', async ({ page, context, site }) => {
  await site.signIn(context, 'author', 'Ida Brandt');
  await page.goto(`${site.url}/admin`);
  await page.getByRole('button', { name: 'New post' }).first().click();
  await page.getByLabel('Title', { exact: true }).fill('Written by hand');
  await page.getByLabel('Text, as HTML').fill('<h2>Ink</h2><p>And paper.</p><script>document.title = "run"</script>');
  await page.getByLabel('URL slug', { exact: true }).fill('admin');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText(/is reserved/).first()).toBeVisible();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Written by hand');

  await page.getByLabel('URL slug', { exact: true }).fill('by-hand');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Published. Readers can see it now.')).toBeVisible();
  await page.getByRole('link', { name: 'View it' }).click();
  await expect(page).toHaveURL(`${site.url}/by-hand`);
  await expect(page.getByRole('heading', { level: 1, name: 'Written by hand' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Ink' })).toBeVisible();
});

test('without a script, too, it is said what readers will not see of HTML', async ({ page, context, site }) => {
  await site.signIn(context, 'author');
  await page.goto(`${site.url}/admin`);
  await page.getByRole('button', { name: 'New post' }).first().click();
  await page.getByLabel('Title', { exact: true }).fill('Join us');
  const body = page.getByLabel('Text, as HTML');
  const form = '<p>Come in.</p><form action="/join"><input name="mail"><button onclick="go()">Join</button></form>';
  const warning = page.getByText('Readers will see this without: form, input, button, and onclick.');
  for (const [button, said] of [
    ['Save', 'Saved.'],
    ['Publish', 'Published. Readers can see it now.'],
    ['Unpublish', 'Saved and reverted to draft.'],
  ] as const) {
    await body.fill(form);
    await page.getByRole('button', { name: button, exact: true }).click();
    await expect(page.getByText(said)).toBeVisible();
    await expect(warning).toBeVisible();
    await expect(page.getByText('put the code into a slot')).toBeVisible();
  }
  await body.fill('<details><summary>More</summary><p>Words</p></details>');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  await expect(page.getByText('Readers will see this without')).toHaveCount(0);
});

test('without a script a date in the past is asked about before the post is published', async ({
  page,
  context,
  site,
}) => {
  const { db } = await import('@/lib/database/db');
  await site.signIn(context, 'author');
  await page.goto(`${site.url}/admin`);
  await page.getByRole('button', { name: 'New post' }).first().click();
  await page.getByLabel('Title', { exact: true }).fill('From the archive');
  await page.getByLabel('Text, as HTML').fill('First words.\n\nSecond words.');
  await page.getByLabel('Publish on').fill('2019-01-01T09:00');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const question = page
    .getByText('That date is in the past, so the post would be published at once with that date.')
    .first();
  await expect(question).toBeVisible();
  await expect(page.getByLabel('Publish on')).toHaveValue('2019-01-01T09:00');
  expect(await db.post.findFirst({ where: { title: 'From the archive' } })).toMatchObject({ status: 'draft' });

  await page.getByLabel('Publish on').fill('2040-01-01T09:00');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText(/^Scheduled for 1 Jan 2040/)).toBeVisible();
  await page.getByLabel('Publish on').fill('2019-01-01T09:00');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Saved, but the schedule was not changed. Check the publish date.')).toBeVisible();
  await expect(question).toBeVisible();
  await page.getByRole('button', { name: 'Publish now with this date' }).click();
  await expect(page.getByText('Published. Readers can see it now.')).toBeVisible();
  expect((await db.post.findFirst({ where: { title: 'From the archive' } }))?.publishAt?.getFullYear()).toBe(2019);

  // Already published: another date in the past needs no warning.
  await page.getByLabel('Publish on').fill('2018-01-01T09:00');
  await page.getByRole('button', { name: 'Update', exact: true }).click();
  await expect(page.getByText('Published. Readers can see it now.')).toBeVisible();
  await page.getByRole('link', { name: 'View it' }).click();
  await expect(page.locator('article p', { hasText: /^First words\.$/ })).toBeVisible();
  await expect(page.locator('article p', { hasText: /^Second words\.$/ })).toBeVisible();
});

test('without a script an empty date publishes now, also a draft that was published before', async ({
  page,
  context,
  site,
}) => {
  const { createPost } = await import('../factories/posts');
  const { db } = await import('@/lib/database/db');
  await site.signIn(context, 'editor');
  const then = new Date('2019-01-01T09:00:00Z');
  const facts = { status: 'draft', publishAt: then, firstPublishedAt: then };
  for (const [date, year] of [
    ['2019-01-01T09:00', 2019],
    ['', new Date().getFullYear()],
  ] as const) {
    const { id } = await createPost(facts);
    await page.goto(`${site.url}/admin/posts/${id}`);
    await expect(page.getByText('Leave empty to publish now, with a new date.')).toBeVisible();
    await page.getByLabel('Publish on').fill(date);
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(page.getByText('Published. Readers can see it now.')).toBeVisible();
    expect((await db.post.findUniqueOrThrow({ where: { id } })).publishAt?.getFullYear()).toBe(year);
  }
});

test('without a script a post in the Trash says so, and is restored', async ({ page, context, site }) => {
  await site.signIn(context, 'author');
  await page.goto(`${site.url}/admin`);
  await page.getByRole('button', { name: 'New post' }).first().click();
  await page.getByLabel('Title', { exact: true }).fill('Spare oar');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  await expect(page.getByText('is in the trash')).toHaveCount(0);
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await expect(page.getByText('This post is in the trash.')).toBeVisible();
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByText('Restored from trash.')).toBeVisible();
  await expect(page.getByText('This post is in the trash.')).toHaveCount(0);
});

test('without a script what is typed in a post in the Trash is saved when it is restored', async ({
  page,
  context,
  site,
}) => {
  const { createPost } = await import('../factories/posts');
  const { db } = await import('@/lib/database/db');
  await site.signIn(context, 'editor');
  for (const restore of ['Restore', 'Restore from trash']) {
    const { id } = await createPost({ title: 'Spare sail', status: 'trashed', statusBeforeTrash: 'draft' });
    await page.goto(`${site.url}/admin/posts/${id}`);
    await page.getByLabel('Text, as HTML').fill('<p>Mended twice.</p>');
    await page.getByLabel('Subtitle').fill('In white');
    await page.getByLabel('Subtitle').press('Enter');
    await expect(page.getByText('Restore it first, then continue editing.')).toBeVisible();
    expect(await db.post.findUnique({ where: { id } })).toMatchObject({ status: 'trashed' });
    await page.getByRole('button', { name: restore, exact: true }).click();
    await expect(page.getByText('Restored from trash. Saved.')).toBeVisible();
    await expect(page.getByLabel('Text, as HTML')).toHaveValue('<p>Mended twice.</p>');
    const stored = await db.post.findUnique({ where: { id } });
    expect(stored).toMatchObject({ status: 'draft', subtitle: 'In white', bodyHtml: '<p>Mended twice.</p>' });
  }
});

test('without a script what was typed for a post that is deleted meanwhile is given back', async ({
  page,
  context,
  site,
}) => {
  const { createPost } = await import('../factories/posts');
  const { db } = await import('@/lib/database/db');
  const { id } = await createPost({ title: 'Lost anchor' });
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin/posts/${id}`);
  await page.getByLabel('Text, as HTML').fill('<p>It held for years.</p>');
  await db.post.delete({ where: { id } });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'This post no longer exists.' })).toBeVisible();
  await expect(page.locator('textarea', { hasText: 'It held for years.' })).toHaveValue('<p>It held for years.</p>');
});

test('posts are filtered, moved to trash and restored without a script', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin`);
  await page.getByRole('button', { name: 'New post' }).first().click();
  await page.getByLabel('Title', { exact: true }).fill('Old ropes');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();

  await page.goto(`${site.url}/admin/posts?state=draft&q=ropes`);
  await page.getByRole('checkbox', { name: 'Select “Old ropes”' }).check();
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await expect(page.getByText('1 item moved to trash.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.goto(`${site.url}/admin/posts?q=ropes`);
  await expect(page.getByRole('link', { name: 'Old ropes' })).toBeVisible();

  await page.goto(`${site.url}/admin/posts?q=roeps`);
  await expect(page.getByText('No results for “roeps”. Showing results for “ropes”.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Old ropes' })).toBeVisible();
});

test('staff are told what searches cannot find', async ({ page, context, site }) => {
  const { db } = await import('@/lib/database/db');
  const { createPost } = await import('../factories/posts');
  const { isWaiting } = await import('@/lib/search/queue-worker');
  const { id } = await createPost({ title: 'A glossary of knots' });
  // Rows indexed from now on are no longer failures.
  await expect.poll(() => isWaiting('SearchQueue')).toBe(false);
  await db.indexFailure.create({
    data: { kind: 'post', rowId: id, reason: 'statement timeout', failedAt: new Date(), timeouts: 5 },
  });
  const sentence =
    'The post “A glossary of knots” cannot be found by searching: the time to index it ran out 5 times (statement timeout). Shorten or change it, or run “masthead reindex”.';

  await site.signIn(context, 'admin');
  await page.goto(`${site.url}/admin/status`);
  await expect(page.getByText(sentence)).toBeVisible();
  await page.goto(`${site.url}/admin`);
  await page.getByRole('listitem').filter({ hasText: sentence }).getByRole('link', { name: 'Open the post' }).click();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('A glossary of knots');
  await db.indexFailure.deleteMany({ where: { rowId: id } });
});

test('without a script an image is uploaded, made a cover, and a second author and a pin are set', async ({
  page,
  context,
  site,
}) => {
  const { createUser } = await import('../factories/users');
  await createUser({ role: 'author', name: 'Til Okonkwo' });
  const picture = await sharp({ create: { width: 400, height: 250, channels: 3, background: '#40566b' } })
    .png()
    .toBuffer();
  await site.signIn(context, 'editor', 'Nora Quay');
  await page.goto(`${site.url}/admin/media`);
  await page.getByRole('button', { name: 'Upload images' }).click();
  await expect(page.getByText('Choose an image first.').first()).toBeVisible();
  await page.getByLabel('Images to upload').setInputFiles([
    { name: 'ferry.png', mimeType: 'image/png', buffer: picture },
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') },
  ]);
  await page.getByRole('button', { name: 'Upload images' }).click();
  await expect(page.getByText(/1 image was uploaded\. notes\.txt: /).first()).toBeVisible();

  await page.goto(`${site.url}/admin`);
  await page.getByRole('button', { name: 'New post' }).first().click();
  await page.getByLabel('Title', { exact: true }).fill('With a cover');
  await page.getByLabel('Featured image', { exact: true }).selectOption({ label: 'ferry.png' });
  await page.getByRole('checkbox', { name: 'Til Okonkwo' }).check();
  await page.getByRole('checkbox', { name: 'Header' }).check();
  await page.getByLabel('Top of the home page').selectOption('Pinned');
  await page.getByLabel('Pinned until').fill('2031-01-01T12:00');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Published. Readers can see it now.')).toBeVisible();
  await expect(page.getByLabel('Pinned until')).toHaveValue('2031-01-01T12:00');
  await expect(page.getByRole('checkbox', { name: 'Header' })).toBeChecked();
  await page.getByRole('link', { name: 'View it' }).click();
  await expect(page.getByText('Til Okonkwo').first()).toBeVisible();
  await expect(page.locator('article img, .cover img').first()).toBeVisible();
});

test('names of sixty letters make the editor without a script no wider than a phone', async ({
  page,
  context,
  site,
}) => {
  const longName = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunt';
  await createUser({ role: 'author', name: longName });
  await site.signIn(context, 'owner');
  await page.setViewportSize({ width: 360, height: 720 });
  await page.goto(`${site.url}/admin`);
  await page.getByRole('button', { name: 'New post' }).first().click();

  await expect(page.getByRole('checkbox', { name: longName })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
