import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer as createHttpServer, get } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import autocannon from 'autocannon';
import { freePort } from '../tests/setup/free-port';
import { fillInPageSlot, fillSlots, seed } from './database';
import { serve, type BenchSite } from './site';
import { median, type Row } from './table';

const RUNS = 5;

/** Target 1: a cached article page against the same bytes as a file. */
export async function measureCachedPage(seconds: number): Promise<Row[]> {
  const data = await seed({ posts: 20, comments: 1_000 });
  const one = await serve(data);
  const page = one.posts[0] ?? one.url;
  const file = await serveAsFile(await zippedBytes(page));
  const two = await serve(data, { workers: 2 });
  const [single, limit, double] = await load([page, file.url, page.replace(one.url, two.url)], seconds);
  file.stop();
  await one.stop();
  await two.stop();
  await data.remove();
  return [
    {
      target: 1,
      what: `cached article page, gzip, against ${file.by}`,
      figure: single,
      unit: 'req/s',
      limit,
      ratio: single / limit,
      atLeast: 0.5,
    },
    {
      target: 1,
      what: `two workers (${cpus().length} cores, shared with the load)`,
      figure: double,
      unit: 'req/s',
      limit: single,
      ratio: double / single,
      atLeast: 1.7,
    },
  ];
}

/** The same article page without slots, with all filled, and with code in the page, whose answers have a nonce each. */
export async function measurePageWithCode(seconds: number): Promise<Row[]> {
  const size = { posts: 20, comments: 1_000 };
  const [plain, filled, coded] = [await seed(size), await seed(size), await seed(size)];
  await fillSlots(filled);
  await fillInPageSlot(coded);
  const [without, withSlots, withCode] = [await serve(plain), await serve(filled), await serve(coded)];
  const articleOf = ({ posts, url }: BenchSite) => posts[0] ?? url;
  const [limit, ofFilled, figure] = await load(
    [articleOf(without), articleOf(withSlots), articleOf(withCode)],
    seconds,
  );
  for (const site of [without, withSlots, withCode]) await site.stop();
  for (const data of [plain, filled, coded]) await data.remove();
  return [
    {
      target: 1,
      what: 'article page with every slot filled, against the same without',
      figure: ofFilled,
      unit: 'req/s',
      limit,
      ratio: ofFilled / limit,
      atLeast: 0.97,
    },
    {
      target: 1,
      what: 'article page with code in the page, a nonce for each answer, against the same without',
      figure,
      unit: 'req/s',
      limit,
      ratio: figure / limit,
      atLeast: 0.7,
    },
  ];
}

/** The response body, as a file of the same page would hold it. */
function zippedBytes(url: string) {
  return new Promise<Buffer>((resolve, reject) => {
    const asked = get(url, { headers: { 'Accept-Encoding': 'gzip' } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)));
    });
    asked.on('error', reject);
  });
}

/** Requests a second of each, measured in turns because the machine's speed varies. */
async function load<const Urls extends string[]>(urls: Urls, seconds: number) {
  const results = urls.map((): number[] => []);
  for (let run = 0; run < RUNS; run += 1) {
    for (const [index, url] of urls.entries()) results[index]?.push(await requestsPerSecond(url, seconds));
  }
  return results.map(median) as { [Index in keyof Urls]: number };
}

async function requestsPerSecond(url: string, seconds: number) {
  if (spawnSync('wrk', ['-v']).error === undefined) {
    const said = execFileSync('wrk', ['-t1', '-c32', `-d${seconds}s`, '-H', 'Accept-Encoding: gzip', url], {
      encoding: 'utf8',
    });
    return Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1] ?? 0);
  }
  const result = await autocannon({ url, connections: 32, duration: seconds, headers: { 'accept-encoding': 'gzip' } });
  return result.requests.average;
}

async function serveAsFile(zipped: Buffer) {
  return spawnSync('nginx', ['-v']).error === undefined ? nginx(zipped) : plainNode(zipped);
}

async function nginx(zipped: Buffer) {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-nginx-'));
  const port = await freePort();
  mkdirSync(join(folder, 'www'));
  writeFileSync(join(folder, 'www/page.html'), gunzipSync(zipped));
  writeFileSync(join(folder, 'www/page.html.gz'), zipped);
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log; events { worker_connections 256; }
     http { access_log off; keepalive_requests 1000000; open_file_cache max=10; client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p;
     fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
     server { listen 127.0.0.1:${port}; root ${folder}/www; gzip_static on; default_type text/html; } }`,
  );
  const server = spawn(
    'nginx',
    ['-c', join(folder, 'nginx.conf'), '-p', folder, ...(process.getuid?.() === 0 ? ['-g', 'user root;'] : [])],
    { stdio: 'ignore' },
  );
  const url = `http://127.0.0.1:${port}/page.html`;
  for (
    let tries = 0;
    tries < 100 &&
    !(await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    ));
    tries += 1
  ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    by: 'nginx',
    url,
    stop: () => {
      server.kill('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function plainNode(zipped: Buffer) {
  const server = createHttpServer((_, response) => {
    response.writeHead(200, {
      'Content-Type': 'text/html',
      'Content-Encoding': 'gzip',
      'Content-Length': zipped.byteLength,
    });
    response.end(zipped);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { by: 'a plain node:http server', url: `http://127.0.0.1:${port}/`, stop: () => void server.close() };
}
