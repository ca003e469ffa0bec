import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDb } from '@/lib/database/db';
import { undoImport } from '@/lib/import/running/undoing';
import { fileOf, zipOf } from '../../factories/archives';
import { importWordPress } from '../../factories/imports';
import { tableHashes } from '../../factories/table-hashes';
import { wxr, wxrFile, wxrItem } from '../../factories/wxr';

const run = (file: string) => importWordPress('operator', { files: [file], oldUrl: null, dryRun: false });
const post = wxr(wxrItem({ id: '81', name: 'after-output', title: 'Fähre' }));

const notice = 'Undefined variable $x in /var/www/wp-content/plugins/a.php on line 5';
const asHtml = `<br />\n<b>Warning</b>:  ${notice.replace(/(\/\S+)/, '<b>$1</b>').replace('5', '<b>5</b>')}<br />\n`;
const xdebug = `<br />\n<font size='1'><table class='xdebug-error'><tr><th><span>( ! )</span> Notice: ${notice}</th></tr></table></font>\n`;

test.each([
  ['a warning', `Warning: ${notice}\n`, `“Warning: ${notice}”`],
  ['a warning as HTML', asHtml, `“Warning: ${notice}”`],
  ['many of them', asHtml.repeat(60), `“Warning: ${notice}”`],
  ['a line of the log', `[27-Nov-2026 10:00:00 UTC] PHP Deprecated: ${notice}\n`, `“PHP Deprecated: ${notice}”`],
  ['a table of Xdebug', xdebug, `“Notice: ${notice}”`],
])('an export behind %s is imported, and the message is reported', async (_, before, quoted) => {
  const report = await run(wxrFile(before + post));
  expect(report.created.posts).toBe(1);
  expect(report.notes).toEqual([
    {
      where: 'the whole file',
      why: `The file begins with an error message of the old site, which was left out: ${quoted}.`,
    },
  ]);
  await undoImport('operator', report.batch!);
});

test.each([
  ['a web page', '<!DOCTYPE html><html><body><p>Hello</p></body></html>\n', '“Hello”'],
  ['a line of text', 'Milk & eggs\n', '“Milk & eggs”'],
])('an export behind %s is imported, and what was left out is quoted', async (_, before, quoted) => {
  const report = await run(wxrFile(before + post));
  expect(report.created.posts).toBe(1);
  expect(report.notes.map(({ why }) => why)).toEqual([
    `The file begins with text that is not part of the export and was left out: ${quoted}.`,
  ]);
  await undoImport('operator', report.batch!);
});

test('keeps the encoding of an export behind a message', async () => {
  const path = wxrFile('');
  writeFileSync(path, Buffer.from((asHtml + post).replace('UTF-8', 'iso-8859-1'), 'latin1'));
  const report = await run(path);
  expect((await readDb.post.findUniqueOrThrow({ where: { slug: 'after-output' } })).title).toBe('Fähre');
  await undoImport('operator', report.batch!);
});

test('what a message follows is imported whole', async () => {
  const report = await run(wxrFile(`${post}${asHtml}<p>Open <br> <!DOCTYPE html>`));
  expect(report.created.posts).toBe(1);
  expect(report.notes.map(({ why }) => why)).toEqual([
    `The export is followed by an error message of the old site, which was left out: “Warning: ${notice}”.`,
  ]);
  await undoImport('operator', report.batch!);
});

test('an export behind a message that breaks off keeps its whole records, and both are reported', async () => {
  const cut = wxr(wxrItem({ id: '82', name: 'whole' }), wxrItem({ id: '83', title: 'Cut' })).slice(0, -300);
  const report = await run(wxrFile(asHtml + cut));
  expect(report.created.posts).toBe(1);
  expect(report.notes.map(({ where }) => where)).toEqual(['the whole file', 'the end of the file']);
  await undoImport('operator', report.batch!);
});

const memory = 'Fatal error: Allowed memory size of 134217728 bytes exhausted in /var/www/export.php on line 9';

test.each([
  ['a message', `\n${memory}\n`, `“${memory}”`],
  ['a message as HTML', `<br />\n<b>Fatal error</b>: ${memory.slice(13)}<br />`, `“${memory}”`],
  [
    'an error page',
    '<html><body><p>There has been a critical error on this website.</p></body></html>',
    '“There has been a',
  ],
  ['no database', '<!DOCTYPE html><h1>Error establishing a database connection</h1>', '“Error establishing a database'],
])('%s in place of an export is refused as what it is', async (_, text, quoted) => {
  const before = await tableHashes();
  const refused = run(wxrFile(text));
  await expect(refused).rejects.toThrow(
    'export.xml is not a WordPress export: the old site answered with an error message, ',
  );
  await expect(refused).rejects.toThrow(quoted);
  await expect(refused).rejects.toThrow('Once that is mended there, export again in WordPress (Tools → Export)');
  expect(await tableHashes()).toEqual(before);
});

test.each([
  ['a fragment of a page', '<br /><p>Sign in first</p>', 'it is a web page'],
  ['JSON with a message in it', `[{"html":"Warning: ${notice}"}]`, 'it is a JSON file'],
  ['a document type before the export', `<!DOCTYPE rss SYSTEM "x.dtd">${post.replace(/^.*\n/, '')}`, 'document type'],
])('%s is refused as before', async (_, text, sentence) => {
  await expect(run(wxrFile(text))).rejects.toThrow(sentence);
});

test('in a zip the same is refused under its name', async () => {
  await expect(run(fileOf(zipOf({ 'parts/one.xml': memory }), 'all.zip'))).rejects.toThrow(
    /^parts\/one\.xml is not a WordPress export: the old site answered with an error message/,
  );
});
