import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { editAnyComment, editComment } from '@/lib/comments/editing';
import { moderateComments, undoModeration } from '@/lib/comments/moderation';
import { getThreadPage } from '@/lib/comments/queries';
import { listQueue } from '@/lib/comments/queue';
import { parseQueueFilter } from '@/lib/comments/queue-filter';
import { saveRule } from '@/lib/comments/rules/editing';
import { deleteOldChecks, findServiceFailures, servicesAsked } from '@/lib/comments/services/checks';
import { sendDecision } from '@/lib/comments/services/feedback';
import { submitComment } from '@/lib/comments/submission';
import { ServicesNote } from '@/components/comments/services-note';
import { db } from '@/lib/database/db';
import { SEND_DECISION } from '@/lib/events/subscribers';
import { translatorOf } from '@/lib/i18n/translator';
import { processJobs } from '@/lib/outbox/worker';
import { exportOwnData } from '@/lib/users/own-data';
import { draftFor, knownReader } from '../../factories/comments';
import { isSigned, startJudgingServices } from '../../factories/judging-services';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';

const services = await startJudgingServices(afterAll);
Object.assign(process.env, services.environment);

const client = { address: '203.0.113.7', userAgent: 'Lynx/2.9', referrer: 'https://news.example/pier' };
const DAY_MS = 24 * 60 * 60 * 1000;

let moderator: Actor;
let reader: Actor;
let post: { id: string; slug: string };

beforeEach(async () => {
  services.reset();
  await db.moderationRule.deleteMany();
  await db.commentCheck.deleteMany();
  await db.outbox.deleteMany();
  moderator = await actorWith('moderator');
  reader = await knownReader('Ida Brandt');
  post = await createPost();
});

const send = (body: string, more: { by?: Actor; key?: string; parentId?: string } = {}) =>
  submitComment(more.by ?? reader, {
    ...draftFor(post.id, { body, idempotencyKey: more.key ?? null, parentId: more.parentId ?? null }),
    client,
  });

async function verdicts(state: 'pending' | 'spam') {
  const { comments } = await listQueue(moderator, parseQueueFilter({ state, post: post.id }));
  return comments.map(({ verdict }) => verdict);
}

describe('a comment that services are asked about', () => {
  test('appears at once if all let it through, and each was told its part alone', async () => {
    const { id } = await send('The **pier** is open.');
    expect((await send('Is it?', { parentId: id })).status).toBe('approved');

    const { email } = await db.user.findUniqueOrThrow({ where: { id: reader.id } });
    const [first, second] = services.fieldsOf('comment-check');
    expect(first).toMatchObject({
      api_key: 'key-of-the-site',
      blog: expect.stringMatching(/^http/),
      user_ip: '203.0.113.7',
      user_agent: 'Lynx/2.9',
      referrer: 'https://news.example/pier',
      permalink: expect.stringMatching(new RegExp(`/${post.slug}$`)),
      comment_type: 'comment',
      comment_author: 'Ida Brandt',
      comment_author_email: email,
      comment_content: 'The **pier** is open.',
      comment_date_gmt: expect.stringMatching(/^2\d{3}-.*Z$/),
      comment_post_modified_gmt: expect.stringMatching(/^2\d{3}-.*Z$/),
      user_role: 'reader',
      honeypot_field_name: 'stays-empty',
      'stays-empty': '',
    });
    expect(first).not.toHaveProperty('recheck_reason');
    expect(second).toMatchObject({ comment_type: 'reply' });
    const [told] = services.callsOf('judge');
    expect(isSigned(told!)).toBe(true);
    expect(isSigned({ ...told!, body: told!.body.replace('pier', 'tide') })).toBe(false);
    expect(JSON.parse(told!.body)).toMatchObject({
      type: 'comment.submitted',
      data: { comment: { text: 'The **pier** is open.', isReply: false }, author: { name: 'Ida Brandt' } },
    });
    expect(told!.body).not.toMatch(/203\.0\.113\.7|@/);
  });

  test('is marked as spam by Akismet, and says so in the queue', async () => {
    services.answer('comment-check', { body: 'true' });
    expect((await send('Cheap.')).status).toBe('pending');
    services.answer('comment-check', { body: 'true', headers: { 'x-akismet-pro-tip': 'discard' } });
    await send('Cheaper.');
    expect((await verdicts('spam')).toSorted()).toEqual([
      'Marked as spam: Akismet says that it is spam',
      'Marked as spam: Akismet says that it is spam beyond doubt',
    ]);
    expect((await getThreadPage(post.id, 1))?.comments).toEqual([]);
  });

  test('is held by the webhook with its reason, without characters that turn text around', async () => {
    services.answer('judge', { body: JSON.stringify({ outcome: 'hold', reason: 'too\u202E\nrude' }) });
    expect((await send('Oaf.')).status).toBe('pending');
    services.answer('judge', { body: '{"outcome":"spam"}' });
    await send('Buy.');
    expect(await verdicts('pending')).toEqual(['Held: the moderation webhook says “too rude”']);
    expect(await verdicts('spam')).toEqual(['Marked as spam: the moderation webhook says that it is spam']);
  });

  test('is marked as spam if one service says so and the other fails', async () => {
    services.answer('comment-check', { status: 500 });
    services.answer('judge', { body: '{"outcome":"spam","reason":"links"}' });
    await send('Buy.');
    expect(await verdicts('spam')).toEqual([
      'Marked as spam: Akismet answered with the error 500 and the moderation webhook says “links”',
    ]);
  });
});

