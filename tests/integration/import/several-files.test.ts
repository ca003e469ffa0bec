import { expect, test } from 'vitest';
import { undoImport } from '@/lib/import/running/undoing';
import { fileOf, zipOf } from '../../factories/archives';
import { importWordPress } from '../../factories/imports';
import { tableHashes } from '../../factories/table-hashes';
import { wxr, wxrFile, wxrItem } from '../../factories/wxr';

const run = (...files: string[]) => importWordPress('operator', { files, oldUrl: null, dryRun: true });
const lines = (problems: { where: string; why: string }[]) => problems.map(({ where, why }) => `${where}: ${why}`);
const undated = (id: string) => wxrItem({ id, title: `No ${id}`, date: '', gmt: '', pubDate: '' });
const tooLong = (id: string) => wxrItem({ id, title: `Long ${id}`, content: 'word '.repeat(2_000_000) });
const damaged = wxr(wxrItem({ id: '21', title: 'Tom & Ann' }));

test('what a report says of a line or a whole file names the file, if there were several', async () => {
  const files = [wxrFile(wxr(undated('11')), 'one.xml'), wxrFile(damaged, 'two.xml')];
  const { notes } = await run(...files);
  expect(lines(notes)).toEqual([
    expect.stringMatching(
      /^two\.xml, line \d+: The file is not well-formed and was repaired: 1 × raw & written as text/,
    ),
    expect.stringMatching(/^one\.xml, line \d+, post 11 “No 11”: It has no readable date/),
  ]);
});

test('the same of the files in a zip, of those that break off, and of posts that cannot be imported', async () => {
  const cut = wxr(wxrItem({ id: '31' }), wxrItem({ id: '32', title: 'Cut' })).slice(0, -300);
  const same = wxrItem({ id: '41', name: 'same' });
  const zip = zipOf({ 'a/cut.xml': cut, 'b/long.xml': wxr(tooLong('42'), same, same) });
  const { notes, failed } = await run(fileOf(zip, 'all.zip'));
  expect(lines(notes)).toContainEqual(expect.stringMatching(/^the end of a\/cut\.xml: a\/cut\.xml breaks off at line/));
  expect(lines(failed)).toContainEqual(expect.stringMatching(/^b\/long\.xml, line \d+, “Entry 41”: Its id 41/));
  expect(lines(failed)).toContainEqual(expect.stringMatching(/^b\/long\.xml, line \d+, “Long 42”: /));
});

test('files with one name in two archives are told apart by their archives', async () => {
  const zips = ['first.zip', 'second.zip'].map((name, at) =>
    fileOf(zipOf({ 'export.xml': wxr(undated(`5${at}`)), '../out.jpg': 'x' }), name),
  );
  const { notes, failed } = await run(...zips);
  expect(lines(notes)).toEqual([
    expect.stringMatching(/^export\.xml in first\.zip, line \d+, post 50/),
    expect.stringMatching(/^export\.xml in second\.zip, line \d+, post 51/),
  ]);
  expect(lines(failed)).toEqual([
    'file ../out.jpg in first.zip: Its path leads out of the archive or is not valid here.',
    'file ../out.jpg in second.zip: Its path leads out of the archive or is not valid here.',
  ]);
});

test('a file that came alone is not named in every line', async () => {
  const { notes } = await run(wxrFile(wxr(undated('61'))));
  expect(lines(notes)).toEqual([expect.stringMatching(/^line \d+, post 61/)]);
});

test('a refused file among several is named as the report would name it', async () => {
  const zip = zipOf({ 'a/good.xml': wxr(wxrItem()), 'b/bad.xml': wxr('<item><title>x</titel></item>') });
  await expect(run(fileOf(zip, 'all.zip'))).rejects.toThrow(/^b\/bad\.xml is damaged or incomplete at line \d+/);
});

test.each([
  ['notes.txt', { 'notes.txt': 'Milk' }, ', which holds only notes.txt: add the XML file'],
  [
    'other files',
    { 'a.php': '<?php', 'b.txt': 'x', 'c.txt': 'y' },
    ', which holds 3 other files, such as a.php and b.txt',
  ],
  ['nothing', { '__MACOSX/._a.xml': 'x' }, ': it is empty. Choose the XML file'],
  ['pictures', { '2014/05/a.jpg': 'x', 'wp-content/uploads/tides.pdf': 'y' }, ', but 2 files of a media library: add'],
])('a zip that holds %s and no export is refused, and what is in it is said', async (_, entries, sentence) => {
  const before = await tableHashes();
  await expect(run(fileOf(zipOf(entries), 'some.zip'))).rejects.toThrow(
    `There is no WordPress export in some.zip${sentence}`,
  );
  expect(await tableHashes()).toEqual(before);
});

test('an export without posts, pages and comments is remarked', async () => {
  const input = { files: [wxrFile(wxr())], oldUrl: null, dryRun: false };
  const report = await importWordPress('operator', input);
  expect(report.remarks).toEqual(['This file holds no posts, pages or comments.']);
  const { removed } = await undoImport('operator', report.batch!);
  expect(removed).toMatchObject({ posts: 0, pages: 0, comments: 0, media: 0, files: 0 });
});

test('of several exports those without content are named', async () => {
  const menu = wxr(wxrItem({ type: 'nav_menu_item' }));
  const files = [wxrFile(menu, 'menu.xml'), wxrFile(wxr(wxrItem()), 'posts.xml'), wxrFile(wxr(), 'none.xml')];
  expect((await run(files[0]!, files[1]!)).remarks).toEqual(['menu.xml holds no posts, pages or comments.']);
  expect((await run(...files)).remarks).toEqual(['menu.xml and none.xml hold no posts, pages or comments.']);
  expect((await run(files[1]!)).remarks).toEqual([]);
});
