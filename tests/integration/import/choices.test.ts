import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { db, readDb } from '@/lib/database/db';
import { feed } from '@/lib/import/importers/feed/importer';
import { runImport } from '@/lib/import/pipeline';
import type { ImportInput } from '@/lib/import/pipeline/run';
import { renderSample } from '@/lib/import/report/rendered-samples';
import { receiveExport } from '@/lib/import/running/receiving';
import { continueImport, findChoices, startImport, type ImportJob } from '@/lib/import/running/start-import';
import { ghost } from '@/lib/import/importers/ghost/importer';
import { undoImport } from '@/lib/import/running/undoing';
import { fileOf } from '../../factories/archives';
import { disqusXml } from '../../factories/disqus';
import { ghostExport, ghostPost, lexical, lexicalParagraph, lexicalText } from '../../factories/ghost';
import { actorWith, createUser } from '../../factories/users';

const itemOf = (n: number) =>
  `<item><title>Post ${n}</title><link>https://feed.example/p${n}</link><author>Ann Old</author><pubDate>Mon, 06 Sep 2021 00:0${n % 10}:00 GMT</pubDate><description>&lt;p onclick="x"&gt;Words ${n}.&lt;script&gt;alert(1)&lt;/script&gt; &lt;a href="https://feed.example/p1"&gt;one&lt;/a&gt;&lt;/p&gt;</description></item>`;
const xml = `<rss version="2.0"><channel><title>F</title><link>https://feed.example</link>${Array.from({ length: 20 }, (_, at) => itemOf(at + 1)).join('')}</channel></rss>`;

const run = (input: Partial<ImportInput> = {}) =>
  runImport('operator', feed, { files: [fileOf(xml, 'f.xml')], oldUrl: null, dryRun: false, ...input });

test('samples of Ghost show what it showed readers, or else what its editor stored', async () => {
  const written = lexical(lexicalParagraph(lexicalText('Written so')));
  const posts = [
    ghostPost({ title: 'Shown', slug: 'shown', html: '<p>Shown so</p>', lexical: written }),
    ghostPost({ title: 'Stored', slug: 'stored', html: '', lexical: written }),
  ];
  const file = fileOf(ghostExport({ posts }), 'ghost.json');
  const { samples = [] } = await runImport('operator', ghost, { files: [file], oldUrl: null, dryRun: true });
  expect(samples.map(({ original, html }) => [original, html])).toEqual([
    ['<p>Shown so</p>', '<p>Written so</p>'],
    [written, '<p>Written so</p>'],
  ]);
});

test('a preview holds five posts of the whole export beside what would be stored, and an import none', async () => {
  const { samples = [] } = await run({ dryRun: true });
  expect(samples.map(({ title }) => title)).toEqual(['Post 1', 'Post 5', 'Post 9', 'Post 13', 'Post 17']);
  const [first] = samples;
  expect(first).toMatchObject({ from: '/p1', to: '/p1', isPublic: true, authors: ['Ann Old'], isCut: false });
  expect(first?.original).toContain('<script>alert(1)</script>');
  const rendered = renderSample(first!, 'en');
  expect(rendered).toContain('Words 1.');
  expect(rendered).not.toMatch(/script|onclick/);
  const report = await run();
  expect(report.samples).toBeUndefined();
  await undoImport('operator', report.batch ?? '');
});

test('an author gets the account that was named, and a name or account that is not there refuses all of it', async () => {
  const { id, slug } = await createUser({ role: 'author', email: 'ann@here.example' });
  const report = await run({ authors: ['Ann Old=ANN@here.example'] });
  expect(report.created).toMatchObject({ posts: 20, authors: 0 });
  const { authors } = await readDb.post.findUniqueOrThrow({ where: { slug: 'p1' }, select: { authors: true } });
  expect(authors.map(({ userId }) => userId)).toEqual([id]);
  await undoImport('operator', report.batch ?? '');
  await expect(run({ authors: [`Ben=${slug}`] })).rejects.toThrow('The files have no author “Ben”.');
  await expect(run({ authors: ['Ann Old=none@here.example'] })).rejects.toThrow('There is no account here');
  await expect(run({ authors: ['Ann Old'] })).rejects.toThrow('must look like');
  expect(await readDb.post.count({ where: { slug: 'p1' } })).toBe(0);
});

test('what is chosen after a preview goes to the import, and what is not valid starts nothing', async () => {
  const owner = await actorWith('owner');
  const form = new FormData();
  form.append('file', new File([disqusXml()], 'disqus.xml'));
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  const body = Readable.toWeb(Readable.from([Buffer.from(await request.arrayBuffer())]));
  const { id, fileName } = await receiveExport({ headers: request.headers, body });
  const jobs: ImportJob[] = [];
  const launch = (job: ImportJob) => void jobs.push(job);
  await startImport(owner, { id, fileName, dryRun: true }, launch);
  expect((await findChoices(owner, id))?.options.map(({ name }) => name)).toEqual(['map']);
  await db.importBatch.update({ where: { id }, data: { status: 'failed', report: '{"failure":"Stopped."}' } });
  const choices = {
    oldUrl: 'https://old.example',
    fetchFiles: true,
    authors: ['Ann=ann'],
    options: { map: 'a.example=b.example' },
  };
  await continueImport(owner, { id, dryRun: false, choices }, launch);
  expect(jobs[1]).toMatchObject({ ...choices, dryRun: false });
  expect((await findChoices(owner, id))?.choices).toEqual(choices);
  await db.importBatch.update({ where: { id }, data: { status: 'failed', report: '{"failure":"Stopped."}' } });
  const wrong = { ...choices, options: { map: 'nonsense' } };
  await expect(continueImport(owner, { id, dryRun: false, choices: wrong }, launch)).rejects.toThrow(
    'It must look like',
  );
  expect(jobs).toHaveLength(2);
  await expect(findChoices(await actorWith('editor'), id)).rejects.toMatchObject({ code: 'forbidden' });
});