describe('a service that gives no answer', () => {
  test.each([
    ['comment-check', 'silence', 'Akismet did not answer'],
    ['comment-check', { status: 500, body: 'true' }, 'Akismet answered with the error 500'],
    ['comment-check', { status: 302, headers: { location: '/judge' } }, 'Akismet answered with the error 302'],
    ['comment-check', { body: '<html>' }, 'Akismet gave an answer that cannot be read'],
    [
      'comment-check',
      { body: 'invalid', headers: { 'x-akismet-debug-help': 'Empty "blog" value' } },
      'Akismet gave no verdict: “Empty "blog" value”',
    ],
    ['judge', 'silence', 'the moderation webhook did not answer'],
    ['judge', { status: 401 }, 'the moderation webhook answered with the error 401'],
    ['judge', { body: '{"outcome":"maybe"}' }, 'the moderation webhook gave an answer that cannot be read'],
    ['judge', { body: 'x'.repeat(20_000) }, 'the moderation webhook did not answer'],
  ] as const)('%s with %j holds: %s', async (call, answer, reason) => {
    services.answer(call, answer);
    const start = performance.now();
    expect((await send('The pier is open.')).status).toBe('pending');
    expect(performance.now() - start).toBeLessThan(6_000);
    expect(await verdicts('pending')).toEqual([`Held: ${reason}`]);
    expect(await findServiceFailures(moderator)).toMatchObject({ count: 1, last: { failure: reason } });
    await expect(findServiceFailures(reader)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('does not keep others from writing meanwhile', async () => {
    services.answer('comment-check', 'silence');
    const slow = send('Slow.');
    await expect.poll(() => services.callsOf('comment-check')).toHaveLength(1);
    expect((await send('Staff are not judged.', { by: moderator })).status).toBe('approved');
    expect((await slow).status).toBe('pending');
    expect((await getThreadPage(post.id, 1))?.comments).toHaveLength(1);
  });

  test('is said of a comment whose sender’s address is not known, and Akismet is not asked', async () => {
    const { status } = await submitComment(reader, draftFor(post.id));
    expect(status).toBe('pending');
    expect(services.callsOf('comment-check')).toEqual([]);
    expect(await verdicts('pending')).toEqual([
      'Held: Akismet was not asked, because the sender’s address is not known',
    ]);
  });

  test('is counted for a day', async () => {
    services.answer('judge', { status: 500 });
    await send('The pier is open.');
    const later = new Date(Date.now() + DAY_MS + 1_000);
    expect(await findServiceFailures(moderator, later)).toEqual({ count: 0, last: null });
  });
});

describe('nothing leaves the site', () => {
  test('of what a rule refuses or holds', async () => {
    const rule = { id: null, kind: 'word', message: '', note: '' } as const;
    await saveRule(moderator, { ...rule, text: 'casino', outcome: 'refuse' });
    await saveRule(moderator, { ...rule, text: 'lottery', outcome: 'hold' });
    await expect(send('The casino.')).rejects.toMatchObject({ code: 'invalid' });
    await send('The lottery.');
    expect(services.asked).toEqual([]);
  });

  test('of what policy refuses, of staff, and of a text that is stored already', async () => {
    const key = 'k'.repeat(32);
    const { id } = await send('Once.', { key });
    services.reset();
    expect((await send('Once.', { key })).id).toBe(id);
    await editComment(reader, { id, body: 'Once.', client });
    await send('By staff.', { by: moderator });
    await db.post.update({ where: { id: post.id }, data: { commentsMode: 'closed' } });
    await expect(send('Too late.')).rejects.toThrow('closed');
    await expect(editComment(await knownReader(), { id, body: 'Not mine.', client })).rejects.toThrow(
      'no longer exists',
    );
    expect(services.asked).toEqual([]);
  });
});

test('a changed comment is asked about again, and held if a service says so', async () => {
  const { id } = await send('The pier is open.');
  services.reset();
  services.answer('comment-check', { body: 'true' });
  expect(await editComment(reader, { id, body: 'Cheap.', client })).toMatchObject({ status: 'spam' });
  expect(services.fieldsOf('comment-check')).toMatchObject([{ recheck_reason: 'edit', comment_content: 'Cheap.' }]);
  expect(JSON.parse(services.callsOf('judge')[0]!.body)).toMatchObject({ type: 'comment.edited' });
  expect((await getThreadPage(post.id, 1))?.comments).toEqual([]);
});

describe('what moderators decide', () => {
  const work = async () => {
    while ((await processJobs({ [SEND_DECISION]: sendDecision }, 'test')) > 0);
  };
  const told = () => services.asked.map(({ call }) => call).filter((call) => call.startsWith('submit-'));

  test('is sent to Akismet with the same fields if it said otherwise, and taken back if it is undone', async () => {
    const { id } = await send('Cheap, but well hidden.');
    const [asked] = services.fieldsOf('comment-check');
    const { batch } = await moderateComments(moderator, [id], 'spam');
    await work();
    expect(services.fieldsOf('submit-spam')).toEqual([asked]);
    await undoModeration(moderator, batch);
    await work();
    expect(told()).toEqual(['submit-spam', 'submit-ham']);
  });

  test('is not sent if Akismet said the same, or the text has changed since', async () => {
    services.answer('comment-check', { body: 'true' });
    const spam = await send('Cheap.');
    services.reset();
    const talk = await send('The pier is open.');
    await editAnyComment(moderator, { id: talk.id, body: 'The pier is shut.' }, new Date(Date.now() + 1_000));
    await moderateComments(moderator, [talk.id], 'spam');
    await db.comment.update({ where: { id: spam.id }, data: { status: 'pending' } });
    await moderateComments(moderator, [spam.id], 'spam');
    await work();
    expect(told()).toEqual([]);
  });

  test('is sent again until Akismet takes it', async () => {
    services.answer('comment-check', { body: 'true' });
    const { id } = await send('The pier is open.');
    await moderateComments(moderator, [id], 'restore');
    services.answer('submit-ham', { status: 503 });
    await work();
    services.reset();
    await db.outbox.updateMany({ data: { availableAt: new Date() } });
    await work();
    expect(told()).toEqual(['submit-ham']);
  });
});

test('what Akismet was sent is in its author’s file, sealed in the database, and gone after a month', async () => {
  const { id } = await send('The pier is open.');
  const stored = await db.commentCheck.findUniqueOrThrow({ where: { commentId: id } });
  expect(JSON.stringify(stored)).not.toMatch(/203\.0\.113|pier/);
  const { comments } = await exportOwnData(reader);
  expect(comments).toContainEqual(
    expect.objectContaining({
      id,
      sentToAkismet: { fields: expect.objectContaining({ user_ip: client.address }), sentAt: expect.any(Date) },
    }),
  );
  await deleteOldChecks(new Date(Date.now() + 29 * DAY_MS));
  expect(await db.commentCheck.count()).toBe(1);
  await deleteOldChecks(new Date(Date.now() + 31 * DAY_MS));
  expect(await db.commentCheck.count()).toBe(0);
});

test('readers are told who gets their comments', () => {
  expect(servicesAsked()).toEqual([
    {
      name: '127.0.0.1',
      isOwn: true,
      gets: 'text, name, e-mail address, website and IP address',
      getsAddresses: true,
    },
    { name: '127.0.0.1', isOwn: true, gets: 'text, name and age of the account', getsAddresses: false },
  ]);
  const note = ServicesNote({ services: servicesAsked(), t: translatorOf('en') });
  expect(note?.props).toMatchObject({
    children:
      'New and changed comments are checked by a service of this site, which receives text, name, e-mail address, website and IP address.',
  });
});
