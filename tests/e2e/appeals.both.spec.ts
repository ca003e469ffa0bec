import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

test('an author reads why their comment was removed and appeals once; another moderator shows it again', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const post = await createPost({ title: 'Moorings' });
  const [readers, editors] = await Promise.all([
    context.browser()!.newContext({ javaScriptEnabled }),
    context.browser()!.newContext({ javaScriptEnabled }),
  ]);
  const { id } = await site.signIn(readers, 'reader', 'Ole Petersen');
  await site.signIn(editors, 'editor');
  const comment = await createComment(post.id, { authorId: id, body: 'Buy ropes.' });
  const at = `${site.url}/${post.slug}/comments/${comment.id}`;

  await site.signIn(context, 'moderator');
  await page.goto(`${site.url}/admin/comments?state=approved&user=${id}`);
  await page.getByRole('link', { name: 'Remove for a reason the comment by Ole Petersen' }).click();
  await page.getByRole('button', { name: 'Remove and tell its author' }).click();
  await expect(page.getByText('Choose the reason.').first()).toBeVisible();
  await page.getByLabel('Remove for a reason').selectOption('spam');
  await page.getByLabel('Explanation').fill('Ropes are advertised elsewhere.');
  await page.getByRole('button', { name: 'Remove and tell its author' }).click();
  await expect(page.getByText('The comment was removed, and its author is told why.')).toBeVisible();
  await expect(page).toHaveURL(/\/admin\/comments\?/);

  const reader = await readers.newPage();
  await reader.goto(at);
  await reader.getByRole('link', { name: 'Why it was removed, and how to appeal' }).click();
  await expect(reader.getByText('Reason: Spam or advertising.')).toBeVisible();
  await expect(reader.getByText('Ropes are advertised elsewhere.')).toBeVisible();
  await reader.goto(`${site.url}/account/notifications`);
  await expect(reader.getByText('(1 new)')).toBeVisible();
  await reader.getByRole('link', { name: 'Decisions about your comments' }).click();
  await reader.getByRole('button', { name: 'Your comment was removed: Spam or advertising' }).click();
  await reader.getByRole('button', { name: 'Appeal' }).click();
  await expect(reader.getByText('Say why the decision is wrong.').first()).toBeVisible();
  await reader.getByLabel('Why is the decision wrong?').fill('I only asked where to buy some.');
  await reader.getByRole('button', { name: 'Appeal' }).click();
  await expect(reader.getByText('Your appeal was sent. You will be told what was decided.')).toBeVisible();
  await expect(reader.getByText('Nobody has decided yet.')).toBeVisible();
  await expect(reader.getByRole('button', { name: 'Appeal' })).toHaveCount(0);

  await page.goto(`${site.url}/admin/comments/appeals`);
  await expect(page.getByText('You made this decision, so somebody else decides about the appeal.')).toBeVisible();
  const editor = await editors.newPage();
  await editor.goto(`${site.url}/admin/comments`);
  await editor.getByRole('link', { name: 'Appeals (1)' }).click();
  await expect(editor.getByText('I only asked where to buy some.')).toBeVisible();
  await editor.getByLabel('Answer').fill('You are right.');
  await editor.getByRole('button', { name: 'Uphold the appeal by Ole Petersen and show the comment again' }).click();
  await expect(editor.getByText('Upheld: the comment is shown again, and its author is told.')).toBeVisible();
  await expect(editor.getByRole('heading', { name: 'No appeals to decide' })).toBeVisible();

  await reader.reload();
  await expect(reader.getByText('Your appeal was upheld: your comment is shown again.')).toBeVisible();
  await expect(reader.getByText('You are right.')).toBeVisible();
  await reader.goto(`${site.url}/${post.slug}`);
  await expect(reader.getByText('Buy ropes.')).toBeVisible();
  await Promise.all([readers.close(), editors.close()]);
});
