import type { BrowserContext } from '@playwright/test';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/database/db';
import { linkIn } from '../factories/received-emails';
import { knownReader, say } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test, type Mail } from './mailed-site';
import type { Site } from './site';

const hasScript = () => test.info().project.use.javaScriptEnabled !== false;

/** Somebody signed in, whose comment was replied to by another reader. */
async function aReply({ site, context }: { site: Site; context: BrowserContext }) {
  const person = await site.signIn(context, 'reader', 'Ida Brandt');
  const ida: Actor = { ...person, role: 'reader', sessionId: '', emailVerified: true };
  const post = await createPost({ title: 'Nets and knots' });
  await db.comment.updateMany({ where: { authorId: ida.id }, data: { status: 'approved' } });
  const question = await say(ida, post.id, { body: 'Which knot holds best?' });
  await db.comment.update({ where: { id: question.id }, data: { status: 'approved' } });
  const ole = await knownReader('Ole Petersen');
  const reply = (body: string) => say(ole, post.id, { parentId: question.id, body });
  return { ida, email: person.email, post, reply };
}

async function emailTo(mail: Mail, address: string, count = 1) {
  await expect.poll(() => mail.to(address).length, { intervals: [100] }).toBe(count);
  return mail.to(address).at(-1);
}

test('who is replied to is told by an e-mail and in the account, reads it and marks it as read', async ({
  page,
  site,
  mail,
  context,
}) => {
  const { email, post, reply } = await aReply({ site, context });
  const { id } = await reply('The bowline, of course.');
  expect((await emailTo(mail, email))?.subject).toBe('Re: Nets and knots');

  await page.goto(`${site.url}/`);
  if (hasScript()) await page.getByRole('link', { name: '1 unread notification' }).click();
  else {
    await page.getByRole('link', { name: 'Account' }).click();
    await page.getByRole('link', { name: 'Notifications (1 new)' }).click();
  }
  await expect(page.getByRole('heading', { name: 'Notifications' })).toBeVisible();
  await expect(page.getByText('The bowline, of course.')).toBeVisible();
  await expect(page.getByText('New', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByText('New', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Mark all as read' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Ole Petersen replied to your comment on Nets and knots' }).click();
  await expect(page).toHaveURL(new RegExp(`/${post.slug}#comment-${id}$`));
});

test('to open a notification marks it as read; to look at the list does not', async ({ page, site, mail, context }) => {
  const { ida, email, post, reply } = await aReply({ site, context });
  const { id } = await reply('The bowline, of course.');
  await emailTo(mail, email);
  const unread = () => db.notification.count({ where: { userId: ida.id, readAt: null } });
  await page.goto(`${site.url}/account/notifications`);
  await page.getByRole('button', { name: 'Mark all as read' }).waitFor();
  expect(await unread()).toBe(1);
  await page.getByRole('button', { name: 'Ole Petersen replied to your comment on Nets and knots' }).click();
  await expect(page).toHaveURL(new RegExp(`/${post.slug}#comment-${id}$`));
  expect(await unread()).toBe(0);
  await page.goto(`${site.url}/account/notifications`);
  await expect(
    page.getByRole('link', { name: 'Ole Petersen replied to your comment on Nets and knots' }),
  ).toBeVisible();
});

test('the link of an e-mail shows a button, and only the button ends e-mails, signed in or not', async ({
  page,
  site,
  mail,
  context,
}) => {
  const { ida, email, reply } = await aReply({ site, context });
  await reply('The bowline, of course.');
  const first = await emailTo(mail, email);
  await context.clearCookies();
  await page.goto(site.url + linkIn(first));
  await expect(page.getByText('Stop e-mails about replies to your comments from')).toBeVisible();
  expect(await db.notificationChoice.count({ where: { userId: ida.id } })).toBe(0);
  await page.getByRole('button', { name: 'Unsubscribe', exact: true }).click();
  await expect(page.getByText('You will get no more e-mails about replies to your comments.')).toBeVisible();
  expect(await db.notificationChoice.findFirst({ where: { userId: ida.id } })).toMatchObject({ replies: 'off' });
});

test('the button of a mail program ends e-mails with one request, and a request to look at it does not', async ({
  site,
  mail,
  context,
}) => {
  const { ida, email, reply } = await aReply({ site, context });
  await reply('The bowline, of course.');
  const header = (await emailTo(mail, email))?.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line ?? '';
  const address = /<([^>]+)>/.exec(header.replace(/\s+/g, ' '))?.[1] ?? '';
  const looked = await fetch(address, { redirect: 'manual' });
  expect([looked.status, looked.headers.get('location')]).toEqual([
    303,
    expect.stringContaining('/account/unsubscribe'),
  ]);
  expect(await db.notificationChoice.count({ where: { userId: ida.id } })).toBe(0);

  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  const ended = await fetch(address, { method: 'POST', body, redirect: 'manual' });
  expect([ended.status, await ended.text()]).toEqual([200, 'You are unsubscribed.\n']);
  expect(await db.notificationChoice.findFirst({ where: { userId: ida.id } })).toMatchObject({ replies: 'off' });
  expect((await fetch(`${address}x`, { method: 'POST', body })).status).toBe(404);
});

test('what is e-mailed is chosen in the account', async ({ page, site, context }) => {
  const { ida } = await aReply({ site, context });
  await page.goto(`${site.url}/account/notifications`);
  await expect(page.getByLabel('Replies to my comments')).toHaveValue('at-once');
  await page.getByLabel('Replies to my comments').selectOption('Never');
  await expect(page.getByLabel('All comments')).toHaveCount(0);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByLabel('Replies to my comments')).toHaveValue('off');
  expect(await db.notificationChoice.findFirst({ where: { userId: ida.id } })).toMatchObject({ replies: 'off' });
});

