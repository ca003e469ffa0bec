import type { Page } from '@playwright/test';
import { db } from '@/lib/database/db';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { createUser } from '../factories/users';
import { expect, test } from './site';

const words = 'The ferry is late because of me.';

test('a moderator shadows a reader, who sees their comment as any other; nobody else does until it is approved', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const post = await createPost({ title: 'Moorings' });
  const readers = await context.browser()!.newContext({ javaScriptEnabled });
  const { id } = await site.signIn(readers, 'reader', 'Ole Petersen');
  await createComment(post.id, { authorId: id, body: 'I am Ole.' });

  await site.signIn(context, 'moderator');
  await page.goto(`${site.url}/admin/comments?state=all&user=${id}`);
  await page.getByRole('link', { name: 'Restrict author Ole Petersen' }).click();
  await page.getByRole('combobox', { name: 'New comments' }).selectOption('shadow');
  await page.getByLabel('Note').fill('Quarrels with everybody.');
  await page.getByRole('button', { name: 'Restrict', exact: true }).click();
  await expect(page.getByText('New comments by Ole Petersen are shown only to them and to moderators.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'I am Ole.' })).toContainText('Shadowed');
  await page.getByRole('link', { name: 'All comments by this author' }).click();
  await expect(page.getByText('No end date. Note: Quarrels with everybody.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'All comments' })).toHaveAttribute('href', '/admin/comments');

  const reader = await readers.newPage();
  await reader.goto(`${site.url}/${post.slug}`);
  await reader.getByLabel('Your comment').fill(words);
  await reader.getByRole('button', { name: 'Post comment' }).click();
  await expect(reader.getByRole('article').getByText(words)).toBeVisible();
  await expect(reader.getByText(/awaiting approval|shadow|Only its author/i)).toHaveCount(0);
  if (javaScriptEnabled) {
    await expect(reader).toHaveURL(new RegExp(`/${post.slug}#comment-`));
    await expect(reader.getByRole('article').filter({ hasText: words }).getByText('Reply')).toBeVisible();
  } else await expect(reader.getByRole('link', { name: 'Reply', exact: true })).toBeVisible();
  await reader.goto(`${site.url}/${post.slug}`);
  if (javaScriptEnabled) {
    const shown = reader.locator('article.comment', { hasText: words });
    await expect(shown.getByRole('heading', { name: 'Comment by Ole Petersen' })).toBeVisible();
    await expect(shown.getByRole('link', { name: 'Edit your comment' })).toBeVisible();
    await expect(shown.getByText(/approval|moderators/)).toHaveCount(0);
  }

  const others = await context.browser()!.newContext({ javaScriptEnabled });
  const other = await others.newPage();
  await other.goto(`${site.url}/${post.slug}`);
  await expect(other.getByText('I am Ole.')).toBeVisible();
  await expect(other.getByText(words)).toHaveCount(0);
  const { id: comment } = await db.comment.findFirstOrThrow({ where: { body: words, postId: post.id } });
  expect((await other.goto(`${site.url}/${post.slug}/comments/${comment}`))?.status()).toBe(404);

  await page.getByRole('button', { name: 'Lift the restriction' }).click();
  await expect(page.getByText('New comments by Ole Petersen are published as those of everybody.')).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: '1 shadowed' }).click();
  await page.getByRole('button', { name: 'Approve the comment by Ole Petersen' }).click();
  await expect(page.getByText('Approved one comment.')).toBeVisible();
  await other.goto(`${site.url}/${post.slug}`);
  await expect(other.getByText(words)).toBeVisible();
  await Promise.all([readers.close(), others.close()]);
});

test('a comment with replies that its author edits in the shadow stays theirs, and is removed for others', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const post = await createPost({ title: 'Slipway' });
  const { id: authorId } = await site.signIn(context, 'reader', 'Ole Petersen');
  await db.user.update({ where: { id: authorId }, data: { commentRestriction: 'shadow' } });
  const { id } = await createComment(post.id, { authorId, body: 'The slipway is free.' });
  await createComment(post.id, { parentId: id, body: 'Good to know.' });
  const thread = `${site.url}/${post.slug}`;
  if (javaScriptEnabled) {
    await page.goto(thread);
    await page.getByRole('link', { name: 'Edit your comment' }).click();
    await saveInForm(page, 'The slipway is taken.');
    await expect(page.getByText('Your changes are saved.')).toBeAttached();
    await expect(page).toHaveURL(thread);
    await page.reload();
    const shown = page.locator(`#comment-${id}`);
    await expect(shown.getByText('The slipway is taken.')).toBeVisible();
    await expect(shown.getByRole('link', { name: 'Reply' })).toBeVisible();
    await expect(page.locator('.comment--removed')).toHaveCount(0);
    await shown.getByRole('link', { name: 'Edit your comment' }).click();
    await expect(shown.getByRole('button', { name: 'Save' })).toBeVisible();
  } else {
    await page.goto(`${thread}/comments/${id}`);
    await saveInForm(page, 'The slipway is taken.');
  }
  await page.goto(`${thread}/comments/${id}`);
  await expect(page.getByText('The slipway is taken.').first()).toBeVisible();
  await expect(page.getByText(/awaiting approval|removed|shadow|Only its author/i)).toHaveCount(0);

  const others = await context.browser()!.newContext({ javaScriptEnabled });
  const other = await others.newPage();
  await other.goto(thread);
  await expect(other.getByText('Good to know.')).toBeVisible();
  await expect(other.locator(`#comment-${id}`)).toContainText('Removed by a moderator.');
  await others.close();
});

test('a moderator hides all that somebody has written, is told how many before, and undoes it', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost({ title: 'Moorings' });
  const { id: authorId } = await createUser({ name: 'Ida Brandt' });
  for (const body of ['Buy ropes.', 'Buy more ropes.']) await createComment(post.id, { authorId, body });
  await createComment(post.id, { authorId, body: 'Ropes!', status: 'spam' });
  await site.refresh([`comments:${post.id}`]);
  await site.signIn(context, 'moderator');
  await page.goto(`${site.url}/admin/comments/authors/${authorId}`);
  await page.getByRole('button', { name: 'Hide all 2 comments…' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('Hide all 2 comments by Ida Brandt?');
  await page.getByRole('button', { name: 'Hide all 2 comments', exact: true }).click();
  await expect(page.getByText('Hiding 2 comments by Ida Brandt.')).toBeVisible();
  await expect(page.getByText('Hidden together: 2 comments.')).toBeVisible();
  const readers = await context.browser()!.newContext();
  const reader = await readers.newPage();
  await reader.goto(`${site.url}/${post.slug}`);
  await expect(reader.getByText(/ropes/i)).toHaveCount(0);

  await page.getByRole('button', { name: 'Undo hiding' }).click();
  await expect(page.getByText('Showing again the comments that were hidden together.')).toBeVisible();
  await reader.goto(`${site.url}/${post.slug}`);
  await expect(reader.getByText(/ropes\./)).toHaveCount(2);
  await expect(page.getByRole('link', { name: '1 spam' })).toBeVisible();
  await readers.close();
});

async function saveInForm(page: Page, text: string) {
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Save' }) });
  await form.getByRole('textbox').fill(text);
  await form.getByRole('button', { name: 'Save' }).click();
}
