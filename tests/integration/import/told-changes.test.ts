import { expect, test } from 'vitest';
import { readDb } from '@/lib/database/db';
import { undoImport } from '@/lib/import/running/undoing';
import { fileOf } from '../../factories/archives';
import { importWordPress } from '../../factories/imports';
import { tableHashes } from '../../factories/table-hashes';
import { wxr, wxrComment, wxrFile, wxrItem } from '../../factories/wxr';

const run = (text: string) => importWordPress('operator', { files: [wxrFile(text)], oldUrl: null, dryRun: false });

/** What is said of the comments of a post, by their ids. */
async function importedThread(comments: string[], item: Parameters<typeof wxrItem>[0] = {}) {
  const text = wxr(wxrItem({ id: '801', name: 'told', comments: comments.join('\n'), ...item }));
  const report = await run(text);
  const notes = report.notes.map(
    ({ where, why }) => `${where.replace(/^line \d+, post 801 “Entry 801”,? ?/, '')}: ${why}`,
  );
  const rows = await readDb.comment.findMany({
    where: { post: { slug: 'told' } },
    orderBy: { path: 'asc' },
    select: { body: true, createdAt: true, parent: { select: { body: true } } },
  });
  return { text, report, notes, rows };
}

test('of two comments with one id both come in if they differ, a copy is said to be left out, and nothing comes twice', async () => {
  const { text, report, notes, rows } = await importedThread([
    wxrComment('5', { content: 'First' }),
    wxrComment('5', { content: 'Second' }),
    wxrComment('6', { content: 'Third' }),
    wxrComment('6', { content: 'Third' }),
  ]);
  expect(rows.map(({ body }) => body)).toEqual(['First', 'Second', 'Third']);
  expect(notes).toEqual([
    ': Comments with the same id and the same contents are in the file more than once, and were imported once (1): 6.',
    'comment 5: Another comment has the same id with other contents: both were imported.',
  ]);
  const hashes = await tableHashes();
  expect((await run(text)).skipped).toMatchObject({ posts: 1, comments: 3 });
  expect(await tableHashes()).toEqual(hashes);
  await undoImport('operator', report.batch!);
});

test('a comment that replies to itself and each comment of a loop are named, and stay', async () => {
  const { report, notes, rows } = await importedThread([
    wxrComment('5', { content: 'Self', parent: '5' }),
    wxrComment('6', { content: 'One', parent: '7' }),
    wxrComment('7', { content: 'Two', parent: '6' }),
    wxrComment('8', { content: 'Under it', parent: '7' }),
  ]);
  expect(rows.map(({ body, parent }) => [body, parent?.body])).toEqual([
    ['Self', undefined],
    ['One', undefined],
    ['Two', 'One'],
    ['Under it', 'Two'],
  ]);
  expect(notes).toEqual([
    'comment 5: It is a reply to itself, so it was placed directly under the post.',
    'comment 6: Its replies lead in a loop back to itself, so it was placed directly under the post.',
    'comment 7: It is in a loop of replies: comment 6, which is in it too, was placed directly under the post.',
  ]);
  await undoImport('operator', report.batch!);
});

test('an impossible date of a comment is said; the comment has the date of its post, or the other that it has', async () => {
  const { report, notes, rows } = await importedThread([
    wxrComment('5', { content: 'Neither', gmt: '2020-13-45 00:00:00', date: '2020-13-45 00:00:00' }),
    wxrComment('6', { content: 'By the wall', gmt: '2020-13-45 00:00:00' }),
    wxrComment('7', { content: 'Undated', gmt: '0000-00-00 00:00:00', date: '' }),
  ]);
  const dates = Object.fromEntries(rows.map(({ body, createdAt }) => [body, createdAt.toISOString()]));
  expect(dates).toEqual({
    Neither: '2014-05-06T08:30:00.000Z',
    'By the wall': '2014-05-07T08:00:00.000Z',
    Undated: '2014-05-06T08:30:00.000Z',
  });
  expect(notes.toSorted()).toEqual([
    'comment 5: Its date 2020-13-45 00:00:00 cannot be read; it has the date of the post.',
    'comment 6: Its date 2020-13-45 00:00:00 cannot be read; 2014-05-07T08:00:00.000Z was taken.',
  ]);
  await undoImport('operator', report.batch!);
});

