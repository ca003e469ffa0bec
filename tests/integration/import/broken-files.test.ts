import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDb, db } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { importWordPress } from '../../factories/imports';
import { undoImport } from '@/lib/import/running/undoing';
import { tableHashes } from '../../factories/table-hashes';
import { wxr, wxrComment, wxrFile, wxrHead, wxrItem } from '../../factories/wxr';

const run = (text: string) => importWordPress('operator', { files: [wxrFile(text)], oldUrl: null, dryRun: false });

/** The sentence with which a file is refused; the database must be as before. */
async function refusalOf(text: string) {
  const before = await tableHashes();
  const error: unknown = await run(text).catch((thrown: unknown) => thrown);
  expect(await tableHashes()).toEqual(before);
  expect(await readDb.importBatch.count({ where: { status: 'running' } })).toBe(0);
  return error instanceof AppError ? error.message : 'not refused';
}

test('an entity bomb is refused', async () => {
  expect(
    await refusalOf(
      `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${wxr(wxrItem()).replace(/^.*\n/, '')}`,
    ),
  ).toMatch(/declares a document type or entities of its own \(line 1\)/);
});

test('refuses an external entity without opening it', async () => {
  expect(
    await refusalOf(
      `<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">${wxr(wxrItem()).replace(/^.*\n/, '')}`,
    ),
  ).toMatch(/document type/);
});

test.each([
  [
    'a web page',
    '<html><body>Hello</body></html>',
    /^export\.xml is not a WordPress export: it is a web page; perhaps the download asked/,
  ],
  [
    'a feed',
    '<?xml version="1.0"?>\n<rss version="2.0"><channel><title>x</title></channel></rss>',
    /no <wp:wxr_version>/,
  ],
  [
    'a feed of Atom',
    '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"></feed>',
    /^export\.xml is not a WordPress export: it is an Atom feed\. Choose the XML file from Tools → Export/,
  ],
  ['JSON', '{"db": []}', /^export\.xml is not a WordPress export: it is a JSON file, as Ghost and others export it\./],
  [
    'JSON with text of a page in it',
    ' [{"html":"<p>Hello</p>"}]',
    /^export\.xml is not a WordPress export: it is a JSON file/,
  ],
  [
    'what Blogger exports',
    `<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-1</id></feed>`,
    /^export\.xml is an export of Blogger, not of WordPress\. Use “masthead import blogger FILE”/,
  ],
  [
    'what Disqus exports',
    '<?xml version="1.0"?>\n<disqus xmlns="http://disqus.com"></disqus>',
    /^export\.xml is an export of Disqus, not of WordPress\. Use “masthead import disqus FILE”/,
  ],
  [
    'a web page with a type',
    '<!DOCTYPE html><html><title>Sign in</title></html>',
    /^export\.xml is not a WordPress export: it is a web page/,
  ],
  ['XML of another kind', '<opml version="2.0"></opml>', /line 1 begins with <opml>/],
  ['nothing', '', /^export\.xml is empty\. Choose the XML file from Tools → Export in WordPress\.$/],
  ['nothing but blank lines', '\n\n  \n', /^export\.xml is empty\./],
  [
    'a text',
    'Milk, eggs & rope < 3 m',
    /^export\.xml is not a WordPress export\. Choose the XML file from Tools → Export in WordPress\.$/,
  ],
  ['an export cut off in its first tag', wxr().slice(0, 90), /^export\.xml is damaged or incomplete at line \d+/],
  [
    'an export cut off before its version',
    wxr().slice(0, wxr().indexOf('<wp:wxr_version>')),
    /^export\.xml is incomplete: it breaks off before its first entry\. Export again in WordPress/,
  ],
  ['a version that is none', wxr().replace('>1.2<', '>latest<'), /no <wp:wxr_version>/],
])('refuses %s', async (_, text, sentence) => expect(await refusalOf(text)).toMatch(sentence));

test('of several files the one that is no export is named, and nothing is imported', async () => {
  const files = [wxrFile(wxr(wxrItem({ id: '1', name: 'good-part' }))), wxrFile('Milk and eggs', 'notes.txt')];
  const hashes = await tableHashes();
  await expect(importWordPress('operator', { files, oldUrl: null, dryRun: false })).rejects.toThrow(
    'notes.txt is not a WordPress export. Choose the XML file from Tools → Export in WordPress.',
  );
  expect(await tableHashes()).toEqual(hashes);
});

