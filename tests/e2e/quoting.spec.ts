import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

test('words selected in a comment are quoted in the reply to it, and what was written before stays', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost();
  const { id } = await createComment(post.id, { authorName: 'Ole Petersen', body: 'The ferry is late. So am I.' });
  const { id: other } = await createComment(post.id, { authorName: 'Ida Brandt', body: 'I was not.' });
  await site.refresh([`comments:${post.id}`]);
  await site.signIn(context, 'reader');
  await page.goto(`${site.url}/${post.slug}`);
  await page.waitForLoadState('networkidle');
  const select = (comment: string, from: number, to: number) =>
    page.locator(`#comment-${comment} .comment__body p`).evaluate(
      (paragraph, [start, end]) => {
        const text = paragraph.firstChild!;
        document.getSelection()?.setBaseAndExtent(text, start!, text, end!);
      },
      [from, to],
    );

  await select(id, 0, 18);
  await page.getByRole('link', { name: 'Reply to Ole Petersen' }).click();
  const field = page.getByLabel('Your reply to Ole Petersen');
  await expect(field).toHaveValue('> The ferry is late.\n\n');
  await expect(field).toBeFocused();
  await field.press('End');
  await field.pressSequentially('Always.');
  await select(id, 19, 27);
  await page.getByRole('link', { name: 'Reply to Ole Petersen' }).click();
  await expect(field).toHaveValue('> The ferry is late.\n\nAlways.\n\n> So am I.\n\n');

  await select(other, 0, 10);
  await field.locator('xpath=ancestor::form').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('link', { name: 'Reply to Ole Petersen' }).click();
  await expect(field).toHaveValue('> The ferry is late.\n\nAlways.\n\n> So am I.\n\n');
});
