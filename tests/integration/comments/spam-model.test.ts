import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { cacheTags } from '@/lib/caching/cache-tags';
import { editComment } from '@/lib/comments/editing';
import { moderateComments, undoModeration } from '@/lib/comments/moderation';
import { listQueue } from '@/lib/comments/queue';
import { parseQueueFilter } from '@/lib/comments/queue-filter';
import { findSpamModel, readSpamModel } from '@/lib/comments/spam/queries';
import { listWouldHold } from '@/lib/comments/spam/recent';
import { switchSpamModel } from '@/lib/comments/spam/switching';
import { trainSpamModel } from '@/lib/comments/spam/training';
import { db } from '@/lib/database/db';
import { publish } from '@/lib/events/emit';
import { createComment, knownReader, say } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

const OFFER = 'Cheap pills and casino bonus at https://win.example/now https://win.example/more';
const TALK = 'The ferry is late again, and the light on the harbour is lovely';
const HOUR_MS = 60 * 60 * 1000;
const then = Date.now() - 1_000 * HOUR_MS;

let moderator: Actor;
let post: { id: string };

beforeEach(async () => {
  await db.comment.deleteMany();
  await db.spamModel.deleteMany();
  await db.moderationRule.deleteMany();
  await db.outbox.deleteMany();
  await publish({ type: 'spam-model.changed', actorId: null, change: 'trained' });
  moderator = await actorWith('moderator');
  post = await createPost();
});

type Decided = { body: string; status: 'approved' | 'spam'; at: number; moderatedById?: string | null };

async function decide({ body, status, at, moderatedById = moderator.id }: Decided) {
  const comment = await createComment(post.id, { body, status });
  const data = { moderatedById, moderatedAt: new Date(then + at * 60_000) };
  await db.comment.update({ where: { id: comment.id }, data });
  return comment;
}

/** So many decisions about comments, every other one spam. */
async function decideMany(count: number, first = 0) {
  const rows = Array.from({ length: count }, (_, at) => ({
    body: at % 2 === 0 ? `${TALK} ${at}.` : `${OFFER} ${at}`,
    status: at % 2 === 0 ? ('approved' as const) : ('spam' as const),
    at: first + at,
  }));
  const template = await createComment(post.id, { body: OFFER, status: 'spam' });
  const offer = await db.comment.findUniqueOrThrow({ where: { id: template.id } });
  await db.comment.delete({ where: { id: template.id } });
  await db.comment.createMany({
    data: rows.map(({ body, status, at }) => ({
      ...offer,
      id: `decided-${at}`,
      rootId: `decided-${at}`,
      path: at.toString(36).padStart(5, 'x'),
      body,
      bodyHtml: status === 'spam' ? offer.bodyHtml : `<p>${body}</p>`,
      status,
      moderatedById: moderator.id,
      moderatedAt: new Date(then + at * 60_000),
    })),
  });
}

async function trainedAndOn() {
  await decideMany(400);
  expect(await trainSpamModel()).toBe('done');
  await switchSpamModel(moderator, true);
}

async function queued(state: 'pending' | 'spam' = 'pending') {
  const { comments } = await listQueue(moderator, parseQueueFilter({ state, post: post.id }));
  return comments;
}

describe('training', () => {
  test('learns from what moderators decided alone, and measures itself on the latest', async () => {
    await decideMany(400);
    // Decided by rules or reports, by nobody yet, or about a text that is another one now.
    await decide({ body: OFFER, status: 'spam', at: 500, moderatedById: null });
    await createComment(post.id, { body: OFFER });
    const changed = await decide({ body: TALK, status: 'approved', at: 501 });
    await db.comment.update({ where: { id: changed.id }, data: { editedAt: new Date() } });
    const undecided = await decide({ body: TALK, status: 'spam', at: 502, moderatedById: null });
    const { batch } = await moderateComments(moderator, [undecided.id], 'approve');
    await undoModeration(moderator, batch);

    const { result, tags } = await madeStaleBy(trainSpamModel);

    expect([result, tags]).toEqual(['done', [cacheTags.spamModel]]);
    expect(await findSpamModel(moderator)).toEqual({
      decisions: 400,
      spam: 200,
      heldBack: 200,
      wouldHold: 100,
      rightly: 100,
      missed: 0,
      trainedAt: expect.any(Date),
      switchedOnAt: null,
    });
  });

  test('reads all decisions by parts, those of the same moment too', async () => {
    await decideMany(400);
    await db.comment.updateMany({ data: { moderatedAt: new Date(then) } });
    await trainSpamModel();
    expect(await findSpamModel(moderator)).toMatchObject({ decisions: 400 });
  });

  test('waits for fifty decisions', async () => {
    await decideMany(49);
    expect(await trainSpamModel()).toBe('unneeded');
    expect(await findSpamModel(moderator)).toBeNull();
    await decideMany(1, 100);
    expect(await trainSpamModel()).toBe('done');
  });

  test('follows a decision, once for all of an hour, at its end', async () => {
    const first = await createComment(post.id, { status: 'pending' });
    const second = await createComment(post.id, { status: 'pending' });
    await moderateComments(moderator, [first.id], 'approve');
    await moderateComments(moderator, [second.id], 'spam');
    const jobs = await db.outbox.findMany({ where: { event: 'train-spam-model' } });
    expect(new Set(jobs.map(({ availableAt }) => availableAt.getTime() % HOUR_MS))).toEqual(new Set([0]));
    // Two only where the hour changed in between.
    expect(jobs.length).toBe(new Set(jobs.map(({ availableAt }) => availableAt.getTime())).size);
    expect(jobs[0]).toMatchObject({ priority: 'bulk' });
  });
});

