import type { Browser, Page } from '@playwright/test';
import { createPost } from '../factories/posts';
import { createUser } from '../factories/users';
import { untilHydrated } from './hydrated';
import { expect, test } from './mailed-site';

type Writer = { name: string; email: string; text: string };

async function write(page: Page, { name, email, text }: Writer) {
  await page.getByLabel('Your comment').fill(text);
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByRole('button', { name: 'Post comment' }).click();
}

async function elsewhere(browser: Browser) {
  const other = await browser.newContext({ javaScriptEnabled: test.info().project.use.javaScriptEnabled ?? true });
  return { other, page: await other.newPage() };
}

test('a comment is written first, and published by the button of an e-mail on another device', async ({
  page,
  site,
  mail,
  browser,
}) => {
  const post = await createPost({ title: 'Nets and knots' });
  const email = 'ida.writes@example.test';
  await page.goto(`${site.url}/${post.slug}`);

  await write(page, { name: '', email: 'ida@harbour', text: 'The ferry is late.' });
  await expect(page.getByText('Enter a valid e-mail address, such as ida@example.org.').first()).toBeVisible();
  await expect(page.getByLabel('Your comment')).toHaveValue('The ferry is late.');
  await write(page, { name: 'Ida Brandt', email, text: 'The ferry is late.' });
  await expect(page.getByRole('heading', { name: 'Check your e-mail' })).toBeVisible();
  await expect(page.getByText(`We sent a link to ${email}.`)).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveValue('The ferry is late.');

  const link = site.url + (await mail.linkTo(email));
  const { other, page: phone } = await elsewhere(browser);
  await phone.goto(link);
  await expect(phone.getByLabel('Your comment on Nets and knots')).toHaveValue('The ferry is late.');
  await expect(phone.getByText(`This makes an account for ${email} and signs you in.`)).toBeVisible();
  const again = await other.newPage();
  await again.goto(link);
  if (test.info().project.use.javaScriptEnabled)
    await untilHydrated(again.locator('form', { hasText: 'Publish and sign in' }));
  await phone.getByRole('button', { name: 'Publish and sign in' }).click();
  await expect(phone.getByText('Your comment is awaiting approval.').first()).toBeVisible();
  await again.getByRole('button', { name: 'Publish and sign in' }).click();
  await expect(again.getByRole('heading', { name: 'Awaiting approval' })).toBeVisible();
  await phone.goto(`${site.url}/account`);
  await expect(phone.getByRole('heading', { name: 'Ida Brandt' })).toBeVisible();
  await phone.goto(link);
  await expect(phone.getByRole('heading', { name: 'Awaiting approval' })).toBeVisible();
  await phone.getByRole('link', { name: 'View your comment' }).click();
  await expect(phone.getByText('The ferry is late.').first()).toBeVisible();
  await other.close();
  expect(mail.to(email)).toHaveLength(1);
});

test('an account that the address has is signed in to; one of staff only if it is already', async ({
  page,
  site,
  mail,
  context,
}) => {
  const post = await createPost();
  const reader = await createUser({ name: 'Marta Nilsen' });
  await page.goto(`${site.url}/${post.slug}`);
  await write(page, { name: 'M. N.', email: reader.email ?? '', text: 'I saw it from the pier.' });
  await expect(page.getByRole('heading', { name: 'Check your e-mail' })).toBeVisible();
  await page.goto(site.url + (await mail.linkTo(reader.email ?? '')));
  await expect(page.getByText('the comment is published as Marta Nilsen')).toBeVisible();
  await page.getByRole('button', { name: 'Publish and sign in' }).click();
  await expect(page.getByText('Your comment is awaiting approval.').first()).toBeVisible();

  await context.clearCookies();
  const { email } = await site.signIn(context, 'editor', 'Edda Holm');
  const session = await context.cookies();
  await context.clearCookies();
  await page.goto(`${site.url}/${post.slug}`);
  await write(page, { name: 'Edda', email, text: 'From the desk.' });
  await expect(page.getByRole('heading', { name: 'Check your e-mail' })).toBeVisible();
  const link = site.url + (await mail.linkTo(email));
  await page.goto(link);
  await expect(page.getByText(`${email} belongs to a member of staff`)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Publish/ })).toHaveCount(0);
  await context.addCookies(session);
  await page.goto(link);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/${post.slug}#comment-`));
});

test('a link that has expired, or whose conversation was locked, gives the text back', async ({ page, site, mail }) => {
  const { db } = await import('@/lib/database/db');
  const post = await createPost();
  const email = 'ole.writes@example.test';
  await page.goto(`${site.url}/${post.slug}`);
  await write(page, { name: 'Ole Petersen', email, text: 'My last word on herring.' });
  await expect(page.getByRole('heading', { name: 'Check your e-mail' })).toBeVisible();
  const link = site.url + (await mail.linkTo(email));

  await db.mailedComment.updateMany({ where: { postId: post.id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'This link has expired' })).toBeVisible();
  await expect(page.getByLabel('Your comment')).toHaveValue('My last word on herring.');
  await page.getByRole('button', { name: 'Post comment' }).click();
  await expect(page.getByRole('heading', { name: 'Check your e-mail' })).toBeVisible();
  await expect.poll(() => mail.to(email).length, { intervals: [100] }).toBe(2);

  await db.post.update({ where: { id: post.id }, data: { commentsLockedReason: 'Enough herring.' } });
  await page.goto(site.url + (await mail.linkTo(email)));
  await page.getByRole('button', { name: 'Publish and sign in' }).click();
  await expect(page.getByText('This conversation is locked: Enough herring.')).toBeVisible();
  await expect(page.getByRole('textbox').first()).toHaveValue('My last word on herring.');
});
