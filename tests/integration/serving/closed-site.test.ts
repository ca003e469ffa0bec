import { afterEach, expect, test } from 'vitest';
import { createSession } from '@/lib/auth/session-records';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { cacheTags } from '@/lib/caching/cache-tags';
import { caches } from '@/lib/caching/process-caches';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { accessForm, changeAccess, hasSitePassword } from '@/lib/settings/access';
import { storeSettings } from '@/lib/settings/queries';
import { actorWith, createUser } from '../../factories/users';
import { sendStatic, serveApplication } from './application';

const PASSWORD = 'a lantern for each boat';
const close = async (visibility: string, sitePassword = '') =>
  changeAccess(await actorWith('owner'), accessForm.parse({ visibility, sitePassword }));
const shown = () => serveApplication((_, response) => sendStatic(response, '<html><body>Lanterns</body></html>'));
const fresh = () => `/page-${newId()}`;
const send = (password: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams({ password, to: '/archive' }).toString(),
});

afterEach(async () => {
  await storeSettings({ visibility: 'everyone', maintenance: false, maintenanceText: '' });
  await caches.invalidate([cacheTags.site]);
});

async function cookieOf(role: 'reader' | 'editor') {
  return `${sessionCookieName()}=${await createSession(await createUser({ role }), 'here')}`;
}

test('a cached page is nobody’s once the site is closed, and everybody’s again once it is open', async () => {
  const { ask } = await shown();
  const path = fresh();
  expect(await ask(path)).toMatchObject({ status: 200, body: expect.stringContaining('Lanterns') });
  await close('accounts');
  const refused = await ask(path);
  expect([refused.status, refused.headers['cache-control']]).toEqual([403, 'private, no-store']);
  expect(refused.body).not.toContain('Lanterns');
  const read = await ask(path, { headers: { cookie: await cookieOf('reader') } });
  expect([read.status, read.headers['cache-control'], read.headers.vary]).toEqual([
    200,
    'private, no-cache',
    expect.stringContaining('Cookie'),
  ]);
  await close('everyone');
  expect(await ask(path)).toMatchObject({
    status: 200,
    headers: { 'cache-control': 'public, max-age=0, must-revalidate' },
  });
});

test('the words are in the language of the site, for pages, and in a sentence for other programs', async () => {
  const { ask } = await shown();
  await storeSettings({ language: 'fr', maintenance: true, maintenanceText: '' });
  await caches.invalidate([cacheTags.site]);
  const page = await ask(fresh(), { headers: { accept: 'text/html' } });
  expect(page.body).toContain('<html lang="fr" dir="ltr"');
  expect(page.body).toContain('Ce site est en travaux');
  expect([page.status, page.headers['retry-after'], page.headers['x-robots-tag']]).toEqual([503, '3600', 'noindex']);
  const sentence = await ask('/feed.xml', { headers: { accept: 'application/atom+xml' } });
  expect(sentence.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(sentence.body).toContain('Ce site est en travaux');
  await storeSettings({ language: 'en' });
});

test('staff read the site during maintenance, under a notice, whatever the form of the page', async () => {
  const { ask } = await shown();
  await storeSettings({ maintenance: true });
  await caches.invalidate([cacheTags.site]);
  const cookie = await cookieOf('editor');
  const path = fresh();
  for (const encoding of ['gzip', 'br', 'identity']) {
    const { status, body } = await ask(path, { headers: { cookie, 'accept-encoding': encoding } });
    expect(status).toBe(200);
    expect(body).toMatch(/^<html><body><aside id="maintenance-notice".*<\/aside>Lanterns<\/body><\/html>$/s);
  }
  expect((await ask(path, { headers: { cookie: await cookieOf('reader') } })).status).toBe(503);
});

test('a password is stored as a hash, asked for once, and not guessed', async () => {
  await db.setting.deleteMany({ where: { key: 'sitePassword' } });
  await expect(close('password')).rejects.toMatchObject({
    fields: { sitePassword: 'Enter the password that readers will be asked for.' },
  });
  expect(await hasSitePassword()).toBe(false);
  await close('password', PASSWORD);
  const stored = await db.setting.findUniqueOrThrow({ where: { key: 'sitePassword' } });
  expect(stored.value).toMatch(/^"\$argon2id\$/);
  const { ask } = await shown();
  const right = await ask('/signin/site', send(PASSWORD));
  expect([right.status, right.headers.location]).toEqual([303, '/archive']);
  const answers = new Set<number>();
  for (let attempt = 0; attempt < 60; attempt += 1) answers.add((await ask('/signin/site', send('a guess'))).status);
  expect([...answers]).toEqual([403, 429]);
  const late = await ask('/signin/site', send(PASSWORD));
  expect([late.status, late.headers['set-cookie']]).toEqual([429, undefined]);
  expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
  expect(await db.auditEntry.count({ where: { action: 'settings.change', data: { contains: 'argon2' } } })).toBe(0);
});