test('pages that are their own parents, each other’s or beneath a page that is not there are named', async () => {
  const page = (id: string, parent: string) => wxrItem({ id, name: `page-${id}`, type: 'page', parent });
  const report = await run(wxr(page('811', '811'), page('812', '813'), page('813', '812'), page('814', '999')));
  const told = report.notes.map(({ where, why }) => [/page \d+/.exec(where)?.[0], why]);
  const circle = 'Its parent pages lead in a circle, so it is at the top level here.';
  expect(told).toEqual([
    ['page 811', 'It is its own parent page, so it is at the top level here.'],
    ['page 812', circle],
    ['page 813', circle],
    ['page 814', 'Its parent page 999 is not in the file.'],
  ]);
  expect(await readDb.post.count({ where: { slug: { startsWith: 'page-81' }, parentId: null } })).toBe(4);
  await undoImport('operator', report.batch!);
});

test('two posts with one id both come in, which is said with the line of the second', async () => {
  const report = await run(wxr(wxrItem({ id: '821', name: 'one' }), wxrItem({ id: '821', name: 'other' })));
  expect(report.created.posts).toBe(2);
  expect(report.notes).toEqual([
    { where: expect.stringMatching(/^line \d+$/), why: 'Its id 821 is another item’s too: both were imported.' },
  ]);
  await undoImport('operator', report.batch!);
});

const runBytes = (bytes: Buffer) =>
  importWordPress('operator', { files: [fileOf(bytes, 'export.xml')], oldUrl: null, dryRun: false });

test('bytes that are not UTF-8 are read as Windows-1252, which is said with the first line', async () => {
  const text = wxr(wxrItem({ id: '831', name: 'latin', title: 'Caf¤ Thé' }));
  const line = text.slice(0, text.indexOf('¤')).split('\n').length;
  const [before = '', after = ''] = text.split('¤');
  const report = await runBytes(Buffer.concat([Buffer.from(before), Buffer.from([0xe9]), Buffer.from(after)]));
  expect(report.notes).toEqual([
    {
      where: 'the whole file',
      why: `The file is not all in UTF-8: 1 of its bytes are not, the first in line ${line}. They were read as Windows-1252.`,
    },
  ]);
  expect((await readDb.post.findUniqueOrThrow({ where: { slug: 'latin' } })).title).toBe('Café Thé');
  await undoImport('operator', report.batch!);
});

test('control characters that are left out are named with their lines', async () => {
  const text = wxr(wxrItem({ id: '841', name: 'controlled', title: 'A\u0007', content: 'x\u0001\n\ny\u0002' }));
  const lineOf = (sign: string) => text.slice(0, text.indexOf(sign)).split('\n').length;
  const report = await run(text);
  expect(report.notes).toEqual([
    {
      where: `lines ${['\u0007', '\u0001', '\u0002'].map(lineOf).join(', ')}`,
      why: 'The file is not well-formed and was repaired: 3 × control characters left out.',
    },
  ]);
  await undoImport('operator', report.batch!);
});

test('without a zone that fits the old clock the settings say so, and the zone here stays', async () => {
  const item = (id: string, date: string, gmt: string) => wxrItem({ id, name: `clock-${id}`, date, gmt });
  const files = [
    wxrFile(
      wxr(
        item('851', '2014-05-06 01:30:00', '2014-05-06 08:30:00'),
        item('852', '2014-06-06 01:30:00', '2014-06-06 08:30:00'),
        item('853', '2014-07-06 08:13:00', '2014-07-06 08:30:00'),
      ),
    ),
  ];
  const input = { files, oldUrl: null, dryRun: true };
  expect((await importWordPress('operator', input)).advice?.[0]).toBe(
    'The old site’s clock was 7 hours behind UTC, but no time zone fits it: set the time zone under Settings, or posts near midnight show another day.',
  );
  expect((await importWordPress('operator', { ...input, useSiteSettings: true })).advice?.at(-1)).toBe(
    'The time zone was not changed, because none fits the old site’s clock, which was 7 hours behind UTC: set it under Settings.',
  );
});
