import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { readDb } from '@/lib/database/db';
import type { Importer } from '@/lib/import/importer';
import { feed } from '@/lib/import/importers/feed/importer';
import { markdown } from '@/lib/import/importers/markdown/importer';
import { medium } from '@/lib/import/importers/medium/importer';
import { movabletype } from '@/lib/import/importers/movabletype/importer';
import { substack } from '@/lib/import/importers/substack/importer';
import { wordpress } from '@/lib/import/importers/wordpress/importer';
import { runImport } from '@/lib/import/pipeline';
import type { ImportInput } from '@/lib/import/pipeline/run';
import { undoImport } from '@/lib/import/running/undoing';
import { fileOf, zipOf } from '../../factories/archives';
import { findRedirect } from '../../factories/imports';
import { tableHashes } from '../../factories/table-hashes';

vi.setConfig({ testTimeout: 60_000 });

const asked: string[] = [];
let picture: Buffer;
let old = '';
const server = createServer((request, response) => {
  const { url = '' } = request;
  asked.push(url);
  if (url.includes('gone')) return void response.writeHead(404).end();
  if (url.includes('huge')) return void response.writeHead(200, { 'content-length': '999999999' }).end();
  if (url.includes('moved-inside')) return void response.writeHead(302, { location: 'http://10.0.0.1/secret' }).end();
  if (url.includes('false')) return void response.end('<script>alert(1)</script>');
  response.end(url.endsWith('.pdf') ? '%PDF-1.4 words' : picture);
});

