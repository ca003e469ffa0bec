import type { BrowserContext, Page } from '@playwright/test';
import { db } from '@/lib/database/db';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { createUser } from '../factories/users';
import { untilHydrated } from './hydrated';
import { expect, test, type Site } from './site';

const list = (page: Page) => page.getByRole('listbox', { name: 'People in this conversation' });
const option = (page: Page, name: string) => list(page).getByRole('option', { name });

/** A thread in which three people wrote, on the page of a fourth, who begins to write. */
async function openThread({ site, page, context }: { site: Site; page: Page; context: BrowserContext }) {
  const post = await createPost();
  for (const name of ['Ida Brandt', 'Ines Vidal', 'Ole Petersen']) {
    const { id: authorId } = await createUser({ name });
    await createComment(post.id, { authorId, body: `So says ${name.length}.` });
  }
  await createUser({ name: 'Ian Outside' });
  const writer = await site.signIn(context, 'reader', 'Wanda');
  await createComment((await createPost()).id, { authorId: writer.id });
  await site.refresh([`comments:${post.id}`]);
  await page.goto(`${site.url}/${post.slug}`);
  await untilHydrated(page.locator('#post-comment'));
  return { post, field: page.getByLabel('Your comment') };
}

test('people of the thread are offered behind @, and chosen by keyboard without leaving the field', async ({
  site,
  page,
  context,
}) => {
  const { post, field } = await openThread({ site, page, context });
  await field.pressSequentially('Ask @');
  await expect(list(page).getByRole('option')).toHaveText(['Ida Brandt', 'Ines Vidal', 'Ole Petersen']);
  await field.pressSequentially('I');
  await expect(list(page).getByRole('option')).toHaveText(['Ida Brandt', 'Ines Vidal']);
  await expect(
    page.getByText('People in this conversation: 2. Use the arrow keys, and Enter to mention one.'),
  ).toBeAttached();
  await expect(option(page, 'Ida Brandt')).toHaveAttribute('aria-selected', 'true');
  await field.press('ArrowDown');
  await expect(option(page, 'Ines Vidal')).toHaveAttribute('aria-selected', 'true');
  const active = await option(page, 'Ines Vidal').getAttribute('id');
  await expect(field).toHaveAttribute('aria-activedescendant', active ?? '');
  await field.press('ArrowDown');
  await field.press('ArrowUp');
  await field.press('Enter');
  await expect(field).toHaveValue('Ask @Ines Vidal ');
  await expect(field).toBeFocused();
  await expect(list(page)).toHaveCount(0);
  await expect(field).not.toHaveAttribute('aria-activedescendant');

  await field.pressSequentially('and @Ol');
  await option(page, 'Ole Petersen').click();
  await expect(field).toHaveValue('Ask @Ines Vidal and @Ole Petersen ');
  await page.getByRole('button', { name: 'Post comment' }).click();
  const named = page.locator('.comment', { hasText: 'Ask @Ines Vidal' }).locator('.mention');
  await expect(named).toHaveText(['@Ines Vidal', '@Ole Petersen']);
  expect(await db.commentMention.count({ where: { comment: { postId: post.id } } })).toBe(2);
});

test('Escape puts the list off until the next @, and in a comment that is edited ends nothing else', async ({
  site,
  page,
  context,
}) => {
  const { field } = await openThread({ site, page, context });
  await field.pressSequentially('Mail me@home, @');
  await expect(list(page)).toBeVisible();
  await field.press('Escape');
  await expect(list(page)).toHaveCount(0);
  await field.pressSequentially('Id');
  await expect(list(page)).toHaveCount(0);
  await field.press('Enter');
  await expect(field).toHaveValue('Mail me@home, @Id\n');
  await field.pressSequentially('@');
  await expect(list(page)).toBeVisible();
  await field.pressSequentially('Nobody');
  await expect(list(page)).toHaveCount(0);

  await field.fill('Not so.');
  await page.getByRole('button', { name: 'Post comment' }).click();
  await page.getByRole('link', { name: 'Edit your comment' }).click();
  const editing = page.getByLabel('Edit your comment');
  await editing.pressSequentially(' @Id');
  await expect(option(page, 'Ida Brandt')).toBeVisible();
  await editing.press('Escape');
  await expect(list(page)).toHaveCount(0);
  await expect(editing).toBeFocused();
  await editing.press('Backspace');
  await editing.press('Backspace');
  await editing.press('Backspace');
  await editing.pressSequentially('@Id');
  await editing.press('Enter');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.locator('.comment', { hasText: 'Not so.' }).locator('.mention')).toHaveText('@Ida Brandt');
});
