import { expect, test } from 'vitest';
import { listLatestComments } from '@/lib/comments/latest-queries';
import { dismissOnboarding } from '@/lib/dashboard/dismissing';
import { readOnboarding } from '@/lib/dashboard/onboarding-queries';
import { readDashboardNotices } from '@/lib/dashboard/queries';
import { readWriting } from '@/lib/dashboard/writing-queries';
import type { Actor } from '@/lib/auth/actor';
import { HIDDEN_TITLE } from '@/lib/comments/hidden-title';
import { db } from '@/lib/database/db';
import { onStatement } from '@/lib/database/query-events';
import { storeSettings } from '@/lib/settings/queries';

import { newId } from '@/lib/platform/ids';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { codeDraft, fillSlot } from '../factories/slots';
import { actorWith } from '../factories/users';

const tomorrow = () => new Date(Date.now() + 24 * 60 * 60 * 1000);

async function postBy(userId: string, overrides: Parameters<typeof createPost>[0]) {
  const post = await createPost(overrides);
  await db.postAuthor.create({ data: { postId: post.id, userId, position: 0 } });
  return post;
}

test('an author is reminded of their own drafts and scheduled posts, an editor of all', async () => {
  const ida = await actorWith('author');
  const jon = await actorWith('author');
  const draft = await postBy(ida.id, { title: 'Ropes', status: 'draft', publishAt: null });
  const next = await postBy(ida.id, { title: 'Fog', publishAt: tomorrow() });
  await postBy(jon.id, { title: 'Tar', status: 'draft', publishAt: null });

  const own = await readWriting(ida);
  expect(own?.drafts).toMatchObject({ count: 1, latest: [{ id: draft.id, title: 'Ropes' }] });
  expect(own?.scheduled).toMatchObject([{ id: next.id, title: 'Fog' }]);
  const all = await readWriting(await actorWith('editor'));
  expect(all?.drafts.count).toBe(2);
  expect(all?.scheduled).toMatchObject([{ id: next.id }]);
  expect((await readWriting(jon))?.scheduled).toEqual([]);
  expect(await readWriting(await actorWith('ads'))).toBeNull();
});

test('an ad manager sees nothing of posts, comments, mail or imports', async () => {
  const ida = await actorWith('author');
  await postBy(ida.id, { publishAt: tomorrow() });
  await db.outbox.create({
    data: {
      id: newId(),
      event: 'mail',
      dedupeKey: newId(),
      payload: '{}',
      attempts: 5,
      availableAt: new Date(),
      lastError: 'no such host',
      createdAt: new Date(),
    },
  });
  const notices = await readDashboardNotices(await actorWith('ads'));
  expect(notices).toMatchObject({
    pendingComments: 0,
    undelivered: { count: 0 },
    unfinishedImport: null,
    lacksMailServer: false,
  });
  expect((await readDashboardNotices(await actorWith('owner'))).undelivered).toEqual({
    count: 1,
    lastError: 'no such host',
  });
});

const stepsOf = async (actor: Actor) =>
  Object.fromEntries((await readOnboarding(actor)).map(({ name, isDone }) => [name, isDone]));

test('the first steps are those of the role, each ticked once it is done, and gone when all are', async () => {
  await db.user.updateMany({ data: { role: 'reader' } });
  const owner = await actorWith('owner');
  const open = { write: false, looks: false, menu: false, team: false, slot: false };
  expect(await stepsOf(owner)).toEqual(open);
  expect(await stepsOf(await actorWith('reader'))).toEqual({});

  const ida = await actorWith('author');
  expect(await stepsOf(ida)).toEqual({ write: false });
  const post = await postBy(ida.id, {});
  expect(await stepsOf(ida)).toEqual({});
  expect(await stepsOf(owner)).toEqual({ ...open, team: true });
  await db.postRevision.create({
    data: {
      id: newId(),
      postId: post.id,
      authorId: ida.id,
      kind: 'save',
      title: post.title,
      subtitle: '',
      excerpt: '',
      bodyHtml: '',
      hash: 'x',
      createdAt: new Date(),
    },
  });
  await storeSettings({ accentColour: '#8a2b1e' });
  await db.siteMenu.create({ data: { place: 'header', version: 1, entries: '[]' } });
  expect(await stepsOf(owner)).toEqual({ ...open, write: true, looks: true, team: true });
  await db.siteMenu.update({ where: { place: 'header' }, data: { entries: '[{"id":"x"}]' } });
  await fillSlot('post-end', codeDraft('<p>Ropes</p>'));
  expect(await stepsOf(owner)).toEqual({});
});

