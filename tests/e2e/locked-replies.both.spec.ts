import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

test('a moderator locks the replies to a comment: readers see why, what was typed is kept, and unlocking ends it', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const post = await createPost({ title: 'Moorings' });
  const locked = await createComment(post.id, { body: 'The east quay is ours.', authorName: 'Ida Brandt' });
  const below = await createComment(post.id, { parentId: locked.id, body: 'It is not.', authorName: 'Ole Petersen' });
  await createComment(post.id, { body: 'What about the west quay?', authorName: 'Marta Nilsen' });
  const at = (id: string) => `${site.url}/${post.slug}/comments/${id}`;

  const readers = await context.browser()!.newContext({ javaScriptEnabled });
  await site.signIn(readers, 'reader');
  const reader = await readers.newPage();
  await reader.goto(`${at(below.id)}?reply#reply`);
  await reader.getByLabel('Your reply to Ole Petersen').fill('It was, in 1950.');

  await site.signIn(context, 'moderator');
  await page.goto(at(locked.id));
  await page.getByLabel('Reason for locking replies').fill('Ask the harbour master.');
  await page.getByRole('button', { name: 'Lock replies to this comment' }).click();
  await expect(page.getByText('Replies are locked. Unlock them to allow replies again.')).toBeVisible();

  await reader.getByRole('button', { name: 'Post reply' }).click();
  const sentence = 'Replies to this comment are locked: Ask the harbour master.';
  await expect(reader.getByText(sentence).first()).toBeVisible();
  await expect(reader.getByRole('textbox').first()).toHaveValue('It was, in 1950.');
  const other = await readers.newPage();
  await other.goto(`${site.url}/${post.slug}`);
  await expect(other.getByText(sentence)).toHaveCount(1);
  await expect(other.getByRole('link', { name: /^Reply to/ })).toHaveText(['Reply to Marta Nilsen']);
  await other.goto(at(below.id));
  await expect(other.getByText('Replies are locked: Ask the harbour master.')).toBeVisible();
  await expect(other.getByRole('link', { name: 'Reply', exact: true })).toHaveCount(0);

  await page.getByRole('button', { name: 'Unlock replies to this comment' }).click();
  await expect(page.getByText('Replies are unlocked.')).toBeVisible();
  await other.goto(`${site.url}/${post.slug}`);
  await expect(other.getByRole('link', { name: /^Reply to/ })).toHaveCount(3);
  await readers.close();
});
