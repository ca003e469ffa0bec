import { expect, test } from 'vitest';
import { readDb } from '@/lib/database/db';
import { CommentList } from '@/lib/import/reading/comment-list';
import type { CommentDraft } from '@/lib/import/drafts';
import { importWordPress } from '../../factories/imports';
import { Scratch } from '@/lib/import/reading/scratch';
import { undoImport } from '@/lib/import/running/undoing';
import { wxr, wxrComment, wxrFile, wxrItem } from '../../factories/wxr';

test('a list holds some comments in memory and reads the others back unchanged', () => {
  const scratch = new Scratch();
  const spare = scratch.lists<CommentDraft>();
  const list = new CommentList(spare, 'one');
  const draft = (at: number): CommentDraft => ({
    sourceId: String(at),
    parentSourceId: at % 2 ? String(at - 1) : null,
    type: 'comment',
    status: 'approved',
    authorName: `Reader ${at}`,
    authorUrl: '',
    authorKey: null,
    commenter: '',
    html: `${at} ${'long '.repeat(20_000)}`,
    createdAt: at % 3 ? new Date(at * 1_000) : null,
  });
  for (let at = 0; at < 12; at += 1) list.add(draft(at));
  for (const at of [3, 11]) list.add(draft(at));

  expect(list.size).toBe(500_000);
  expect(list.load(list.heads.toReversed())).toEqual(Array.from({ length: 12 }, (_, at) => draft(11 - at)));
  expect(list.copies).toEqual({ count: 2, ids: ['3', '11'] });
  for (const at of [3, 11, 11]) list.add({ ...draft(at), html: 'Other words' });
  expect(list.length).toBe(14);
  expect([...list.renamed.values()]).toEqual(['3', '11']);
  expect(list.copies.count).toBe(3);
  expect(spare.of('one').length).toBeGreaterThan(5);
  list.clear();
  expect(spare.of('one')).toEqual([]);
  scratch.close();
});

test('a map on disk is read in the order in which its keys came, and while it is written', () => {
  const scratch = new Scratch();
  const map = scratch.map<{ at: number }>();
  for (let at = 0; at < 1_200; at += 1) map.set(`key ${at}`, { at });
  for (const [key, { at }] of map) map.set(key, { at: at + 1 });

  expect([...map.values()].map(({ at }) => at)).toEqual(Array.from({ length: 1_200 }, (_, at) => at + 1));
  expect([map.size, map.has('key 7'), map.get('key 8'), map.get('nothing')]).toEqual([
    1_200,
    true,
    { at: 9 },
    undefined,
  ]);
  scratch.close();
});

test('long comments of one post come in whole', async () => {
  const words = 'Words of a reader. '.repeat(1_200);
  const comments = Array.from({ length: 30 }, (_, at) => wxrComment(String(8_000 + at), { content: `${at} ${words}` }));
  const file = wxrFile(wxr(wxrItem({ id: '401', name: 'wordy', comments: comments.join('') })));
  const report = await importWordPress('operator', { files: [file], oldUrl: null, dryRun: false });

  expect(report.created).toMatchObject({ posts: 1, comments: 30 });
  const post = await readDb.post.findUniqueOrThrow({ where: { slug: 'wordy' }, include: { comments: true } });
  expect(post.commentCount).toBe(30);
  expect(post.comments.map(({ body }) => Number.parseInt(body, 10)).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 30 }, (_, at) => at),
  );
  expect(new Set(post.comments.map(({ body }) => body.replace(/^\d+ /, '')))).toEqual(new Set([words]));
  await undoImport('operator', report.batch!);
});
