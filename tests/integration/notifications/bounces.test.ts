import { afterAll, beforeEach, expect, test } from 'vitest';
import { POST } from '@/app/api/bounces/route';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/database/db';
import { takeBounce } from '@/lib/notifications/bounces';
import { tryAddressAgain } from '@/lib/notifications/email-refusals';
import { findEmailRefusal } from '@/lib/notifications/queries';
import { processJobs } from '@/lib/outbox/worker';
import { storeSettings } from '@/lib/settings/queries';
import { knownReader, say } from '../../factories/comments';
import { deliveryReport } from '../../factories/delivery-reports';
import { startMailSink } from '../../factories/mail-sink';
import { createPost } from '../../factories/posts';
import { handlers } from '../../factories/queued-emails';

const secret = 'what-the-pipe-knows';
const sink = await startMailSink({}, afterAll);
Object.assign(process.env, {
  SMTP_URL: sink.url,
  BOUNCE_ADDRESS: 'Bounces@news.test',
  BOUNCE_SECRET: secret,
  MAIL_FROM: 'News <post@news.test>',
});

const DAY_MS = 24 * 60 * 60 * 1000;

beforeEach(async () => {
  await db.outbox.deleteMany();
  await storeSettings({ siteName: 'Harbour News', commentModeration: 'first' });
  sink.received.length = 0;
});

/** Somebody who was sent an e-mail about a comment, and the address to which that can bounce. */
async function emailed() {
  const [ida, ole] = [await knownReader('Ida Brandt'), await knownReader('Ole Petersen')];
  const post = await createPost();
  await say(ole, post.id, { parentId: (await say(ida, post.id)).id });
  while ((await processJobs(handlers, 'test')) > 0);
  const { email } = await db.user.findUniqueOrThrow({ where: { id: ida.id } });
  const sent = sink.received.find(({ to }) => to.includes(email!));
  return { ida, email: email!, returnPath: sent!.from, source: sent!.source.toString() };
}

const isStopped = async (actor: Actor) => (await findEmailRefusal(actor)) !== null;

test('an e-mail about a comment has a return path of its own, and is from the sender', async () => {
  const [first, second] = [await emailed(), await emailed()];
  expect(first.returnPath).toMatch(/^Bounces\+[a-z2-7]{45}@news\.test$/);
  expect(first.returnPath.split('@')[0]!.length).toBeLessThanOrEqual(64);
  expect(first.returnPath).not.toBe(second.returnPath);
  expect(first.source).toContain('From: News <post@news.test>');
  expect(first.source).not.toContain(first.returnPath);
});

test('a report that the address does not exist stops e-mails there, however the address is written', async () => {
  const { ida, email, returnPath } = await emailed();
  expect(await takeBounce(deliveryReport({ to: returnPath.toUpperCase() }))).toBe('noted');
  expect(await findEmailRefusal(ida)).toMatchObject({ email, reply: '550 5.1.1 No such user here' });
});

test.each([
  [{ action: 'delayed', status: '4.4.1', diagnostic: null }],
  [{ status: '5.7.1', diagnostic: 'smtp; 550 5.7.1 Message rejected as spam' }],
  [{ status: '5.2.2', diagnostic: 'smtp; 552 5.2.2 Mailbox full' }],
])('a report of something else stops nothing: %o', async (report) => {
  const { ida, returnPath } = await emailed();
  expect(await takeBounce(deliveryReport({ to: returnPath, ...report }))).toBe('not-for-good');
  expect(await isStopped(ida)).toBe(false);
});

test('an answer by a person or a machine to the return path stops nothing', async () => {
  const { ida, returnPath } = await emailed();
  const answer = `To: ${returnPath}\r\nSubject: Re: Nets and knots\r\n\r\n550 5.1.1 I am away until Monday.\r\n`;
  expect(await takeBounce(Buffer.from(answer))).toBe('not-for-good');
  expect(await isStopped(ida)).toBe(false);
});

test('a report with a token that is forged, of somebody else or of another domain stops nobody', async () => {
  const { ida, returnPath } = await emailed();
  const other = await emailed();
  const token = /\+(\w+)@/.exec(returnPath)![1]!;
  const theirs = /\+(\w+)@/.exec(other.returnPath)![1]!;
  // The first 32 letters hold the id and the time, the rest most of the signature.
  const mixed = `Bounces+${token.slice(0, 32)}${theirs.slice(32)}@news.test`;
  const forged = [
    'bounces@news.test',
    'bounces+@news.test',
    `bounces+${token.slice(0, -4)}aaaa@news.test`,
    `bounces+${token}a@news.test`,
    `bounces+${token}@other.test`,
    `post+${token}@news.test`,
    mixed,
  ];
  for (const to of forged) expect(await takeBounce(deliveryReport({ to }))).toBe('not-ours');
  expect([await isStopped(ida), await isStopped(other.ida)]).toEqual([false, false]);
});

test('a report that is used again after its recipient tried again stops nothing, and a new one does', async () => {
  const { ida, returnPath } = await emailed();
  const report = deliveryReport({ to: returnPath });
  expect(await takeBounce(report)).toBe('noted');
  expect(await takeBounce(report)).toBe('noted');
  await tryAddressAgain(ida, new Date(Date.now() + 2_000));
  expect(await takeBounce(report)).toBe('outdated');
  expect(await isStopped(ida)).toBe(false);

  await tryAddressAgain(ida, new Date(Date.now() - DAY_MS));
  expect(await takeBounce(report)).toBe('noted');
  expect(await isStopped(ida)).toBe(true);
});

test('a report is of the address that the e-mail went to, and for two weeks', async () => {
  const { ida, email, returnPath } = await emailed();
  const report = deliveryReport({ to: returnPath });
  expect(await takeBounce(report, new Date(Date.now() + 15 * DAY_MS))).toBe('not-ours');
  await db.user.update({ where: { id: ida.id }, data: { email: `new-${email}` } });
  expect(await takeBounce(report)).toBe('not-ours');
  await db.user.update({ where: { id: ida.id }, data: { email: null } });
  expect(await takeBounce(report)).toBe('not-ours');
  expect(await db.emailRefusal.count({ where: { userId: ida.id } })).toBe(0);
});

test('the pipe of a mail server hands reports in with its secret, and nobody without', async () => {
  const { ida, returnPath } = await emailed();
  const send = (authorization?: string) =>
    POST(
      new Request('http://news.test/api/bounces', {
        method: 'POST',
        body: deliveryReport({ to: returnPath }),
        ...(authorization ? { headers: { authorization } } : {}),
      }),
    );
  for (const wrong of [undefined, 'Bearer wrong', `Basic ${secret}`, secret])
    expect((await send(wrong)).status).toBe(403);
  expect(await isStopped(ida)).toBe(false);

  const taken = await send(`Bearer ${secret}`);
  expect([taken.status, await taken.text()]).toEqual([
    200,
    'Noted: no more e-mails about comments go to this address.\n',
  ]);
  expect(await isStopped(ida)).toBe(true);
});
