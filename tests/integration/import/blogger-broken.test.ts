import { expect, test } from 'vitest';
import { readDb } from '@/lib/database/db';
import { blogger } from '@/lib/import/importers/blogger/importer';
import { runImport } from '@/lib/import/pipeline';
import { undoImport } from '@/lib/import/running/undoing';
import { backup, backupEntry } from '../../factories/blogger';
import { tableHashes } from '../../factories/table-hashes';
import { wxrFile } from '../../factories/wxr';

const run = (content: string) =>
  runImport('operator', blogger, { files: [wxrFile(content, 'blog.xml')], oldUrl: null, dryRun: false });
const link = (name: string) => `http://harbour.blogspot.com/2015/01/${name}.html`;

test('faults of real files are mended, and said with their place', async () => {
  const draft = backupEntry({
    id: 'post-1',
    title: 'Secret',
    extra: '<app:control><app:draft>yes</app:draft></app:control>',
  });
  const rawAmpersand = backupEntry({ id: 'post-2', title: 'Raw', link: link('raw') }).replace(
    'In the harbour.',
    'Salt & tar',
  );
  const broken = `\n\u0001${backup(draft, rawAmpersand).replace(" xmlns:app='http://purl.org/atom/app#'", '')}`;
  const report = await run(broken);
  expect(report.created).toMatchObject({ posts: 2 });
  expect(report.hidden).toMatchObject({ drafts: 1 });
  expect(report.notes.map(({ why }) => why)).toEqual(
    expect.arrayContaining([
      'The prefix app: is not declared in the file: it was read as that of Atom publishing.',
      expect.stringContaining('1 × raw & written as text'),
    ]),
  );
  const raw = await readDb.post.findUniqueOrThrow({ where: { slug: 'raw' } });
  expect(raw.bodyHtml).toBe('<p>Salt &amp; tar</p>');
  await undoImport('operator', report.batch!);
});

test('a file that breaks off gives what is whole, and says what it lost', async () => {
  const whole = backup(
    backupEntry({ id: 'post-1', title: 'Whole', link: link('whole') }),
    backupEntry({ id: 'post-2', title: 'Cut', link: link('cut') }),
  );
  const report = await run(whole.slice(0, whole.indexOf('In the harbour.', whole.indexOf('Cut')) + 3));
  expect(report.created).toMatchObject({ posts: 1 });
  expect(report.notes).toContainEqual({
    where: 'the end of the file',
    why: expect.stringMatching(/breaks off at line \d+, in the middle of “Cut”/) as string,
  });
  await undoImport('operator', report.batch!);
});

test('scripts, circles of comments, dates that are none and entries that come twice harm nothing', async () => {
  const answer = (post: string, comment: string) =>
    `<thr:in-reply-to ref='tag:blogger.com,1999:blog-7001.post-${post}'/><link rel='related' href='http://www.blogger.com/feeds/7001/${post}/comments/default/${comment}'/>`;
  const post = backupEntry({
    id: 'post-901',
    title: '<script>x()</script>Bad',
    link: link('bad'),
    content: '<script>x()</script><b onclick="x()">a</b>',
  });
  const report = await run(
    backup(
      post,
      post,
      backupEntry({ id: 'post-902', title: 'No date', link: link('no-date'), published: '2015-02-31T10:00:00Z' }),
      backupEntry({ id: 'post-701', kind: 'comment', content: '1<script>x()</script>', extra: answer('901', '702') }),
      backupEntry({ id: 'post-702', kind: 'comment', content: '2', extra: answer('901', '701') }),
    ),
  );
  expect(report.created).toMatchObject({ posts: 2, comments: 2 });
  expect(report.failed.map(({ why }) => why)).toEqual([expect.stringContaining('were used before')]);
  expect(report.failed[0]?.where).toMatch(/^line \d+, /);
  const stored = await readDb.post.findUniqueOrThrow({ where: { slug: 'bad' }, include: { comments: true } });
  expect(stored).toMatchObject({ title: 'Bad', bodyHtml: '<p><strong>a</strong></p>' });
  expect(stored.comments.map(({ bodyHtml }) => bodyHtml).toSorted()).toEqual(['<p>1</p>', '<p>2</p>']);
  expect(await readDb.post.findFirstOrThrow({ where: { title: 'No date' } })).toMatchObject({ status: 'draft' });
  await undoImport('operator', report.batch!);
});

test.each([
  [
    '<!DOCTYPE feed [<!ENTITY a "aaaa">]><feed><id>tag:blogger.com,1999:blog-1</id></feed>',
    'declares a document type or entities of its own (line 1)',
  ],
  ['<rss><channel/></rss>', 'blog.xml is no feed: line 1 begins with <rss>'],
  ['<feed><entry></feed>', 'blog.xml is damaged or incomplete at line 1, and cannot be repaired'],
  ['', 'blog.xml is empty'],
])('%s is refused, and nothing is written', async (content, sentence) => {
  const before = await tableHashes();
  await expect(run(content)).rejects.toThrow(sentence);
  expect(await tableHashes()).toEqual(before);
});
