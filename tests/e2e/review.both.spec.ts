import { db } from '@/lib/database/db';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

test('a contributor hands in, an editor returns it with a reason, and the check list holds for the editor, too', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const writer = await site.signIn(context, 'contributor', 'Ole Strøm');
  const { id } = await createPost({
    status: 'draft',
    publishAt: null,
    firstPublishedAt: null,
    title: 'Harbour notes',
    bodyHtml: '<p>Nets dry.</p>',
  });
  await db.postAuthor.create({ data: { postId: id, userId: writer.id, position: 0 } });
  const address = `${site.url}/admin/posts/${id}`;
  await page.goto(address);
  await expect(page.getByRole('button', { name: /^Publish/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Submit for review' }).filter({ visible: true }).click();
  await expect(page.getByText(/ubmitted for review\./)).toBeVisible();
  const withdraw = page.getByRole('button', { name: 'Withdraw' }).filter({ visible: true });
  await expect(withdraw).not.toHaveClass(/button--primary/);
  await page.goto(`${site.url}/admin/posts?state=in-review`);
  await expect(page.getByRole('row').filter({ hasText: 'Harbour notes' })).toContainText('In review');

  const desk = await context.browser()!.newContext({ javaScriptEnabled });
  const owner = await site.signIn(desk, 'owner', 'Ida Brandt');
  const editor = await desk.newPage();
  await editor.goto(`${site.url}/admin`);
  const notice = editor.getByRole('listitem').filter({ hasText: '1 post is waiting for review.' });
  await notice.getByRole('link', { name: 'Review' }).click();
  await expect(editor.getByRole('link', { name: 'Harbour notes' })).toBeVisible();
  await editor.goto(`${address}/review`);
  await editor.getByRole('button', { name: 'Return', exact: true }).click();
  await expect(editor.getByText('Write the note first.').first()).toBeVisible();
  await editor.getByLabel('What should change?').fill('Shorter, please.');
  await editor.getByRole('button', { name: 'Return', exact: true }).click();
  await expect(editor.getByText('Returned. Its authors are told why.')).toBeVisible();

  await page.goto(`${site.url}/account/notifications`);
  await page.getByRole('button', { name: 'Ida Brandt returned “Harbour notes” to you' }).click();
  await expect(page.getByRole('article')).toContainText('Shorter, please.');
  await expect(page.getByRole('article')).toContainText('Returned');

  await editor.goto(`${site.url}/admin/settings/publishing`);
  await editor.getByLabel('At least one tag').selectOption('Blocks');
  await editor.getByRole('button', { name: 'Save changes' }).click();
  await expect(editor.getByText('Settings saved.')).toBeVisible();
  await editor.goto(address);
  if (javaScriptEnabled) {
    await editor.getByRole('button', { name: 'Publish…' }).click();
    await expect(editor.getByRole('dialog').getByText('It has no tag.')).toBeVisible();
    await editor.getByRole('button', { name: 'Publish now' }).click();
  } else {
    await editor.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(
      editor.getByText('Not published: the check list of this site asks for more. It has no tag.'),
    ).toBeVisible();
  }
  expect(await db.post.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'draft' });
  expect(owner.name).toBe('Ida Brandt');

  // Once it is published, its author reads the notes on it.
  await db.post.update({ where: { id }, data: { status: 'published', publishAt: new Date(0) } });
  await page.goto(`${site.url}/admin/posts`);
  await page.getByRole('button', { name: 'Actions for “Harbour notes”' }).click();
  await page.getByRole('link', { name: 'Notes', exact: true }).click();
  await expect(page.getByRole('article')).toContainText('Shorter, please.');
  await expect(page.getByRole('link', { name: 'Edit', exact: true })).toHaveCount(0);
  await page.goto(address);
  await expect(page).toHaveURL(`${address}/notes`);
  await desk.close();
});