describe('in shadow', () => {
  test('it holds nothing, and says what it thinks of what waits anyway', async () => {
    await decideMany(400);
    await trainSpamModel();
    expect((await say(await knownReader(), post.id, { body: `${OFFER} today` })).status).toBe('approved');
    await say(await actorWith('reader'), post.id, { body: `${OFFER} tomorrow` });
    const [waiting] = await queued();
    expect(waiting).toMatchObject({ verdict: '' });
    expect(waiting?.opinion).toMatch(/^Spam model, in shadow: 9\d % likely spam because of .*“casino”/);
    expect(await db.commentVerdict.count()).toBe(0);
  });

  test('it cannot be switched on before its precision is shown, nor before it was trained', async () => {
    await expect(switchSpamModel(moderator, true)).rejects.toMatchObject({ code: 'conflict' });
    await decideMany(100);
    await trainSpamModel();
    await expect(switchSpamModel(moderator, true)).rejects.toThrow(/^The spam model stays in shadow/);
    expect((await findSpamModel(moderator))?.switchedOnAt).toBeNull();
  });

  test('it says which of the newest comments it would hold, and why', async () => {
    await decideMany(400);
    await trainSpamModel();
    const { judged, count, comments } = await listWouldHold(moderator);
    expect([judged, count, comments.length]).toEqual([400, 200, 20]);
    expect(comments[0]).toMatchObject({ status: 'spam', excerpt: expect.stringContaining('Cheap pills') });
    expect(comments[0]?.reasons.length).toBeGreaterThan(0);
    expect(comments[0]?.reasons.length).toBeLessThanOrEqual(5);
  });
});

describe('switched on', () => {
  test('it holds what is most likely spam, with its reasons, and lets the rest through', async () => {
    await trainedAndOn();
    const reader = await knownReader();
    expect((await say(reader, post.id, { body: `${TALK}.` })).status).toBe('approved');
    const held = await say(reader, post.id, { body: OFFER });
    expect(held.status).toBe('pending');
    const [waiting] = await queued();
    expect(waiting).toMatchObject({ id: held.id, opinion: '' });
    expect(waiting?.verdict).toMatch(/^Held by the spam model: .*“casino”/);
  });

  test('it judges edits too', async () => {
    await trainedAndOn();
    const reader = await knownReader();
    const { id } = await say(reader, post.id, { body: `${TALK}.` });
    expect(await editComment(reader, { id, body: OFFER })).toMatchObject({ status: 'pending' });
    expect((await queued())[0]?.verdict).toMatch(/^Held by the spam model/);
  });

  test('it is not asked about staff, and rules decide before it', async () => {
    await trainedAndOn();
    expect((await say(await actorWith('author'), post.id, { body: OFFER })).status).toBe('approved');
    const rule = { kind: 'word', text: 'casino', outcome: 'spam', createdAt: new Date() };
    await db.moderationRule.create({ data: { id: 'casino', ...rule } });
    await publish({ type: 'moderation-rules.changed', actorId: null, change: 'added', ruleIds: ['casino'] });
    await say(await knownReader(), post.id, { body: OFFER });
    const verdicts = (await queued('spam')).map(({ verdict }) => verdict);
    expect(verdicts).toContain('Marked as spam because of the rule word “casino”');
  });

  test('it can be switched off, and holds nothing while its precision is no longer shown', async () => {
    await trainedAndOn();
    const reader = await knownReader();
    await switchSpamModel(moderator, false);
    expect((await say(reader, post.id, { body: `${OFFER} 1` })).status).toBe('approved');
    await switchSpamModel(moderator, true);
    expect((await readSpamModel())?.isActive).toBe(true);
    // Moderators approve what it would have held.
    await db.comment.updateMany({
      where: { status: 'spam', moderatedAt: { gte: new Date(then + 300 * 60_000) } },
      data: { status: 'approved' },
    });
    await trainSpamModel();
    expect((await readSpamModel())?.isActive).toBe(false);
    expect((await findSpamModel(moderator))?.switchedOnAt).not.toBeNull();
    expect((await say(reader, post.id, { body: `${OFFER} 2` })).status).toBe('approved');
  });
});

test('the model is for moderators', async () => {
  const author = await actorWith('author');
  const refusal = { code: 'forbidden' };
  await expect(switchSpamModel(author, false)).rejects.toMatchObject(refusal);
  await expect(findSpamModel(author)).rejects.toMatchObject(refusal);
  await expect(listWouldHold(author)).rejects.toMatchObject(refusal);
});