test('a post is followed after signing in, its comments are told, and it is unfollowed in the account', async ({
  page,
  site,
  mail,
  context,
}) => {
  const post = await createPost({ title: 'Ropes and riggings' });
  await page.goto(`${site.url}/${post.slug}`);
  await page.getByRole('link', { name: 'Follow new comments' }).click();
  await expect(page.getByText('You will be asked to sign in first.')).toBeVisible();
  await page.getByRole('button', { name: 'Follow' }).click();
  await expect(page).toHaveURL(/\/signin\?to=/);

  const { id, email } = await site.signIn(context, 'reader', 'Ida Brandt');
  await page.goto(`${site.url}/${post.slug}/follow`);
  await page.getByRole('button', { name: 'Follow' }).click();
  await expect(page.getByText('You follow this post.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Unfollow' })).toBeVisible();

  await say(await knownReader('Ole Petersen'), post.id, { body: 'Hemp, not nylon.' });
  expect((await emailTo(mail, email))?.text).toContain('Hemp, not nylon.');
  await page.goto(`${site.url}/account/notifications`);
  await expect(page.getByRole('button', { name: 'Ole Petersen commented on Ropes and riggings' })).toBeVisible();
  await page.getByRole('button', { name: 'Unfollow Ropes and riggings' }).click();
  await expect(page.getByRole('button', { name: 'Unfollow Ropes and riggings' })).toHaveCount(0);
  expect(await db.postFollow.count({ where: { userId: id } })).toBe(0);
});

test('staff choose whether they are told of all comments and of what awaits approval', async ({
  page,
  site,
  context,
}) => {
  const { id } = await site.signIn(context, 'moderator', 'Mo Hansen');
  await page.goto(`${site.url}/account/notifications`);
  await expect(page.getByLabel('Comments that await approval')).toHaveValue('hourly');
  await page.getByLabel('Comments that await approval').selectOption('Never');
  await page.getByLabel('All comments').selectOption('Once a day');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  expect(await db.notificationChoice.findFirst({ where: { userId: id } })).toMatchObject({
    moderation: 'off',
    comments: 'daily',
  });
});

test('whose address was refused reads why, and tries again; those who manage users see it', async ({
  page,
  site,
  context,
}) => {
  const { id, email } = await site.signIn(context, 'reader', 'Ida Brandt');
  const refusedAt = new Date('2026-11-27T12:00:00.000Z');
  const reply = '550 5.1.1 No such user here';
  await db.emailRefusal.create({ data: { userId: id, email, reply, refusedAt } });
  await page.goto(`${site.url}/account/notifications`);
  await expect(page.getByText('so none about comments are sent to you:')).toBeVisible();
  await expect(page.getByText(reply)).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  expect(await db.emailRefusal.findFirst({ where: { userId: id } })).toMatchObject({ refusedAt: null });

  await db.emailRefusal.update({ where: { userId: id }, data: { refusedAt } });
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/users?q=${encodeURIComponent(email)}`);
  await expect(page.getByText('e-mails refused since 27 Nov 2026')).toBeVisible();
  await page.getByRole('link', { name: 'Ida Brandt', exact: true }).click();
  await expect(page.getByText(reply)).toBeVisible();
});
