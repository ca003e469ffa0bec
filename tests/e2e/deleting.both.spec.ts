import { createPost } from '../factories/posts';
import { expect, test } from './site';

const irreversible = 'This cannot be undone.';

test('posts and pages are deleted permanently only after a question', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const { db } = await import('@/lib/database/db');
  const state = { status: 'trashed', statusBeforeTrash: 'draft' };
  for (const title of ['Frayed rope', 'Rusty chain', 'Kept anchor']) await createPost({ title, ...state });
  await createPost({ title: 'Old terms', type: 'page', ...state });
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin/posts?state=trash`);
  for (const title of ['Frayed rope', 'Rusty chain'])
    await page.getByRole('checkbox', { name: `Select “${title}”` }).check();
  const open = page.getByRole('button', { name: 'Delete permanently…' });
  const question = page.getByRole('alertdialog');
  await open.click();
  await expect(question).toHaveAccessibleName(
    javaScriptEnabled ? 'Delete 2 posts permanently?' : 'Delete the selected posts permanently?',
  );
  if (javaScriptEnabled) await expect(question).toContainText('“Frayed rope”');
  await expect(question).toContainText(irreversible);
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  expect(await db.post.count({ where: { status: 'trashed' } })).toBe(4);

  if (javaScriptEnabled) {
    const second = page.getByRole('checkbox', { name: 'Select “Rusty chain”' });
    await second.uncheck();
    const asked = page.evaluate(questionWhenFocused);
    await open.click();
    expect(await asked).toBe('Delete “Frayed rope” permanently?');
    // Moving on with the keyboard confirms nothing.
    await page.keyboard.press('Tab');
    await expect(question).toBeHidden();
    await second.check();
  }

  await open.click();
  await question.getByRole('button', { name: 'Delete permanently' }).click();
  await expect(page.getByText('2 items deleted permanently.')).toBeVisible();
  await expect(question).toBeHidden();
  await expect(page.getByRole('link', { name: 'Kept anchor' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Frayed rope' })).toHaveCount(0);

  await page.goto(`${site.url}/admin/pages?state=trash`);
  await page.getByRole('checkbox', { name: 'Select “Old terms”' }).check();
  await open.click();
  await expect(question).toHaveAccessibleName(
    javaScriptEnabled ? 'Delete “Old terms” permanently?' : 'Delete the selected pages permanently?',
  );
  await question.getByRole('button', { name: 'Delete permanently' }).click();
  await expect(page.getByText('1 item deleted permanently.')).toBeVisible();
});

test('a tag is deleted, or merged into another, only after a question', async ({ page, context, site }) => {
  const { db } = await import('@/lib/database/db');
  const [unused, small] = [await createTag('Unused'), await createTag('Small boats')];
  await createTag('Boats');
  const post = await createPost({ title: 'A dinghy' });
  await db.postTag.create({ data: { postId: post.id, tagId: small, position: 0 } });
  await site.signIn(context, 'editor');
  const question = page.getByRole('alertdialog');

  await page.goto(`${site.url}/admin/tags/${unused}`);
  await page.getByRole('button', { name: 'Delete tag…' }).click();
  await expect(question).toHaveAccessibleName('Delete the tag “Unused”?');
  await expect(question).toContainText('page and description are deleted');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  await page.getByRole('button', { name: 'Delete tag…' }).click();
  await question.getByRole('button', { name: 'Delete tag' }).click();
  await expect(page).toHaveURL(/\/admin\/tags(?:\?|$)/);
  expect(await db.tag.count({ where: { id: unused } })).toBe(0);

  await page.goto(`${site.url}/admin/tags/${small}`);
  await page.getByLabel('Merge into').fill('Boats');
  await page.getByLabel('Merge into').press('Enter');
  expect(await db.tag.count({ where: { id: small } })).toBe(1);
  await page.getByRole('button', { name: 'Merge its post…' }).click();
  await expect(question).toContainText('every post that has it gets the other tag instead');
  await question.getByRole('button', { name: 'Merge its post' }).click();
  const merged = page.getByText('The tags were merged');
  await expect(merged).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Boats' })).toBeVisible();
  await expect(merged).toHaveCount(0);
});

test('removing an image from the library asks first', async ({ page, context, site }) => {
  const id = await createImage({ fileName: 'buoy.png', alt: 'A buoy' });
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin/media/${id}`);
  await page.getByRole('button', { name: 'Remove from library…' }).click();
  const question = page.getByRole('alertdialog', { name: 'Remove “buoy.png” from the library?' });
  await expect(question).toContainText('The library lists it under “Removed”, where it can be restored.');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  await page.getByRole('button', { name: 'Remove from library…' }).click();
  await question.getByRole('button', { name: 'Remove from library' }).click();
  await expect(page.getByText('The image was removed from the library.')).toBeVisible();

  await page.goto(`${site.url}/admin/media/${id}`);
  await expect(page.getByText('This image was removed from the library.')).toBeVisible();
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByText('The image was restored.')).toBeVisible();
  await expect(page.getByLabel('Alt text')).toHaveValue('A buoy');
});

test('removed images are listed in the library and can be restored', async ({ page, context, site }) => {
  await createImage({ fileName: 'kept.png' });
  const id = await createImage({ fileName: 'thrown.png', deletedAt: new Date() });
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin/media`);
  await expect(page.getByRole('link', { name: /^kept\.png/ })).toBeVisible();
  await expect(page.getByText('thrown.png')).toHaveCount(0);
  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Removed' }).click();
  await expect(page.getByText('kept.png')).toHaveCount(0);
  await page.getByRole('link', { name: /^thrown\.png/ }).click();
  await expect(page).toHaveURL(`${site.url}/admin/media/${id}`);
  await page.getByRole('link', { name: 'Removed images' }).click();
  await page.getByRole('button', { name: 'Restore thrown.png' }).click();
  await expect(page.getByText('The image was restored.')).toBeVisible();
  await expect(page.getByText('thrown.png')).toHaveCount(0);
  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Images' }).click();
  await expect(page.getByRole('link', { name: /^thrown\.png/ })).toBeVisible();
});

/** The text of a confirmation when it receives the focus, which is when it is announced. */
function questionWhenFocused() {
  return new Promise<string>((resolve) => {
    addEventListener('focusin', ({ target }) => {
      const question = target instanceof Element ? target.closest('[role=alertdialog]') : null;
      if (question) resolve(question.querySelector('h2')?.textContent ?? '');
    });
  });
}

async function createTag(name: string) {
  const { db } = await import('@/lib/database/db');
  const { newId } = await import('@/lib/platform/ids');
  const id = newId();
  await db.tag.create({ data: { id, slug: id, name, createdAt: new Date() } });
  return id;
}

async function createImage(facts: { fileName: string; alt?: string; deletedAt?: Date }) {
  const { db } = await import('@/lib/database/db');
  const { newId } = await import('@/lib/platform/ids');
  const id = newId();
  const file = { hash: id, key: `2026/11/${id}`, mime: 'image/png', width: 8, height: 6, bytes: 9 };
  await db.media.create({ data: { id, ...file, ...facts, createdAt: new Date() } });
  return id;
}