test('somebody hides the first steps from their own dashboard alone, and shows them again', async () => {
  const [owner, admin] = [await actorWith('owner'), await actorWith('admin')];
  await db.siteMenu.deleteMany();
  await dismissOnboarding(owner, { on: true });
  expect(await stepsOf(owner)).toEqual({});
  expect(Object.keys(await stepsOf(admin))).toContain('menu');
  await dismissOnboarding(owner, { on: false });
  expect(Object.keys(await stepsOf(owner))).toContain('menu');
  await expect(dismissOnboarding(await actorWith('reader'), { on: true })).rejects.toMatchObject({ code: 'forbidden' });
});

test('the latest comments are those that readers see or that await approval, for who moderates', async () => {
  const post = await createPost({ title: 'Tides' });
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
  const first = await createComment(post.id, { createdAt: at(1), status: 'approved' });
  const second = await createComment(post.id, { createdAt: at(2), status: 'pending' });
  await createComment(post.id, { createdAt: at(3), status: 'spam' });
  const latest = await listLatestComments(await actorWith('moderator'), { take: 5 });
  expect(latest.map(({ id, post }) => [id, post.title])).toEqual([
    [second.id, 'Tides'],
    [first.id, 'Tides'],
  ]);
  expect(await listLatestComments(await actorWith('moderator'), { take: 1 })).toHaveLength(1);
  expect(await listLatestComments(await actorWith('author'), { take: 5 })).toEqual([]);

  await db.post.update({ where: { id: post.id }, data: { status: 'draft' } });
  const [hidden] = await listLatestComments(await actorWith('moderator'), { take: 1 });
  expect(hidden?.post.title).toBe(HIDDEN_TITLE);
  const [shown] = await listLatestComments(await actorWith('editor'), { take: 1 });
  expect(shown?.post.title).toBe('Tides');
});

test('an import that stopped half-way is remembered; what was refused or only a preview is not', async () => {
  const owner = await actorWith('owner');
  let minute = 0;
  const batch = (fields: { status: string; report: object; fileHash?: string }) =>
    db.importBatch.create({
      data: {
        id: newId(),
        source: 'wordpress',
        fileName: 'export.xml',
        createdAt: new Date(Date.UTC(2026, 0, 1, 0, minute++)),
        ...fields,
        report: JSON.stringify(fields.report),
      },
    });
  const found = async () => (await readDashboardNotices(owner)).unfinishedImport?.id ?? null;

  await batch({ status: 'failed', report: { failure: 'There is no export in ghost.json. Nothing was imported.' } });
  expect(await found()).toBeNull();
  await batch({ status: 'running', report: { running: { at: new Date(0).toISOString() }, dryRun: true } });
  expect(await found()).toBeNull();

  const stopped = await batch({ status: 'failed', report: { failure: 'It stopped.' }, fileHash: 'abc' });
  await db.importBatch.deleteMany({ where: { status: 'running' } });
  expect(await found()).toBe(stopped.id);
  await batch({ status: 'done', report: {}, fileHash: 'def' });
  expect(await found()).toBeNull();
});

test('the dashboard of an owner asks little of the database, however much there is', async () => {
  const owner = await actorWith('owner');
  const post = await createPost();
  for (let at = 0; at < 8; at += 1) await createComment(post.id, { status: at % 2 ? 'pending' : 'approved' });
  let count = 0;
  const stop = onStatement(() => (count += 1));
  await Promise.all([
    readDashboardNotices(owner),
    readOnboarding(owner),
    readWriting(owner),
    listLatestComments(owner, { take: 5 }),
  ]);
  stop();
  expect(count).toBeLessThanOrEqual(48);
});
