import { db } from '@/lib/database/db';
import { createPost } from '../factories/posts';
import { untilHydrated } from './hydrated';
import { expect, test } from './site';

const bodyHtml = '<p>The ferry sails at nine.</p><p>Nobody swims in winter.</p>';
const SECRET = 'Xylophone remark';

test('editors and authors talk about words of a text, and readers see nothing of it', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const desk = await context.browser()!.newContext({ javaScriptEnabled });
  const author = await site.signIn(desk, 'author', 'Ole Strøm');
  const post = await createPost({ title: 'Timetable', bodyHtml, renderedHtml: bodyHtml });
  await db.postAuthor.create({ data: { postId: post.id, userId: author.id, position: 0 } });
  await site.refresh([`post:${post.id}`, 'list']);
  await site.signIn(context, 'editor', 'Ida Brandt');

  await page.goto(`${site.url}/admin/posts/${post.id}${javaScriptEnabled ? '' : '/notes'}`);
  if (javaScriptEnabled) {
    await page.getByRole('textbox', { name: 'Text', exact: true }).getByText('sails at nine').selectText();
    await page.getByRole('button', { name: 'Notes', exact: true }).click();
    await expect(page.getByLabel('Quoted text (optional)')).toHaveValue('The ferry sails at nine.');
  } else {
    await page.getByLabel('Quoted text (optional)').fill('The bus leaves.');
    await page.getByLabel('Note', { exact: true }).fill(`${SECRET}: really, @Ole Strøm?`);
    await page.getByRole('button', { name: 'Add note' }).click();
    await expect(page.getByText(/^These words are not in the text\./).first()).toBeVisible();
    await expect(page.getByLabel('Note', { exact: true })).toHaveValue(`${SECRET}: really, @Ole Strøm?`);
    await page.getByLabel('Quoted text (optional)').fill('The ferry sails at nine.');
  }
  await page.getByLabel('Note', { exact: true }).fill(`${SECRET}: really, @Ole Strøm?`);
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(page.getByText('Note added.')).toBeVisible();
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('');
  await expect(page.getByLabel('Quoted text (optional)')).toHaveValue('');
  const note = page.getByRole('article', { name: 'Note by Ida Brandt' });
  await expect(note).toContainText('The ferry sails at nine.');
  if (javaScriptEnabled) await expect(page.locator('.document .note-mark')).toHaveText('The ferry sails at nine.');

  const writer = await desk.newPage();
  await writer.goto(`${site.url}/account/notifications`);
  await writer.getByRole('button', { name: 'Ida Brandt wrote a note on “Timetable”' }).click();
  await expect(writer).toHaveURL(new RegExp(`/admin/posts/${post.id}/notes#note-`));
  const read = writer.getByRole('article', { name: 'Note by Ida Brandt' });
  await expect(read).toContainText(`${SECRET}: really, @Ole Strøm?`);
  await read.getByText('Answer', { exact: true }).first().click();
  if (javaScriptEnabled) await untilHydrated(read.getByLabel('Answer'));
  await read.getByLabel('Answer').fill('At ten, I am sure.');
  await read.getByRole('button', { name: 'Send answer' }).click();
  await expect(read.getByText('At ten, I am sure.').first()).toBeVisible();

  // Who has not seen the answer does not resolve it.
  await note.getByRole('button', { name: 'Resolve' }).click();
  await expect(page.getByText(/^Somebody wrote here in the meantime\./)).toBeVisible();
  await page.goto(`${site.url}/admin/posts/${post.id}/notes`);
  await note.getByRole('button', { name: 'Resolve' }).click();
  await expect(page.getByText('No open notes.')).toBeVisible();
  // Without a script the answer leads to the note, and browsers open what it stands in.
  if (javaScriptEnabled) await page.getByText('1 resolved note').click();
  await expect(note).toContainText('At ten, I am sure.');
  await note.getByRole('button', { name: 'Reopen' }).click();
  await expect(page.getByText('No open notes.')).toBeHidden();

  const { createPreviewLink } = await import('@/lib/posts/previews/preview-links');
  const owner = await db.user.findFirstOrThrow({ where: { role: 'owner' } });
  const preview = await createPreviewLink(
    { id: owner.id, name: owner.name, role: 'owner', sessionId: '', emailVerified: true },
    post.id,
  );
  const reading = await context.browser()!.newContext({ javaScriptEnabled });
  for (const path of [
    `/${post.slug}`,
    '/',
    `/preview/${preview.secret}`,
    '/search?q=Xylophone',
    '/feed.xml',
    '/rss.xml',
    '/feed.json',
    `/${post.slug}/feed.xml`,
    '/sitemap.xml',
  ]) {
    const text = await (await reading.request.get(`${site.url}${path}`)).text();
    expect(text.replace('q=Xylophone', ''), path).not.toContain(SECRET);
  }
  const search = await (await reading.request.get(`${site.url}/search?q=Xylophone`)).text();
  expect(search).not.toContain('Timetable');
  await reading.close();
  await desk.close();
});

test('a note whose words are gone stays in the list', async ({ page, context, site }) => {
  const { id: userId } = await site.signIn(context, 'owner');
  const post = await createPost({ title: 'Winter', bodyHtml });
  const now = new Date();
  const passage = { quote: 'The bus leaves.', prefix: 'Elsewhere ', suffix: ' Nowhere.' };
  await db.editorNote.create({
    data: {
      id: `gone-${post.id}`.slice(0, 40),
      postId: post.id,
      authorId: userId,
      body: 'Why?',
      ...passage,
      createdAt: now,
    },
  });
  await page.goto(`${site.url}/admin/posts/${post.id}/notes`);
  const note = page.getByRole('article');
  await expect(note).toContainText('The text has changed');
  await expect(note).toContainText('The bus leaves.');
  await note.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('No open notes.')).toBeVisible();
});
