import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readDb } from '@/lib/database/db';
import { runMasthead, runMastheadIn, started } from '../../factories/run-masthead';
import { disqusFile, disqusPost, disqusThread, disqusXml } from '../../factories/disqus';
import { wxr, wxrComment, wxrFile, wxrItem } from '../../factories/wxr';

// Every run is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });

test('help comes with 0, wrong usage with 2, a failure with 1 and one sentence', async () => {
  const [help, wrong, missing, inside] = await Promise.all([
    runMasthead('import', 'wordpress', '--help'),
    runMasthead('import', 'wordpress'),
    runMasthead('import', 'wordpress', '/nowhere/export.xml', '--json'),
    runMasthead('import', 'mirror', 'http://127.0.0.1:9', '--cut-over', '--json'),
  ]);

  expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining('--dry-run') });
  expect(help.stdout).not.toContain('--batch');
  expect(wrong.code).toBe(2);
  expect(missing).toEqual({ code: 1, stdout: '', stderr: 'There is no file /nowhere/export.xml.\n' });
  expect(inside).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'http://127.0.0.1:9/wp-json/: This address could not be fetched: it is not on the public internet. Nothing was imported.\n',
  });
});

test('import, list and undo, in JSON for scripts', async () => {
  const file = wxrFile(wxr(wxrItem({ id: '1', name: 'by-tool', comments: wxrComment('11') })));
  const dry = await runMasthead('import', 'wordpress', file, '--dry-run', '--json');
  expect(dry.code).toBe(0);
  expect(JSON.parse(dry.stdout)).toMatchObject({ batch: null, created: { posts: 1, comments: 1 }, failed: [] });
  expect(await readDb.post.count()).toBe(0);

  const wet = JSON.parse((await runMasthead('import', 'wordpress', file, '--json')).stdout) as { batch: string };
  expect(await readDb.post.count({ where: { slug: 'by-tool' } })).toBe(1);
  const [list, nothing] = await Promise.all([runMasthead('import', 'list'), runMasthead('import', 'undo', 'nothing')]);
  expect(list.stdout).toMatch(new RegExp(`${wet.batch} .* done +\\d{4}-\\d\\d-\\d\\d `));
  expect(nothing).toEqual({ code: 1, stdout: '', stderr: 'There is no import nothing.\n' });

  const undone = await runMasthead('import', 'undo', wet.batch, '--json');
  expect(JSON.parse(undone.stdout)).toMatchObject({ removed: { posts: 1, comments: 1 }, kept: [] });
  expect(await readDb.post.count()).toBe(0);
});

test('a file that is no export is named, with what to choose instead', async () => {
  const refused = await runMasthead('import', 'wordpress', wxrFile(wxr()), wxrFile('Milk and eggs', 'notes.txt'));
  expect(refused).toEqual({
    code: 1,
    stdout: '',
    stderr: 'notes.txt is not a WordPress export. Choose the XML file from Tools → Export in WordPress.\n',
  });
});

test('without a system, the files say which it is, and options of others are refused', async () => {
  const file = disqusFile(disqusXml(disqusThread('1', { link: '/nowhere' }), disqusPost('11', '1')));
  const [dry, media, unknown, wrong] = await Promise.all([
    runMasthead('import', file, '--dry-run', '--map', 'a.example=b.example', '--json'),
    runMasthead('import', file, '--types', 'recipe=post'),
    runMasthead('import', wxrFile('Milk and eggs', 'notes.txt')),
    runMasthead('import', 'wordpress', file),
  ]);
  expect(dry.code).toBe(0);
  expect(JSON.parse(dry.stdout)).toMatchObject({ source: 'disqus:', created: { comments: 0 }, failed: [{}] });
  expect(media.code).toBe(2);
  expect(media.stderr).toContain("option '--types' does not apply to an export of Disqus");
  expect(unknown.code).toBe(1);
  expect(unknown.stderr).toMatch(
    /^There is no export of WordPress.* in notes\.txt: it is of no known format\. Nothing/,
  );
  expect(wrong.stderr).toBe(
    'comments.xml is an export of Disqus, not of WordPress. Use “masthead import disqus FILE”, or “masthead import FILE”, which recognises it. Nothing was imported.\n',
  );
});

test('an import may run before the first start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-new-'));
  const made = await runMastheadIn(folder, 'import', 'wordpress', wxrFile(wxr(wxrItem({ id: '2' }))), '--json');
  expect(made.code).toBe(0);
  expect(JSON.parse(made.stdout)).toMatchObject({ created: { posts: 1 } });
  rmSync(folder, { recursive: true });
});

test('what only looks says where there is no site yet, and makes none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-nothing-'));
  const looks = await Promise.all([
    runMastheadIn(folder, 'user', 'list'),
    runMastheadIn(folder, 'import', 'list'),
    runMastheadIn(folder, 'user', 'role', 'ida@example.test', 'author'),
  ]);
  for (const look of looks) {
    expect(look).toEqual({
      code: 1,
      stdout: '',
      stderr: `There is no database at file:${folder}/masthead.db yet: start the site once to make it, or check DATA_DIR and DATABASE_URL.\n`,
    });
  }
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(join(folder, 'masthead.db'), '');
  expect((await runMastheadIn(folder, 'user', 'list')).stderr).toMatch(/run “masthead migrate”/);
  rmSync(folder, { recursive: true });
});

