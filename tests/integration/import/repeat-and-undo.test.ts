import { expect, test } from 'vitest';
import { readDb, db } from '@/lib/database/db';
import { findRedirect, importWordPress } from '../../factories/imports';
import { findImport } from '@/lib/import/queries';
import { forgetUndo } from '@/lib/import/running/forgetting-undo';
import { undoImport } from '@/lib/import/running/undoing';
import { storeSettings } from '@/lib/settings/queries';
import { tableHashes } from '../../factories/table-hashes';
import { actorWith, createUser } from '../../factories/users';
import { wxr, wxrComment, wxrFile, wxrItem } from '../../factories/wxr';

const run = (file: string, more: { dryRun?: boolean } = {}) =>
  importWordPress('operator', { files: [file], oldUrl: null, dryRun: more.dryRun ?? false });

const postOf = (slug: string) => readDb.post.findUniqueOrThrow({ where: { slug } });

async function importOf(...items: string[]) {
  const report = await run(wxrFile(wxr(...items)));
  return { report, undo: () => undoImport('operator', report.batch!) };
}

test('a second run changes nothing; a changed item is updated; undo goes back step by step', async () => {
  const before = await tableHashes();
  const item = (content: string) => wxrItem({ id: '101', name: 'twice-over', content, comments: wxrComment('1011') });
  const others = [
    wxrItem({ id: '102', type: 'page', name: 'p-102', parent: '103' }),
    wxrItem({ id: '103', type: 'page', name: 'p-103' }),
  ];
  const first = await run(wxrFile(wxr(item('Old text'), ...others)));
  const afterFirst = await tableHashes();
  const second = await run(wxrFile(wxr(item('Old text'), ...others)));

  expect(await tableHashes()).toEqual(afterFirst);
  expect(second.created).toEqual({
    posts: 0,
    pages: 0,
    comments: 0,
    mentions: 0,
    authors: 0,
    tags: 0,
    media: 0,
    files: 0,
  });
  expect(second.skipped).toMatchObject({ posts: 1, pages: 2, comments: 1, authors: 1, tags: 3 });
  expect(second.redirects).toBe(0);

  const third = await run(wxrFile(wxr(item('New text'), ...others)));
  expect(third.updated).toMatchObject({ posts: 1, pages: 0 });
  expect((await postOf('twice-over')).bodyHtml).toBe('<p>New text</p>');
  await expect(undoImport('operator', first.batch!)).rejects.toThrow('undo that one first');

  expect(await undoImport('operator', third.batch!)).toMatchObject({ restored: 1, kept: [] });
  expect(await tableHashes()).toEqual(afterFirst);
  await undoImport('operator', first.batch!);
  expect(await tableHashes()).toEqual(before);
  await expect(undoImport('operator', first.batch!)).rejects.toThrow('undone already');
});

test('an import is undone on its thirtieth day, and refused on the day after with nothing changed', async () => {
  const { report } = await importOf(wxrItem({ id: '108', name: 'for-a-month', comments: wxrComment('1081') }));
  const id = report.batch!;
  await db.importBatch.update({ where: { id }, data: { finishedAt: new Date('2026-11-30T20:00:00Z') } });
  await storeSettings({ timeZone: 'Asia/Tokyo' });
  const owner = await actorWith('owner');
  const imported = await tableHashes();

  for (const actor of ['operator', owner] as const)
    await expect(undoImport(actor, id, new Date('2026-12-31T15:00:00Z'))).rejects.toThrow(
      'An import can be undone for 30 days, and these are over: nothing was changed.',
    );
  expect(await tableHashes()).toEqual(imported);
  expect((await findImport(id))?.undo?.until).toEqual(new Date('2026-12-30T20:00:00Z'));

  const undone = await undoImport('operator', id, new Date('2026-12-31T14:59:59Z'));
  expect(undone).toMatchObject({ removed: { posts: 1, comments: 1 }, kept: [] });
  expect((await findImport(id))?.undo).toBeNull();
  await storeSettings({ timeZone: 'UTC' });
  await db.user.deleteMany();
});

