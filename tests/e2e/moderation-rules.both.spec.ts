import { db } from '@/lib/database/db';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

test.beforeEach(async ({ site }) => {
  await db.moderationRule.deleteMany();
  await site.refresh(['moderation-rules']);
});

test('a moderator adds a rule after trying it, a comment that meets it waits, and the queue says why', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const post = await createPost({ title: 'Games' });
  await createComment(post.id, { body: 'They opened a zeppelin lounge.' });
  await site.refresh([`post:${post.id}`, 'list']);
  await site.signIn(context, 'moderator');
  await page.goto(`${site.url}/admin/comments`);
  await page.getByRole('link', { name: 'Moderation rules' }).click();
  await expect(page.getByText('No rules yet.')).toBeVisible();

  await page.getByLabel('What it looks for').selectOption('pattern');
  await page.getByLabel('Word, host or pattern').fill('zeppelin(');
  await page.getByLabel('Note (optional)').fill('Since the lounge opened.');
  await page.getByRole('button', { name: 'Add rule' }).click();
  await expect(page.getByText('missing closing ), at character 1, “zeppelin(”').first()).toBeVisible();
  await expect(page.getByLabel('Note (optional)')).toHaveValue('Since the lounge opened.');
  await page.getByLabel('Word, host or pattern').fill('zeppelin');
  await page.getByLabel('What it looks for').selectOption('word');
  await page.getByRole('button', { name: 'Try on the last 500 comments' }).click();
  await expect(page.getByText(/^The word “zeppelin” matches 1 of the last \d+ comments?\.$/)).toBeVisible();
  await expect(page.locator('mark')).toHaveText('zeppelin');
  await expect(page.getByLabel('Note (optional)')).toHaveValue('Since the lounge opened.');
  expect(await db.moderationRule.count()).toBe(0);
  await page.getByRole('button', { name: 'Add rule' }).click();
  await expect(page.getByText('Added: the word “zeppelin”.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Since the lounge opened.' })).toContainText(
    'no matches yet',
  );

  await page.getByLabel('Text', { exact: true }).fill('A new Z3PPELIN!');
  await page.getByRole('button', { name: 'Test this text' }).click();
  await expect(page.getByText('This comment would be held for approval.')).toBeVisible();
  await expect(page.locator('mark')).toHaveText('Z3PPELIN');
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('A new Z3PPELIN!');

  const readers = await context.browser()!.newContext({ javaScriptEnabled });
  await site.signIn(readers, 'reader');
  const reader = await readers.newPage();
  await reader.goto(`${site.url}/${post.slug}`);
  await reader.getByRole('textbox', { name: 'Your comment' }).fill('I was in the zeppelin.');
  await reader.getByRole('button', { name: 'Post comment' }).click();
  await expect(reader.getByText('awaiting approval').first()).toBeVisible();
  await readers.close();

  await page.goto(`${site.url}/admin/comments`);
  const row = page.getByRole('listitem').filter({ hasText: 'I was in the zeppelin.' });
  await expect(row).toContainText('Held because of the rule word “zeppelin”');
  await page.goto(`${site.url}/admin/comments/rules`);
  await expect(page.getByRole('listitem').filter({ hasText: 'zeppelin' })).toContainText('matched once');
});

test('a list is imported, a rule switched off, changed and removed', async ({ page, context, site }) => {
  await site.signIn(context, 'moderator');
  await page.goto(`${site.url}/admin/comments/rules`);
  await page.getByLabel('What the lines are').selectOption('link');
  await page.getByLabel('Lines', { exact: true }).fill('# Sellers\nhttps://pills.example/buy\nno host\n');
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByText(/^Line 3: “no host” is not a host\./).first()).toBeVisible();
  await expect(page.getByLabel('Lines', { exact: true })).toHaveValue(/pills\.example/);
  await page.getByLabel('Lines', { exact: true }).fill('# Sellers\nhttps://pills.example/buy\nwatches.example\n');
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByText('Added 2 rules.')).toBeVisible();

  await page.getByRole('button', { name: 'Switch off the rule pills.example' }).click();
  await expect(page.getByText('The rule is switched off.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Switch on the rule pills.example' })).toBeVisible();
  expect(await db.moderationRule.count({ where: { enabled: false, text: 'pills.example' } })).toBe(1);

  await page.getByRole('link', { name: 'watches.example' }).click();
  await page.getByLabel('What it does').selectOption('refuse');
  await page.getByLabel('Message to the author (optional)').fill('No watches here.');
  await page.getByRole('button', { name: 'Save rule' }).click();
  await expect(page.getByText('Saved: the link “watches.example”.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'watches.example' })).toContainText(
    'Reject with a message',
  );

  await page.getByRole('link', { name: 'watches.example' }).click();
  await page.getByRole('button', { name: 'Remove rule…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove rule' }).click();
  await expect(page.getByText('The rule was removed.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'watches.example' })).toHaveCount(0);
});

test('a refused comment keeps its text and says the sentence of the rule', async ({ page, context, site }) => {
  const rule = { kind: 'word', text: 'zeppelin', outcome: 'refuse', message: 'No airships here, please.' };
  await db.moderationRule.create({ data: { id: 'refusing', ...rule, createdAt: new Date() } });
  const post = await createPost({ title: 'Airships' });
  await site.refresh([`post:${post.id}`, 'list', 'moderation-rules']);
  await site.signIn(context, 'reader');
  await page.goto(`${site.url}/${post.slug}`);
  await page.getByRole('textbox', { name: 'Your comment' }).fill('Our zeppelin is new.');
  await page.getByRole('button', { name: 'Post comment' }).click();
  await expect(page.getByText('No airships here, please.').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Your comment' })).toHaveValue('Our zeppelin is new.');
  expect(await db.comment.count({ where: { postId: post.id } })).toBe(0);
});
