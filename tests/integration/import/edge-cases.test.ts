import { expect, test } from 'vitest';
import { readDb, transaction, db } from '@/lib/database/db';
import { importWordPress } from '../../factories/imports';
import { recountThread } from '@/lib/import/pipeline/recounting';
import { undoImport } from '@/lib/import/running/undoing';
import { tableHashes } from '../../factories/table-hashes';
import { wxr, wxrComment, wxrFile, wxrItem } from '../../factories/wxr';

const run = (file: string) => importWordPress('operator', { files: [file], oldUrl: null, dryRun: false });

const postOf = (slug: string) => readDb.post.findUniqueOrThrow({ where: { slug } });

/** Every count of a conversation as it stands, and as its comments say. */
async function countsOf(postId: string) {
  const read = async () => ({
    post: await readDb.post.findUnique({ where: { id: postId }, select: { commentSeq: true, commentCount: true } }),
    comments: await readDb.comment.findMany({
      where: { postId },
      orderBy: { path: 'asc' },
      select: { path: true, parentId: true, childSeq: true, replyCount: true, descendantCount: true },
    }),
  });
  const standing = await read();
  await transaction((tx) => recountThread(tx, postId));
  return { standing, true: await read() };
}

test.each([
  ['none before, one new', 0, 1],
  ['none before, 600 new', 0, 600],
  ['600 before, 700 new that answer them and each other', 600, 1_300],
])('an export of tomorrow brings its new comments, counted once: %s', async (_, today, tomorrow) => {
  const threadOf = (count: number) =>
    Array.from({ length: count }, (__, at) =>
      wxrComment(String(5_000 + at), { parent: at % 3 === 0 ? '0' : String(5_000 + Math.floor(at / 2)) }),
    ).join('');
  const item = (count: number) => wxrItem({ id: '301', name: 'growing', comments: threadOf(count) });
  const before = await tableHashes();
  const first = await run(wxrFile(wxr(item(today))));
  const post = await postOf('growing');

  const second = await run(wxrFile(wxr(item(tomorrow))));

  expect(second.created.comments).toBe(tomorrow - today);
  expect(second.skipped.comments).toBe(today);
  expect(await readDb.comment.count({ where: { postId: post.id, importBatchId: second.batch } })).toBe(
    tomorrow - today,
  );
  const counts = await countsOf(post.id);
  expect(counts.standing).toEqual(counts.true);
  expect(counts.standing.post?.commentCount).toBe(tomorrow);
  const after = await tableHashes();
  expect((await run(wxrFile(wxr(item(tomorrow))))).created.comments).toBe(0);
  expect(await tableHashes()).toEqual(after);
  await undoImport('operator', second.batch!);
  expect((await postOf('growing')).commentCount).toBe(today);
  await undoImport('operator', first.batch!);
  expect(await tableHashes()).toEqual(before);
});

test('a very deep conversation keeps its texts and counts, in one import and in two', async () => {
  const chain = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      wxrComment(String(6_000 + at), { parent: at === 0 ? '0' : String(5_999 + at) }),
    ).join('');
  const item = (count: number) => wxrItem({ id: '302', name: 'deep', comments: chain(count) });
  const first = await run(wxrFile(wxr(item(40))));
  const second = await run(wxrFile(wxr(item(80))));
  const post = await postOf('deep');

  const counts = await countsOf(post.id);
  expect(counts.standing).toEqual(counts.true);
  expect(counts.standing.post?.commentCount).toBe(80);
  expect(counts.standing.comments.filter(({ parentId }) => parentId === null)).toHaveLength(1);
  await undoImport('operator', second.batch!);
  await undoImport('operator', first.batch!);
});

test('a comment finds the one it answers in an earlier import, and two posts may use one id', async () => {
  const first = await run(wxrFile(wxr(wxrItem({ id: '303', name: 'parted', comments: wxrComment('7001') }))));
  const answer = wxrComment('7002', { parent: '7001' });
  const text = wxr(
    wxrItem({ id: '303', name: 'parted', comments: answer }),
    wxrItem({ id: '304', name: 'same-ids', comments: wxrComment('7001') + answer }),
    wxrItem({ id: '305', name: 'same-ids-too', comments: answer }),
  );
  const second = await run(wxrFile(text));

  expect(second.created.comments).toBe(4);
  const parent = await readDb.comment.findFirstOrThrow({ where: { body: 'Comment 7001.', post: { slug: 'parted' } } });
  expect(parent).toMatchObject({ replyCount: 1, descendantCount: 1 });
  const rows = await tableHashes();
  expect((await run(wxrFile(text))).skipped.comments).toBe(4);
  expect(await tableHashes()).toEqual(rows);
  await undoImport('operator', second.batch!);
  await undoImport('operator', first.batch!);
});

test('a permanently deleted post is imported again with its comments', async () => {
  const text = wxr(wxrItem({ id: '306', name: 'returning', comments: wxrComment('7101') }));
  await run(wxrFile(text));
  await db.post.delete({ where: { slug: 'returning' } });

  const report = await run(wxrFile(text));

  expect(report.created).toMatchObject({ posts: 1, comments: 1 });
  expect((await postOf('returning')).commentCount).toBe(1);
  await undoImport('operator', report.batch!);
  await db.importItem.deleteMany();
  await db.user.deleteMany();
  await db.tag.deleteMany();
});

test('items without any date are the same at every run', async () => {
  const undated = { gmt: '0000-00-00 00:00:00', date: '', pubDate: '' };
  const comment = wxrComment('7201', { gmt: '' }).replace(/<wp:comment_date>.*?<\/wp:comment_date>/, '');
  const text = wxr(
    wxrItem({ ...undated, id: '307', name: 'undated', status: 'draft', comments: comment }),
    wxrItem({ ...undated, id: '308', name: 'undated-too' }),
  );
  const first = await run(wxrFile(text));
  const after = await tableHashes();

  const second = await run(wxrFile(text));

  expect(second.updated).toMatchObject({ posts: 0, comments: 0 });
  expect(await tableHashes()).toEqual(after);
  await undoImport('operator', first.batch!);
});

test('what was scheduled when it came stays published once its time has passed', async () => {
  const item = (moment: Date) =>
    wxrFile(wxr(wxrItem({ id: '309', name: 'scheduled', status: 'future', gmt: moment.toISOString().slice(0, 19) })));
  const file = item(new Date(Date.now() + 2_000));
  const first = await run(file);
  expect(await postOf('scheduled')).toMatchObject({ status: 'published' });
  const isOut = async () => (await postOf('scheduled')).publishAt! < new Date();
  await expect.poll(isOut, { timeout: 5_000 }).toBe(true);

  const second = await run(file);

  expect(second.updated.posts).toBe(0);
  expect(await postOf('scheduled')).toMatchObject({ status: 'published' });
  const third = await run(item(new Date(Date.now() - 60_000)));
  expect(await postOf('scheduled')).toMatchObject({ status: 'published' });
  await undoImport('operator', third.batch!);
  await undoImport('operator', first.batch!);
});