test('the states that undo needs are deleted after its days, and it stays refused with nothing changed', async () => {
  const item = (content: string) => wxrItem({ id: '120', name: 'forgotten', content, comments: wxrComment('1201') });
  const { report: first } = await importOf(item('One'));
  const second = (await importOf(item('Two'))).report;
  const third = (await importOf(item('Three'))).report;
  const states = async () =>
    (await readDb.importItem.findMany({ where: { sourceId: '120', kind: 'post' } })).map(({ before }) => before);
  const end = new Date('2026-11-30T20:00:00Z');
  const [late, within] = [new Date('2027-01-01T12:00:00Z'), new Date('2026-12-30T12:00:00Z')];
  await db.importBatch.updateMany({ where: { id: { in: [first.batch!, second.batch!] } }, data: { finishedAt: end } });
  await db.importBatch.update({ where: { id: third.batch! }, data: { finishedAt: late } });

  await forgetUndo(within);
  expect((await findImport(second.batch!))?.undo?.until).toEqual(new Date('2026-12-30T20:00:00Z'));
  expect((await states())[0]).toContain('Two');
  await forgetUndo(late);
  expect((await states())[0]).toContain('Two');
  const stored = await tableHashes();
  for (const id of [first.batch!, second.batch!])
    await expect(undoImport('operator', id, within)).rejects.toThrow('these are over: nothing was changed.');
  expect(await tableHashes()).toEqual(stored);

  expect(await undoImport('operator', third.batch!, late)).toMatchObject({ restored: 1 });
  expect((await postOf('forgotten')).bodyHtml).toBe('<p>Two</p>');
  expect(await states()).toEqual(['']);
  const summary = await findImport(second.batch!);
  expect(summary?.undo).toMatchObject({ isOver: true });
  expect(summary?.state).toMatchObject({ status: 'done', report: { updated: { posts: 1 } } });

  await db.importBatch.update({ where: { id: second.batch! }, data: { undoForgottenAt: null } });
  await db.importItem.updateMany({ where: { batchId: second.batch!, kind: 'post' }, data: { before: '{"row":1}' } });
  await forgetUndo(late);
  expect(await states()).toEqual(['']);
  expect(await readDb.importItem.count({ where: { batchId: first.batch!, kind: 'comment' } })).toBe(1);
  await db.importItem.deleteMany();
  await db.post.deleteMany();
  await db.importBatch.deleteMany();
  await db.user.deleteMany();
  await db.tag.deleteMany();
});

test('undo keeps what was edited or answered since, and says so', async () => {
  const { report } = await importOf(
    wxrItem({ id: '111', name: 'edited', title: 'Edited' }),
    wxrItem({ id: '112', name: 'answered', title: 'Answered', comments: wxrComment('1121') }),
    wxrItem({ id: '113', name: 'untouched' }),
  );
  const edited = await postOf('edited');
  await db.post.update({ where: { id: edited.id }, data: { title: 'Edited here', version: 2 } });
  const answered = await postOf('answered');
  const reader1 = await createUser();
  await db.comment.create({
    data: {
      id: 'c-1',
      rootId: 'c-1',
      postId: answered.id,
      depth: 0,
      path: '00002',
      status: 'approved',
      authorId: reader1.id,
      body: 'Hello',
      bodyHtml: '<p>Hello</p>',
      createdAt: new Date(),
    },
  });

  const undone = await undoImport('operator', report.batch!);

  expect(undone.kept.map(({ where }) => where).sort()).toEqual(['“Answered”', '“Edited here”']);
  expect(undone.removed.posts).toBe(1);
  expect(await readDb.comment.count({ where: { postId: answered.id } })).toBe(2);
  expect((await findRedirect('/?p=112')).move?.to).toBe('/answered');
  expect((await findRedirect('/?p=113')).move).toBeNull();
  await db.post.deleteMany({ where: { importBatchId: report.batch } });
  await db.redirect.deleteMany();
  await db.importItem.deleteMany();
  await db.tag.deleteMany();
  await db.user.deleteMany();
});

test('each imported post begins its history with a revision, and an update adds one', async () => {
  const item = (content: string) => wxrItem({ id: '105', name: 'with-history', title: 'History', content });
  const first = await run(wxrFile(wxr(item('Old text'))));
  const post = await postOf('with-history');
  const history = () => readDb.postRevision.findMany({ where: { postId: post.id }, orderBy: { id: 'asc' } });

  expect(await history()).toMatchObject([
    { kind: 'import', title: 'History', bodyHtml: '<p>Old text</p>', authorId: null },
  ]);
  const second = await run(wxrFile(wxr(item('New text'))));
  expect((await history()).map(({ bodyHtml }) => bodyHtml)).toEqual(['<p>Old text</p>', '<p>New text</p>']);
  await undoImport('operator', second.batch!);
  expect((await history()).map(({ bodyHtml }) => bodyHtml)).toEqual(['<p>Old text</p>']);
  await undoImport('operator', first.batch!);
});

test('an updated post that was edited here since is kept by undo, and not counted as restored', async () => {
  const item = (content: string) => wxrItem({ id: '121', name: 'changed-twice', title: 'Changed twice', content });
  const before = await tableHashes();
  const first = await run(wxrFile(wxr(item('Old text'))));
  const second = await run(wxrFile(wxr(item('New text'))));
  const { id } = await postOf('changed-twice');
  await db.post.update({ where: { id }, data: { title: 'Edited here', version: { increment: 1 } } });

  const undone = await undoImport('operator', second.batch!);

  expect(undone).toMatchObject({ restored: 0, kept: [{ where: '“Changed twice”' }] });
  expect((await postOf('changed-twice')).title).toBe('Edited here');
  await db.post.update({ where: { id }, data: { version: 1 } });
  await undoImport('operator', first.batch!);
  expect(await tableHashes()).toEqual(before);
});