beforeAll(async () => {
  picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#225577' } })
    .png()
    .toBuffer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  old = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());
beforeEach(() => void (asked.length = 0));

const fetching: Partial<ImportInput> = { fetchFiles: true, mayDial: ({ address }) => address === '127.0.0.1' };
const run = (importer: Importer, file: string, input: Partial<ImportInput> = {}) =>
  runImport('operator', importer, { files: [file], oldUrl: null, dryRun: false, ...input });
const bodyOf = async (slug: string) => (await readDb.post.findUniqueOrThrow({ where: { slug } })).bodyHtml;
const without = (hashes: Record<string, unknown>) => ({ ...hashes, importBatch: null });

const texts = () =>
  zipOf({
    'content/posts/pier.md': `---\ntitle: The pier\ndate: 2020-01-02\nslug: pier\ncover: /covers/pier.png\n---\n
![A](/images/a.png) ![Gone](/images/gone.png) ![Huge](/images/huge.png) ![False](/images/false.png)
![Inside](/images/moved-inside.png) [A paper](/files/paper.pdf) [elsewhere](https://other.example/b.pdf)\n`,
    'config.toml': `baseURL = "${old}"\ntitle = "Old"\n`,
  });

test('what did not come along is fetched when that is asked for, once, and undo removes it', async () => {
  const file = fileOf(texts(), 'site.zip');
  const before = await tableHashes();
  await run(markdown, file);
  expect(asked).toEqual([]);
  expect(await bodyOf('pier')).toContain(`<a href="${old}/images/a.png">`);
  const dry = await run(markdown, file, { ...fetching, dryRun: true });
  expect(dry.created).toMatchObject({ files: 1 });
  expect(asked).toEqual([]);
  const report = await run(markdown, file, fetching);
  expect(report.created).toMatchObject({ media: 2, files: 1 });
  expect(report.updated).toMatchObject({ posts: 1 });
  const body = await bodyOf('pier');
  expect(body).toMatch(/<img src="\/uploads\/[^"]+" alt="A"/);
  expect(body).toMatch(/<a href="\/uploads\/files\/[^"]+paper\.pdf">A paper<\/a>/);
  expect(body).toContain('<a href="https://other.example/b.pdf">elsewhere</a>');
  for (const left of ['gone', 'huge', 'false', 'moved-inside'])
    expect(body).toContain(`<a href="${old}/images/${left}.png">`);
  const why = Object.fromEntries(report.notes.map((note) => [note.where.split('/').at(-1), note.why]));
  expect(why['gone.png']).toBe('This address could not be fetched: the server there answered 404. It stays a link.');
  expect(why['huge.png']).toContain('it is larger than 10 MB');
  expect(why['moved-inside.png']).toContain('it is not on the public internet');
  expect(why['false.png']).toContain('not a JPEG, PNG');
  expect((await findRedirect('/images/a.png')).move?.to).toMatch(/^\/uploads\//);
  asked.length = 0;
  const again = await run(markdown, file, fetching);
  expect(again).toMatchObject({ created: { media: 0, files: 0 }, updated: { posts: 0 } });
  expect(asked).not.toContain('/images/a.png');
  expect(asked).not.toContain('/files/paper.pdf');
  await undoImport('operator', again.batch ?? '');
  await undoImport('operator', report.batch ?? '');
  expect(await readDb.media.count({ where: { importBatchId: report.batch } })).toBe(0);
  expect(await bodyOf('pier')).toContain(`<a href="${old}/images/a.png">`);
  const [first] = await readDb.importBatch.findMany({ where: { undoneAt: null }, select: { id: true } });
  await undoImport('operator', first?.id ?? '');
  expect(without(await tableHashes())).toEqual(without(before));
});

test('a private address is never asked, whatever a text says', async () => {
  const file = fileOf(texts(), 'site.zip');
  const report = await run(markdown, file, { fetchFiles: true });
  expect(asked).toEqual([]);
  expect(report.created).toMatchObject({ media: 0, files: 0 });
  expect(report.notes.map(({ why }) => why).join()).toContain('it is not on the public internet');
  await undoImport('operator', report.batch ?? '');
});

const csv =
  'post_id,post_date,is_published,type,audience,title\n7.shot,2021-03-04T10:00:00Z,true,newsletter,everyone,Shot\n';

test.each<[string, Importer, () => string, string]>([
  [
    'Substack',
    substack,
    () =>
      fileOf(zipOf({ 'posts.csv': csv, 'posts/7.shot.html': `<p><img src="${old}/s/1.png" alt="S"></p>` }), 's.zip'),
    'shot',
  ],
  [
    'Medium',
    medium,
    () =>
      fileOf(
        zipOf({
          'posts/2020-01-01_Shot-0a1b2c3d4e5f.html': `<!DOCTYPE html><html><body><article class="h-entry"><h1 class="p-name">Shot</h1>
<section data-field="body" class="e-content"><figure class="graf graf--figure"><img src="${old}/max/800/1*x" alt="S"></figure><p class="graf graf--p">${'Words. '.repeat(80)}</p></section>
<footer><a class="p-canonical" href="https://medium.com/@ann/shot-0a1b2c3d4e5f">x</a><time class="dt-published" datetime="2020-01-01T10:00:00Z">x</time></footer></article></body></html>`,
        }),
        'm.zip',
      ),
    'shot',
  ],
  [
    'Movable Type',
    movabletype,
    () =>
      fileOf(
        `AUTHOR: Ann\nTITLE: Shot\nBASENAME: shot\nSTATUS: Publish\nDATE: 01/31/2002 03:31:05 PM\n-----\nBODY:\n<p><img src="${old}/m/1.png" alt="S"></p>\n-----\n--------\n`,
        'mt.txt',
      ),
    'shot',
  ],
  [
    'a feed',
    feed,
    () =>
      fileOf(
        `<rss version="2.0"><channel><title>F</title><link>https://feed.example</link><item><title>Shot</title><link>https://feed.example/shot</link><pubDate>Mon, 06 Sep 2021 00:01:00 GMT</pubDate><description>&lt;p&gt;&lt;img src="${old}/f/1.png" alt="S"&gt;&lt;/p&gt;</description></item></channel></rss>`,
        'f.xml',
      ),
    'shot',
  ],
])('images of %s on other hosts are fetched', async (_, importer, file, slug) => {
  const report = await run(importer, file(), fetching);
  expect(report.created).toMatchObject({ posts: 1, media: 1 });
  expect(await bodyOf(slug)).toMatch(/<img src="\/uploads\/[^"]+" alt="S"/);
  await undoImport('operator', report.batch ?? '');
});

test('the original of a resized upload of WordPress is fetched, and no image of another site', async () => {
  const xml = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><link>${old}</link><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>${old}</wp:base_blog_url>
<item><title>Shot</title><link>${old}/shot/</link><content:encoded><![CDATA[<p><img src="${old}/wp-content/uploads/2020/01/a-300x200.png" alt="S"> <img src="https://other.example/x.png" alt="O"></p>]]></content:encoded><wp:post_id>5</wp:post_id><wp:post_date_gmt>2020-01-01 10:00:00</wp:post_date_gmt><wp:post_date>2020-01-01 10:00:00</wp:post_date><wp:post_name>shot</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>`;
  const report = await run(wordpress, fileOf(xml, 'w.xml'), fetching);
  expect(report.created).toMatchObject({ posts: 1, media: 1 });
  expect(asked).toEqual(['/wp-content/uploads/2020/01/a.png']);
  expect(await bodyOf('shot')).toContain('<a href="https://other.example/x.png">');
  await undoImport('operator', report.batch ?? '');
});

test('a server that does not answer is not asked for ever', async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const images = Array.from({ length: 9 }, (_, at) => `![${at}](http://127.0.0.1:${port}/${at}.png)`).join(' ');
  const report = await run(markdown, fileOf(`---\ntitle: Shot\nslug: shot\n---\n${images}\n`, 'shot.md'), {
    ...fetching,
  });
  const why = report.notes.map((note) => note.why);
  expect(why.filter((one) => one.includes('did not answer several times')).length).toBeGreaterThanOrEqual(4);
  await undoImport('operator', report.batch ?? '');
});
