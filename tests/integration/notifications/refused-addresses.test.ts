import { afterAll, beforeEach, expect, test } from 'vitest';
import { db, transaction } from '@/lib/database/db';
import { saveChoices } from '@/lib/notifications/choices';
import { DIGESTS } from '@/lib/notifications/digest';
import { tryAddressAgain } from '@/lib/notifications/email-refusals';
import { findEmailRefusal, listNotifications } from '@/lib/notifications/queries';
import { enqueue } from '@/lib/outbox/queueing';
import { storeSettings } from '@/lib/settings/queries';
import { enqueueEmail } from '@/lib/users/emails';
import { exportOwnData } from '@/lib/users/own-data';
import { findUser, findUserPage } from '@/lib/users/queries';
import { knownReader, say } from '../../factories/comments';
import { startMailSink } from '../../factories/mail-sink';
import { createPost } from '../../factories/posts';
import { emailOf, runQueue } from '../../factories/queued-emails';
import { actorWith } from '../../factories/users';

const replies = new Map<string, string>();
const sink = await startMailSink(
  {
    onRcptTo: ({ address }, _session, done) => {
      const [, code, text] = /^(\d{3}) (.*)$/.exec(replies.get(address) ?? '') ?? [];
      done(code ? Object.assign(new Error(text), { responseCode: Number(code) }) : null);
    },
  },
  afterAll,
);
process.env.SMTP_URL = sink.url;

beforeEach(async () => {
  await db.outbox.deleteMany();
  await storeSettings({ siteName: 'Harbour News', commentModeration: 'first' });
  replies.clear();
  sink.received.length = 0;
});

const sentTo = (address: string) => sink.received.filter(({ to }) => to.includes(address)).length;

/** Ida, whose comment is replied to each time that `reply` is called, and her mail server's answer from then on. */
async function conversation(answer: string) {
  const [ida, ole] = [await knownReader('Ida Brandt'), await knownReader('Ole Petersen')];
  const email = await emailOf(ida);
  replies.set(email, answer);
  const post = await createPost({ title: 'Nets and knots' });
  const question = await say(ida, post.id);
  const reply = async () => {
    await say(ole, post.id, { parentId: question.id });
    await runQueue();
  };
  return { ida, email, reply, post };
}

const noSuchUser = '550 5.1.1 No such user here';

test('an address that its mail server refuses gets no more e-mails about comments, but those to sign in', async () => {
  const { ida, email, reply } = await conversation(noSuchUser);
  await reply();
  expect(await findEmailRefusal(ida)).toEqual({ email, reply: noSuchUser, refusedAt: expect.any(Date) as Date });
  expect(await db.outbox.count({ where: { doneAt: null } })).toBe(0);

  replies.clear();
  await reply();
  expect(sentTo(email)).toBe(0);
  expect((await listNotifications(ida)).notifications).toHaveLength(2);
  expect(await db.notification.count({ where: { userId: ida.id, emailDueAt: { not: null } } })).toBe(0);

  await transaction((tx) => enqueueEmail({ kind: 'magic-link', email }, tx));
  await runQueue();
  expect(sentTo(email)).toBe(1);
});

test('who tries again gets e-mails again, and another address is not refused', async () => {
  const { ida, email, reply } = await conversation(noSuchUser);
  await reply();
  await tryAddressAgain(ida);
  expect(await findEmailRefusal(ida)).toBeNull();
  await reply();
  expect(await findEmailRefusal(ida)).toMatchObject({ email });

  await db.user.update({ where: { id: ida.id }, data: { email: `new-${email}` } });
  expect(await findEmailRefusal(ida)).toBeNull();
  await reply();
  expect(sentTo(`new-${email}`)).toBe(1);
});

test.each(['550 5.7.1 Relaying denied', '552 5.2.2 Mailbox full', '554 Rejected as spam'])(
  '“%s” is not about the address: the e-mail is not sent, and the next one is',
  async (answer) => {
    const { ida, email, reply } = await conversation(answer);
    await reply();
    expect(await findEmailRefusal(ida)).toBeNull();
    expect(await db.outbox.count({ where: { doneAt: null } })).toBe(0);
    replies.clear();
    await reply();
    expect(sentTo(email)).toBe(1);
  },
);

test('what is refused for now is tried again later', async () => {
  const { ida, email, reply } = await conversation('450 4.2.0 Greylisted');
  await reply();
  expect(await findEmailRefusal(ida)).toBeNull();
  expect(await db.outbox.count({ where: { doneAt: null, attempts: 1 } })).toBe(1);
  replies.clear();
  await db.outbox.updateMany({ where: { doneAt: null }, data: { availableAt: new Date(0) } });
  await runQueue();
  expect(sentTo(email)).toBe(1);
});

test('a digest that is refused stops them, too', async () => {
  const { ida, reply } = await conversation(noSuchUser);
  await saveChoices(ida, { replies: 'daily' });
  await reply();
  await transaction((tx) => enqueue({ event: DIGESTS, payload: { day: '2026-11-28' }, priority: 'bulk' }, tx));
  await runQueue();
  expect(await findEmailRefusal(ida)).toMatchObject({ reply: noSuchUser });
});

test('those who manage users see it, and it is in the file with a person’s own data', async () => {
  const { ida, email, reply } = await conversation(noSuchUser);
  await reply();
  const admin = await actorWith('admin');
  const expected = { email, reply: noSuchUser, refusedAt: expect.any(Date) as Date };
  expect(await findUser(admin, ida.id)).toMatchObject({ emailRefusal: expected });
  const { users } = await findUserPage(admin, { search: '', role: 'reader', after: '' });
  expect(users.find(({ id }) => id === ida.id)).toMatchObject({ emailRefusal: expected });
  await expect(findUser(ida, ida.id)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await exportOwnData(ida)).toMatchObject({ notifications: { emailRefusal: { email, reply: noSuchUser } } });
});
