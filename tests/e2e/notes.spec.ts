import { db } from '@/lib/database/db';
import { createPost } from '../factories/posts';
import { createUser } from '../factories/users';
import { text } from './editor-page';
import { untilHydrated } from './hydrated';
import { expect, test } from './site';

const bodyHtml = '<p>The ferry sails at nine.</p><p>Nobody swims in winter.</p>';

test('a note on selected words begins in its field, and the tools of the words close', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost({ title: 'Timetable', bodyHtml });
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin/posts/${post.id}`);
  for (const words of ['The ferry sails at nine.', 'Nobody swims in winter.']) {
    await text(page).getByText(words).click({ clickCount: 3 });
    await page.getByRole('toolbar', { name: 'Selected text' }).getByRole('button', { name: 'Note' }).click();
    await page.keyboard.type(`Really? ${words}`);
    await expect(page.getByLabel('Note', { exact: true })).toHaveValue(`Really? ${words}`);
    await expect(page.getByLabel('Quoted text (optional)')).toHaveValue(words);
    await expect(page.getByRole('toolbar', { name: 'Selected text' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Add note' }).click();
    await expect(page.getByRole('article').filter({ hasText: `Really? ${words}` })).toBeVisible();
    await expect(page.getByText('Note added.')).toBeVisible();
    await expect(page.getByLabel('Note', { exact: true })).toHaveValue('');
    await expect(page.getByLabel('Quoted text (optional)')).toHaveValue('');
  }
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(page.getByText('Write the note first.').first()).toBeVisible();
  expect(await db.editorNote.count({ where: { postId: post.id } })).toBe(2);

  const note = page.getByRole('article').first();
  await note.getByText('Answer', { exact: true }).first().click();
  await note.getByRole('textbox', { name: 'Answer' }).fill('Yes.');
  await note.getByRole('button', { name: 'Send answer' }).click();
  await expect(note.getByText('Answer added.')).toBeVisible();
  await expect(note.getByRole('textbox', { name: 'Answer' })).toHaveValue('');
});

test('what is typed into a note while one is sent stays, with its quote', async ({ page, context, site }) => {
  const post = await createPost({ title: 'Tides', bodyHtml });
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin/posts/${post.id}`);
  await text(page).getByText('The ferry sails at nine.').click({ clickCount: 3 });
  await page.getByRole('toolbar', { name: 'Selected text' }).getByRole('button', { name: 'Note' }).click();
  const field = page.getByLabel('Note', { exact: true });
  await field.fill('One');
  const typed = Promise.withResolvers<void>();
  await page.route('**', async (route) => {
    if (route.request().headers()['next-action']) await typed.promise;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Add note' }).click();
  await field.fill('One, and more');
  typed.resolve();
  await expect(page.getByText('Note added.')).toBeVisible();
  await expect(field).toHaveValue('One, and more');
  await expect(page.getByLabel('Quoted text (optional)')).toHaveValue('The ferry sails at nine.');
});

test('people are offered behind "@", and a name that nobody has is said', async ({ page, context, site }) => {
  const post = await createPost({ title: 'Moorings', bodyHtml });
  const { id: userId } = await createUser({ role: 'author', name: 'Carla Moe-Lind' });
  await db.postAuthor.create({ data: { postId: post.id, userId, position: 0 } });
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin/posts/${post.id}/notes`);
  const field = page.getByLabel('Note', { exact: true });
  await untilHydrated(field);
  await field.pressSequentially('Ask @Moe');
  await page.getByRole('option', { name: 'Carla Moe-Lind' }).click();
  await expect(field).toHaveValue('Ask @Carla Moe-Lind ');
  await field.pressSequentially('or @Zebedee');
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(
    page.getByText(/^Note added\. Nobody who can read this post matches @Zebedee\. Names: .*Carla Moe-Lind/),
  ).toBeVisible();
});

test('who answers a note that a colleague resolved meanwhile sees so, reopens it and sends what was typed', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost({ title: 'Winter', bodyHtml });
  const { id: authorId } = await site.signIn(context, 'editor', 'Ida Brandt');
  const passage = { quote: '', prefix: '', suffix: '' };
  const note = await db.editorNote.create({
    data: {
      id: `meanwhile-${post.id}`.slice(0, 40),
      postId: post.id,
      authorId,
      body: 'Why?',
      ...passage,
      createdAt: new Date(),
    },
  });
  await page.goto(`${site.url}/admin/posts/${post.id}`);
  await page.getByRole('button', { name: 'Notes (1)' }).click();
  const shown = page.getByRole('article', { name: 'Note by Ida Brandt' });
  await shown.getByText('Answer', { exact: true }).first().click();
  await shown.getByLabel('Answer').fill('Because it is cold.');
  await db.editorNote.update({
    where: { id: note.id },
    data: { resolvedAt: new Date(), version: { increment: 1 } },
  });
  await shown.getByRole('button', { name: 'Send answer' }).click();
  await expect(shown.getByText(/Reopen it, then answer\./)).toBeVisible();
  await shown.getByRole('button', { name: 'Reopen' }).click();
  await expect(shown.getByRole('button', { name: 'Resolve' })).toBeVisible();
  await expect(shown.getByLabel('Answer')).toHaveValue('Because it is cold.');
  await shown.getByRole('button', { name: 'Send answer' }).click();
  await expect(shown.locator('.note__said--answer')).toContainText('Because it is cold.');
});
