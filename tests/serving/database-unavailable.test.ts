import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'next-auth/jwt';
import { expect, onTestFinished, test } from 'vitest';
import { startPostgres } from '../setup/postgres-cluster';
import { startProduct, until } from '../setup/product';
import { ask } from './request';

const secret = 'a secret of this test alone, long enough';
const pages = [
  '/signin',
  '/signup',
  '/search?q=harbour',
  '/account',
  '/admin',
  '/admin/posts',
  '/admin/media',
  '/unread',
];
const machines = ['/feed.xml', '/feed.json', '/rss.xml', '/sitemap.xml', '/sitemaps/posts-1.xml', '/archive'];

test('while the database is away every address says so in words, and asks to come again', async () => {
  const { url, folder } = await startPostgres('away');
  const postgres = Number(readFileSync(join(folder, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]);
  // It ends as on a machine that loses power, and is not there to be stopped.
  const kill = () => process.kill(postgres, 'SIGKILL');
  onTestFinished(() => {
    if (existsSync(`/proc/${postgres}`)) kill();
    rmSync(folder, { recursive: true, force: true });
  });
  const { url: site, stderr } = await startProduct({
    DATABASE_URL: `${url}/away`,
    WORKERS: '1',
    AUTH_SECRET: secret,
  });
  const cookie = `session=${await encode({ token: { sid: 'one', sub: 'two' }, secret })}`;
  expect((await ask(site, '/signin', { headers: { cookie } })).status).toBe(200);
  kill();
  await until(async () => (await ask(site, '/readyz')).status === 503);

  for (const path of [...pages, ...machines]) {
    const { status, headers, text } = await ask(site, path, { headers: { cookie } });
    expect([path, status, headers['retry-after'], headers['cache-control']]).toEqual([path, 503, '5', 'no-store']);
    expect(text).toContain('<h1>The database cannot be reached at the moment.</h1>');
    expect(text).toContain('<meta http-equiv="refresh" content="10">');
  }
  for (const path of ['/api/me', '/api/me/comments?post=one', '/api/media']) {
    const { status, headers, text } = await ask(site, path, { headers: { cookie } });
    expect([path, status, headers['retry-after']]).toEqual([path, 503, '5']);
    expect(JSON.parse(text)).toEqual({
      message: expect.stringContaining('The database cannot be reached at the moment.'),
    });
  }
  const headers = { cookie, origin: site, 'content-type': 'application/x-www-form-urlencoded' };
  for (const path of ['/account', '/admin/settings', '/unread']) {
    const { status, text } = await ask(site, path, { method: 'POST', headers, body: 'name=Somebody' });
    expect([path, status]).toEqual([path, 503]);
    expect(text).toContain('Reload this page in a moment, and your browser will send it again.');
    expect(text).not.toContain('http-equiv="refresh"');
  }
  expect((await ask(site, '/healthz')).status).toBe(200);
  expect(stderr()).not.toContain('"event":"request_failed"');
});
