import { writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { oldAddresses } from '@/lib/import/verifying/old-addresses';
import { verifyAddresses } from '@/lib/import/verifying/verifying';
import { fileOf } from '../../factories/archives';
import { runMasthead } from '../../factories/run-masthead';

async function serve(answers: Record<string, RequestListener>) {
  let most = 0;
  let now = 0;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    most = Math.max(most, (now += 1));
    response.once('close', () => (now -= 1));
    const answer = answers[request.url ?? ''];
    if (answer) void answer(request, response);
    else response.writeHead(404).end('Nothing here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, most: () => most };
}

const good: RequestListener = (_request, response) => void response.end('Here');
const to =
  (location: string): RequestListener =>
  (_request, response) =>
    void response.writeHead(301, { location }).end();
const urlset = (...addresses: string[]) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${addresses.map((one) => `<url><loc>${one}</loc></url>`).join('')}</urlset>`;
const old = (path: string) => `https://old.example${path}`;

async function listOf(addresses: AsyncIterable<string>) {
  const list: string[] = [];
  for await (const address of addresses) list.push(address);
  return list;
}

const site = {
  '/here': good,
  '/old?p=1': to('/here'),
  '/twice': to('/old?p=1'),
  '/dead-end': to('/gone'),
  '/away': to('https://elsewhere.example/'),
};

test('every old path is asked once: what answers at once or after one redirect is good, all else is named', async () => {
  const { url, asked } = await serve(site);
  const paths = ['/here', '/here', '/old?p=1', '/twice', '/dead-end', '/away', '/missing'];
  const file = fileOf(gzipSync(urlset(...paths.map(old))), 'sitemap.xml.gz');

  const found = await verifyAddresses(oldAddresses(file), { site: `${url}/` });

  expect(found).toEqual({
    site: url,
    asked: 6,
    answering: 2,
    redirected: 1,
    untried: 0,
    unanswered: [
      {
        path: '/away',
        status: 301,
        to: 'https://elsewhere.example/',
        why: 'It leads to another site, which is not asked',
      },
      { path: '/dead-end', status: 301, to: '/gone', why: 'Its target answers 404' },
      { path: '/missing', status: 404, to: '', why: 'It answers 404' },
      { path: '/twice', status: 301, to: '/old?p=1', why: 'It leads on after one step' },
    ],
  });
  expect(asked.filter((path) => path === '/missing')).toHaveLength(1);
});

test('what is no address is named with its line, in lists and in sitemaps', async () => {
  const straysOf = async (text: string, name: string) => {
    const strays: unknown[] = [];
    const list = await listOf(oldAddresses(fileOf(Buffer.from(text), name), undefined, (stray) => strays.push(stray)));
    return { list, strays };
  };
  expect(await straysOf('/here\n\nnot a url\nhttps://old.example/there\nftp://x', 'list.txt')).toEqual({
    list: ['/here', 'https://old.example/there'],
    strays: [
      { line: 3, text: 'not a url' },
      { line: 5, text: 'ftp://x' },
    ],
  });
  expect(await straysOf(urlset(old('/here'), 'here it is'), 'sitemap.xml')).toEqual({
    list: [old('/here')],
    strays: [{ line: 1, text: 'here it is' }],
  });
});

test('eight addresses are asked at a time', async () => {
  const waiting: (() => void)[] = [];
  const paths = Array.from({ length: 40 }, (_, at) => `/post-${at}`);
  const slow: RequestListener = (_request, response) => {
    waiting.push(() => response.end());
    if (waiting.length === 8) for (const answer of waiting.splice(0)) answer();
  };
  const { url, most } = await serve(Object.fromEntries(paths.map((path) => [path, slow])));
  const file = fileOf(paths.join('\n'), 'addresses.txt');
  expect(await verifyAddresses(oldAddresses(file), { site: url })).toMatchObject({ asked: 40, answering: 40 });
  expect(most()).toBe(8);
});

test('an index of sitemaps is followed where it was fetched, at its own site alone', async () => {
  const old: Record<string, RequestListener> = {};
  const { url } = await serve(old);
  const index =
    (...sitemaps: string[]): RequestListener =>
    (_request, response) =>
      void response.end(
        `<sitemapindex>${sitemaps.map((one) => `<sitemap><loc>${one}</loc></sitemap>`).join('')}</sitemapindex>`,
      );
  old['/index.xml'] = index(`${url}/posts.xml`, `${url}/pages.xml.gz`);
  old['/posts.xml'] = (_request, response) => void response.end(urlset('https://old.example/a'));
  old['/pages.xml.gz'] = (_request, response) => void response.end(gzipSync(urlset('https://old.example/b')));
  old['/foreign.xml'] = index('http://10.0.0.1/posts.xml');
  const read = (path: string) => listOf(oldAddresses(url + path, () => true));
  expect(await read('/index.xml')).toEqual(['https://old.example/a', 'https://old.example/b']);
  await expect(read('/foreign.xml')).rejects.toThrow(
    'The index names a sitemap of another site: http://10.0.0.1/posts.xml',
  );
  await expect(listOf(oldAddresses(`${url}/index.xml`))).rejects.toThrow('not on the public internet');
});

test.each([
  ['{"a":1}', 'list.json', 'The sitemap names no addresses'],
  ['<html></html>', 'page.html', 'page.html is neither a sitemap nor a list with one address in each line.'],
  ['<sitemapindex></sitemapindex>', 'index.xml', 'index.xml is an index of sitemaps'],
])('%s is refused in a sentence', async (content, name, sentence) => {
  const options = { site: 'http://127.0.0.1:1' };
  await expect(verifyAddresses(oldAddresses(fileOf(content, name)), options)).rejects.toThrow(sentence);
});

test('the command prints a table, CSV or JSON, and ends with 1 if an address is missing', async () => {
  const { url } = await serve(site);
  const file = fileOf(urlset(old('/here'), old('/gone,"all"')), 'sitemap.xml');
  writeFileSync(`${file}.txt`, '/here\n');
  const verify = (sitemap: string, ...more: string[]) =>
    runMasthead('import', 'verify', '--sitemap', sitemap, '--site', url, ...more);
  const [table, csv, json, all, none] = await Promise.all([
    verify(file),
    verify(file, '--csv'),
    verify(file, '--json'),
    verify(`${file}.txt`),
    verify('/nowhere.xml'),
  ]);
  expect(table).toMatchObject({ code: 1, stdout: expect.stringContaining('1 of 2 old addresses answer') as string });
  expect(csv.stdout).toBe('"ADDRESS","STATUS","LEADS TO","WHY"\r\n"/gone,%22all%22","404","","It answers 404"\n');
  expect(JSON.parse(json.stdout)).toMatchObject({ asked: 2, answering: 1, unanswered: [{ status: 404 }] });
  expect(all.code).toBe(0);
  expect(none).toEqual({ code: 1, stdout: '', stderr: 'There is no file /nowhere.xml.\n' });
}, 120_000);
