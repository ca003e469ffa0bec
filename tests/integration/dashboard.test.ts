import { expect, test } from 'vitest';
import { readDashboardNotices, readOnboarding } from '@/lib/dashboard/queries';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { createPost } from '../factories/posts';
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

  const notices = await readDashboardNotices(ida);
  expect(notices.drafts.count).toBe(1);
  expect(notices.drafts.latest).toMatchObject([{ id: draft.id, title: 'Ropes' }]);
  expect(notices.scheduled?.id).toBe(next.id);
  expect((await readDashboardNotices(await actorWith('editor'))).drafts.count).toBe(2);
  expect((await readDashboardNotices(await actorWith('editor'))).scheduled?.id).toBe(next.id);
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
    scheduled: null,
    undelivered: { count: 0 },
    unfinishedImport: null,
    lacksMailServer: false,
  });
  expect((await readDashboardNotices(await actorWith('owner'))).undelivered).toEqual({
    count: 1,
    lastError: 'no such host',
  });
});

test('the onboarding checklist disappears once something was written', async () => {
  expect(await readOnboarding()).toEqual({ hasWritten: false, hasImported: false, hasFilledSlot: false });
  const ida = await actorWith('author');
  const post = await postBy(ida.id, {});
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
  expect((await readOnboarding()).hasWritten).toBe(true);
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