test('refuses 101 levels of nesting', async () => {
  expect(await refusalOf(wxr(`<item>${'<x>'.repeat(120)}${'</x>'.repeat(120)}</item>`))).toMatch(/more than 100 deep/);
});

test('tags that do not match are refused with their line', async () => {
  expect(await refusalOf(wxr('<item><title>x</titel></item>'))).toMatch(
    /^export\.xml is damaged or incomplete at line \d+, and cannot be repaired: nothing was imported\./,
  );
});

test('raw ampersands, control characters, stray bytes and a loose ]]> are repaired and reported', async () => {
  const text = wxr(
    wxrItem({ id: '1', name: 'mended', title: 'Fish & chips \u0007', content: 'if (nets[boats[0]]]>1) {} and more' }),
  );
  const report = await run(`\nWarning: headers sent\n${text}`);

  expect(report.created.posts).toBe(1);
  expect(await readDb.post.findUnique({ where: { slug: 'mended' }, select: { title: true, bodyText: true } })).toEqual({
    title: 'Fish & chips',
    bodyText: 'if (nets[boats[0]]]>1) {} and more',
  });
  expect(report.notes.filter(({ where }) => where === 'the whole file')).toHaveLength(1);
  expect(report.notes.filter(({ where }) => /^line \d+$/.test(where))).toHaveLength(3);
  await undoImport('operator', report.batch!);
});

test('the complete records of a truncated file are imported, and what is lost is reported', async () => {
  const last = wxrItem({ id: '3', name: 'cut', title: 'The cut one' });
  const whole = `${wxrHead()}${wxrItem({ id: '2', name: 'whole' })}\n`;
  const report = await run(whole + last.slice(0, last.length / 2));

  expect(report.created.posts).toBe(1);
  expect(report.notes).toContainEqual({
    where: 'the end of the file',
    why: expect.stringMatching(
      /^export\.xml breaks off at line \d+, in the middle of “The cut one” that begins at line \d+/,
    ),
  });
  await undoImport('operator', report.batch!);
});

test('namespaces may have other names', async () => {
  const text = wxr(wxrItem({ id: '4', name: 'renamed' }))
    .replaceAll('wp:', 'export:')
    .replace('xmlns:wp=', 'xmlns:export=');
  const report = await run(text);
  expect(report.created.posts).toBe(1);
  await undoImport('operator', report.batch!);
});

test('resumes an interrupted import without duplicates', async () => {
  const items = Array.from({ length: 120 }, (_, at) =>
    wxrItem({
      id: String(1_000 + at),
      name: `boat-${at}`,
      type: at % 10 === 5 ? 'page' : 'post',
      parent: at % 20 === 15 ? '1005' : '0',
    }),
  );
  const file = wxrFile(wxr(...items));
  const input = { files: [file], oldUrl: null, dryRun: false };
  const before = await tableHashes();
  // The process dies after its first fifty entries.
  const stop = new Error('killed');
  let calls = 0;
  await expect(
    importWordPress('operator', input, () => {
      calls += 1;
      if (calls === 1) throw stop;
    }),
  ).rejects.toThrow('killed');
  expect(await readDb.post.count()).toBe(50);
  const [cutOff] = await readDb.importBatch.findMany({ orderBy: { createdAt: 'desc' }, take: 1 });
  await db.importBatch.update({
    where: { id: cutOff!.id },
    data: {
      status: 'running',
      report: JSON.stringify({ running: { done: 50, total: 120, at: new Date(0).toISOString(), process: 'gone:1' } }),
    },
  });

  const report = await importWordPress('operator', input);

  expect(report.batch).toBe(cutOff!.id);
  expect(report.created).toMatchObject({ posts: 108, pages: 12 });
  expect(await readDb.post.count()).toBe(120);
  expect(await readDb.post.count({ where: { parentId: { not: null } } })).toBe(6);
  await undoImport('operator', report.batch!);
  expect(await tableHashes()).toEqual(before);
});

test('two imports at once: the second is refused', async () => {
  const id = 'a-running-import';
  const report = JSON.stringify({
    running: { done: 1, total: 9, at: new Date().toISOString(), process: 'elsewhere:1' },
  });
  await db.importBatch.create({
    data: { id, source: 'wordpress', fileName: 'x', status: 'running', report, createdAt: new Date() },
  });
  await expect(run(wxr(wxrItem()))).rejects.toThrow('is running: wait until it is done');
  await db.importBatch.delete({ where: { id } });
});