test('a comment that changed there is updated, one that was edited here stays, and undo restores both', async () => {
  const comments = (text: string, approved: string) =>
    wxrComment('1061', { content: text, approved }) +
    wxrComment('1062', { content: `${text}, judged` }) +
    wxrComment('1063', { content: 'Steady', parent: '1061' });
  const item = (text: string, approved: string) =>
    wxrItem({ id: '106', name: 'followed', comments: comments(text, approved) });
  const before = await tableHashes();
  const first = await run(wxrFile(wxr(item('Old', '0'))));
  const post = await postOf('followed');
  const judged = await readDb.comment.findFirstOrThrow({ where: { body: 'Old, judged' } });
  await db.comment.update({ where: { id: judged.id }, data: { moderatedAt: new Date() } });
  const afterFirst = await tableHashes();

  const second = await run(wxrFile(wxr(item('New', '1'))));

  expect(second.updated).toMatchObject({ comments: 1, posts: 0 });
  expect(second.skipped).toMatchObject({ comments: 2 });
  expect(second.notes).toEqual([
    { where: expect.stringContaining('comment 1062'), why: expect.stringContaining('the version here was kept') },
  ]);
  const texts = async () =>
    (await readDb.comment.findMany({ where: { postId: post.id }, orderBy: { path: 'asc' } })).map((one) => one.body);
  expect(await texts()).toEqual(['New', 'Steady', 'Old, judged']);
  const countOf = async () => (await postOf('followed')).commentCount;
  expect(await countOf()).toBe(3);
  expect((await run(wxrFile(wxr(item('New', '1'))))).updated.comments).toBe(0);

  expect(await undoImport('operator', second.batch!)).toMatchObject({ restored: 1, kept: [] });
  expect(await texts()).toEqual(['Old', 'Steady', 'Old, judged']);
  expect(await countOf()).toBe(2);
  expect(await tableHashes()).toEqual(afterFirst);
  await undoImport('operator', first.batch!);
  expect(await tableHashes()).toEqual(before);
});

test('a dry run reports the same and writes nothing', async () => {
  const before = await tableHashes();
  const file = wxrFile(
    wxr(wxrItem({ id: '121', name: 'dry', comments: wxrComment('1211') }), wxrItem({ id: '122', name: 'dry' })),
  );
  const dry = await run(file, { dryRun: true });

  expect(await tableHashes()).toEqual(before);
  expect(await readDb.importBatch.count({ where: { id: dry.batch ?? '' } })).toBe(0);
  const { batch, ...wet } = await run(file);
  const { samples, ...told } = dry;
  expect(samples).toHaveLength(2);
  expect({ ...wet, dryRun: true, batch: null }).toEqual(told);
  await undoImport('operator', batch!);
  expect(await tableHashes()).toEqual(before);
});

test('only those who may import can import or undo', async () => {
  const file = wxrFile(wxr(wxrItem()));
  const input = { files: [file], oldUrl: null, dryRun: true };
  for (const role of ['reader', 'author', 'editor', 'moderator', 'ads'] as const) {
    const actor = await actorWith(role);
    await expect(importWordPress(actor, input)).rejects.toThrow('Your role does not allow this.');
    await expect(undoImport(actor, 'any')).rejects.toThrow('Your role does not allow this.');
  }
  expect((await importWordPress(await actorWith('admin'), input)).created.posts).toBe(1);
  await db.user.deleteMany();
});

test('matches an author to the account with the same e-mail', async () => {
  const owner = await createUser({ email: 'keeper@old-harbour.example', name: 'The owner' });
  const { report, undo } = await importOf(wxrItem({ id: '131', name: 'by-owner' }));

  const post = await readDb.post.findUniqueOrThrow({ where: { slug: 'by-owner' }, include: { authors: true } });
  expect(post.authors.map(({ userId }) => userId)).toEqual([owner.id]);
  expect(report.created.authors).toBe(0);
  await undo();
  expect(await readDb.user.count({ where: { id: owner.id } })).toBe(1);
});

// With a real export at hand (theme test data of 2015 to 2023), everything in it is counted.
const realExports = [process.env.MASTHEAD_WXR].filter((path) => path !== undefined);
test.each(realExports)(
  'imports the real export %s completely, twice, and undoes it',
  async (realExport) => {
    const before = await tableHashes();
    const report = await run(realExport);
    expect(report.created).toMatchObject({ posts: 58, pages: 21, comments: 29, mentions: 4, authors: 2 });
    expect(report.hidden).toEqual({ drafts: 1, scheduled: 1, private: 1, trashed: 0, comments: 3 });
    expect(report.failed).toEqual([]);
    expect(await readDb.comment.count({ where: { status: 'pending' } })).toBe(3);
    expect((await readDb.comment.aggregate({ _max: { depth: true } }))._max.depth).toBe(9);
    expect(await readDb.post.count({ where: { pinnedAt: { not: null } } })).toBe(1);
    expect(await readDb.post.count({ where: { type: 'page', parent: { parent: { parentId: null } } } })).toBe(4);
    const after = await tableHashes();
    const second = await run(realExport);
    expect(second.created).toMatchObject({ posts: 0, pages: 0, comments: 0, mentions: 0, authors: 0, tags: 0 });
    expect(second.redirects).toBe(0);
    expect(await tableHashes()).toEqual(after);
    await undoImport('operator', report.batch!);
    expect(await tableHashes()).toEqual(before);
  },
  120_000,
);
