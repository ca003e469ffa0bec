import { db } from '@/lib/database/db';
import { createPost } from '../factories/posts';
import { text } from './editor-page';
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
    await expect(page.getByLabel('Words of the text (optional)')).toHaveValue(words);
    await expect(page.getByRole('toolbar', { name: 'Selected text' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Add note' }).click();
    await expect(page.getByRole('article').filter({ hasText: `Really? ${words}` })).toBeVisible();
  }
  expect(await db.editorNote.count({ where: { postId: post.id } })).toBe(2);
});