test('an item of 200 MB is refused with its line, and holds no more than the tool may', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'masthead-wxr-')), 'huge.xml');
  const [before = '', after = ''] = wxr(wxrItem({ id: '7', content: 'HERE' })).split('HERE');
  writeFileSync(path, before);
  const block = 'Words that never end. '.repeat(48_000);
  for (let size = 0; size < 200_000_000; size += block.length) appendFileSync(path, block);
  appendFileSync(path, after);
  const hashes = await tableHashes();
  const resident = process.memoryUsage().rss;

  const attempt = importWordPress('operator', { files: [path], oldUrl: null, dryRun: false });

  await expect(attempt).rejects.toThrow(
    /^huge\.xml has an entry that is larger than 64 MB \(line \d+\).*nothing was imported/,
  );
  expect(process.memoryUsage().rss - resident).toBeLessThan(400_000_000);
  expect(await tableHashes()).toEqual(hashes);
  rmSync(path);
});

test.each([
  ['latin1', 'iso-8859-1'],
  ['utf16le', 'utf-16'],
] as const)('a file in %s says so, and is read as what it is', async (encoding, declared) => {
  const text = wxr(wxrItem({ id: '8', name: 'in-letters', title: 'Fähre über Öland' })).replace('UTF-8', declared);
  const path = wxrFile('');
  writeFileSync(
    path,
    Buffer.concat([Buffer.from(encoding === 'utf16le' ? [0xff, 0xfe] : []), Buffer.from(text, encoding)]),
  );
  const report = await importWordPress('operator', { files: [path], oldUrl: null, dryRun: false });

  expect((await readDb.post.findUniqueOrThrow({ where: { slug: 'in-letters' } })).title).toBe('Fähre über Öland');
  await undoImport('operator', report.batch!);
});

test('invalid bytes, NULs and a wrong encoding are imported as text that can be stored', async () => {
  const path = wxrFile('');
  const text = wxr(
    wxrItem({ id: '9', name: 'odd-bytes', title: 'Fähre', content: 'One\u0000Two \u0001 &#0; &#x1F; end' }),
  );
  writeFileSync(path, Buffer.from(text.replace('UTF-8', 'klingon'), 'latin1'));
  const report = await importWordPress('operator', { files: [path], oldUrl: null, dryRun: false });

  const post = await readDb.post.findUniqueOrThrow({ where: { slug: 'odd-bytes' } });
  expect(post.title).toBe('Fähre');
  // eslint-disable-next-line no-control-regex -- exactly these must be gone
  expect(post.bodyText).not.toMatch(/[\u0000-\u0008]/);
  expect(post.bodyText).toContain('OneTwo');
  await undoImport('operator', report.batch!);
});

test.each(['bytes', 'zeros'])('a file of nothing but %s is refused with its line', async (kind) => {
  const path = wxrFile('');
  writeFileSync(path, kind === 'zeros' ? Buffer.alloc(1_000_000) : randomBytes(1_000_000));
  const hashes = await tableHashes();
  await expect(importWordPress('operator', { files: [path], oldUrl: null, dryRun: false })).rejects.toThrow(
    /^export\.xml is (?:not a WordPress export|damaged or incomplete at line \d+)/,
  );
  expect(await tableHashes()).toEqual(hashes);
});

test('treats scripts in a title, a name and an address as text', async () => {
  const script = '<script>alert(1)</script>';
  const report = await run(
    wxr(
      wxrItem({
        id: '10',
        name: 'scripted',
        title: `&lt;script&gt;alert(1)&lt;/script&gt;Loud`,
        excerpt: script,
        content: `${script}<p onclick="alert(1)">Quiet</p>`,
        categories: `<category domain="post_tag" nicename="&quot;&gt;${'x'.repeat(9)}"><![CDATA[${script}]]></category>`,
        comments: wxrComment('1', { author: script, content: `<img src=x onerror=alert(1)>${script}Hi` }),
      }),
    ),
  );
  const post = await readDb.post.findUniqueOrThrow({ where: { slug: 'scripted' } });
  const comment = await readDb.comment.findFirstOrThrow({ where: { postId: post.id } });
  expect(
    `${post.title}${post.excerpt}${post.bodyHtml}${post.renderedHtml}${comment.authorName}${comment.bodyHtml}`,
  ).not.toMatch(/<script|onclick|onerror/);
  await undoImport('operator', report.batch!);
});
