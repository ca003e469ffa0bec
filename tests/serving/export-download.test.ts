import { mkdirSync, openSync, closeSync, ftruncateSync, readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOwnDatabase, createTestSite, removeTestSite, type TestSite } from '../safety/test-site';
import { familyOf, startServer, until, type Product } from '../setup/product';

const MEGABYTE = 1024 * 1024;
const FILE_MEGABYTES = 400;
const dataDir = createOwnDatabase();
let testSite: TestSite;
let site: Product;

beforeAll(async () => {
  testSite = await createTestSite(dataDir);
  const { createPost } = await import('../factories/posts');
  const path = `files/${'ab'.repeat(12)}/film.mp4`;
  mkdirSync(join(dataDir, 'uploads', path, '..'), { recursive: true });
  const file = openSync(join(dataDir, 'uploads', path), 'w');
  ftruncateSync(file, FILE_MEGABYTES * MEGABYTE);
  closeSync(file);
  await createPost({ bodyHtml: `<p><a href="/uploads/${path}">Film</a></p>` });
  site = await startServer({ DATA_DIR: dataDir, DATABASE_URL: `file:${dataDir}/masthead.db` });
});

afterAll(() => removeTestSite(site, dataDir));

async function download(format: 'archive' | 'json-feed') {
  const { permitExport } = await import('@/lib/export/download-permission');
  const owner = { ...testSite.users.owner, role: 'owner', sessionId: '', emailVerified: true } as const;
  const key = await permitExport(owner, { format, withEmails: false }, async () => {});
  const url = `${site.url}/admin/export/file?key=${encodeURIComponent(key)}`;
  return new Promise<IncomingMessage>((resolve, reject) =>
    get(url, { headers: { cookie: testSite.cookies.owner } }, resolve).once('error', reject),
  );
}

/** The most that a process has ever held, without what it shares with files. */
const peakOf = (pid: number) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
const exporting = () =>
  familyOf(site.process.pid!).filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('cli/main.ts'));

test('a download of hundreds of megabytes passes through the site, which keeps nothing of it', async () => {
  // Loads what exporting needs.
  for await (const _ of await download('json-feed'));
  await until(() => exporting().length === 0);
  const serving = familyOf(site.process.pid!);
  const before = serving.map(peakOf);
  const response = await download('archive');
  expect(response.headers).toMatchObject({ 'content-type': 'application/zip', 'cache-control': 'private, no-store' });
  expect(response.headers['content-disposition']).toMatch(/^attachment; filename="localhost-archive-[\d-]{10}\.zip"$/);
  let bytes = 0;
  let last: Buffer = Buffer.alloc(0);
  for await (const chunk of response) {
    bytes += (chunk as Buffer).byteLength;
    last = chunk as Buffer;
  }
  expect(bytes / MEGABYTE).toBeGreaterThan(FILE_MEGABYTES);
  expect(last.includes('manifest.json')).toBe(true);
  const grown = serving.map((pid, at) => peakOf(pid) - before[at]!);
  // Their young objects alone may take some tens of megabytes.
  expect(Math.max(...grown)).toBeLessThan(FILE_MEGABYTES / 3);
}, 120_000);

test('a download that nobody takes any more ends its process', async () => {
  const response = await download('archive');
  await new Promise((resolve) => response.once('readable', resolve));
  expect(exporting()).toHaveLength(1);
  response.destroy();
  await until(() => exporting().length === 0);
}, 60_000);

test('an export that fails breaks the download off, so that nobody takes it for whole', async () => {
  const response = await download('archive');
  await new Promise((resolve) => response.once('readable', resolve));
  process.kill(exporting()[0]!, 'SIGKILL');
  const taken = async () => {
    for await (const _ of response);
  };
  await expect(taken()).rejects.toThrow('aborted');
}, 60_000);

test('without a key the form says why, and an administrator finds nothing', async () => {
  const asked = (cookie: string) =>
    fetch(`${site.url}/admin/export/file?key=x`, { headers: { cookie }, redirect: 'manual' });
  const refused = await asked(testSite.cookies.owner);
  expect(refused.status).toBe(303);
  const page = await fetch(site.url + refused.headers.get('location')!.replace(/^https?:\/\/[^/]+/, ''), {
    headers: { cookie: testSite.cookies.owner },
  });
  expect(await page.text()).toContain('This download has expired. Please export again.');
  expect((await asked(testSite.cookies.admin)).status).toBe(404);
  expect((await asked('')).status).toBe(404);
});