test('killed half way and run again, it finishes without doubles', async () => {
  const items = Array.from({ length: 600 }, (_, at) => wxrItem({ id: String(10_000 + at), name: `killed-${at}` }));
  const file = wxrFile(wxr(...items));
  const { child, outcome } = started('import', 'wordpress', file);
  await expect.poll(() => readDb.post.count(), { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
  child.kill('SIGKILL');
  await outcome;
  const half = await readDb.post.count();
  expect(half).toBeLessThan(600);

  const again = await runMasthead('import', 'wordpress', file, '--json');

  expect(again.code).toBe(0);
  expect(JSON.parse(again.stdout)).toMatchObject({ created: { posts: 600 }, skipped: { posts: 0 } });
  expect(await readDb.post.count()).toBe(600);
  expect(await readDb.importBatch.count({ where: { status: 'running' } })).toBe(0);
});

test('seed generates the requested content, and doctor finds no problems', async () => {
  const before = await readDb.post.count();
  const seeded = await runMasthead('seed', '--posts', '30', '--comments', '40', '--thread', '80', '--json');
  expect(JSON.parse(seeded.stdout)).toMatchObject({ posts: 30, comments: 120 });
  expect((await readDb.post.count()) - before).toBe(30);
  expect((await readDb.post.aggregate({ _sum: { commentCount: true } }))._sum.commentCount).toBe(120);
  expect((await readDb.comment.aggregate({ _max: { depth: true } }))._max.depth).toBeGreaterThan(20);

  const doctor = await runMasthead('doctor');
  expect(doctor.code).toBe(0);
  expect(doctor.stdout).not.toContain('✗');
  const [reindexed, wrong] = await Promise.all([runMasthead('reindex', '--json'), runMasthead('seed')]);
  expect(reindexed.code).toBe(0);
  expect(wrong.code).toBe(2);
});

test('doctor asks the site through SITE_URL, and says so where it could not', async () => {
  let answer: RequestListener = (_, response) => response.end('ok\n');
  const server = createServer((request, response) => answer(request, response)).listen(0);
  onTestFinished(() => {
    server.close();
    vi.unstubAllEnvs();
  });
  // An address that leads here and is not one of this machine by its name.
  const siteUrl = `http://0.0.0.0:${(server.address() as AddressInfo).port}`;
  const said = async (url: string) => {
    vi.stubEnv('SITE_URL', url);
    const { code, stdout } = await runMasthead('doctor');
    return { code, line: stdout.split('\n').find((line) => line.includes(url)) ?? '' };
  };

  expect(await said(siteUrl)).toEqual({
    code: 0,
    line: expect.stringMatching(/^✓ The site answers at SITE_URL/) as string,
  });
  answer = (_, response) => response.writeHead(301, { Location: 'https://www.blog.example/healthz' }).end();
  expect(await said(siteUrl)).toEqual({
    code: 1,
    line: expect.stringMatching(/^✗ SITE_URL is .* redirects to https:\/\/www\.blog\.example: set SITE_URL/) as string,
  });
  answer = (_, response) => response.end('Welcome to nginx!');
  expect(await said(siteUrl)).toEqual({
    code: 1,
    line: expect.stringMatching(/^✗ At SITE_URL .* something else answers/) as string,
  });
  expect(await said('http://0.0.0.0:1')).toEqual({
    code: 0,
    line: expect.stringMatching(/cannot be checked\.$/) as string,
  });
  expect(await said('http://localhost:3000')).toEqual({
    code: 0,
    line: expect.stringMatching(/cannot be checked\.$/) as string,
  });
});

test('dkim new makes a key that nobody else can read, and replaces none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-dkim-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const made = await runMastheadIn(folder, 'dkim', 'new', '--selector', 'spring');
  const file = join(folder, 'dkim-spring.pem');
  const key = createPublicKey(createPrivateKey(readFileSync(file, 'utf8')));

  expect(made.code).toBe(0);
  expect(made.stdout).toContain('DKIM_SELECTOR=spring');
  expect(made.stdout).toContain(
    `TXT "v=DKIM1; k=rsa; p=${key.export({ type: 'spki', format: 'der' }).toString('base64')}"`,
  );
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await runMastheadIn(folder, 'dkim', 'new', '--selector', 'spring')).toEqual({
    code: 1,
    stdout: '',
    stderr: `There is a key in ${file} already: choose another selector with --selector.\n`,
  });
});

test.each([
  ['--help'],
  ['import', 'wordpress', 'EXPORT', '--dry-run'],
  ['import', 'list'],
  ['user', 'list'],
  ['doctor', '--json'],
])('whoever reads the first lines only is not shown a fault: %s %s', async (...args) => {
  const remarks = Array.from({ length: 300 }, (_, at) => wxrItem({ content: `[unknown-${at} a="b"]` }));
  const file = args.includes('EXPORT') ? wxrFile(wxr(...remarks)) : '';
  const { child, outcome } = started(...args.map((arg) => (arg === 'EXPORT' ? file : arg)));
  child.stdout.destroy();

  expect(await outcome).toEqual({ code: 0, stdout: '', stderr: '' });
});
