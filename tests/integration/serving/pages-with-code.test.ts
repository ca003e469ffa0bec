import { describe, expect, test } from 'vitest';
import { createSession } from '@/lib/auth/session-records';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import type { Role } from '@/lib/auth/actor';
import { newId } from '@/lib/platform/ids';
import { storeSettings } from '@/lib/settings/queries';
import { caches } from '@/lib/caching/process-caches';
import { cacheTags } from '@/lib/caching/cache-tags';
import { createUser } from '../../factories/users';
import { sendStatic, serveApplication, type Reply } from './application';

const pageWith = (mark: string) =>
  `<!doctype html><html><body><p>${'Tide. '.repeat(500)}</p><div class="${mark}" data-code="x"></div></body></html>`;
const fresh = () => `/with-code-${newId()}`;
const policyOf = ({ headers }: Reply) => String(headers['content-security-policy']);
const nonceOf = (reply: Reply) => /'nonce-([^']+)'/.exec(policyOf(reply))?.[1] ?? '';
const isOpen = (reply: Reply) => policyOf(reply).includes(`'strict-dynamic'`);

async function sessionOf(role: Role) {
  const token = await createSession(await createUser({ role }), 'test');
  return `${sessionCookieName()}=${token}`;
}

describe.each(['slot__host', 'site-code'])('a page with %s', (mark) => {
  const html = pageWith(mark);

  async function servePage(page = html, status = 200) {
    const { ask } = await serveApplication((_, response) => sendStatic(response, page, status));
    const path = fresh();
    return (headers: Record<string, string> = {}, method = 'GET') => ask(path, { headers, method });
  }

  test.each([
    ['gzip', { 'accept-encoding': 'gzip, deflate, br, zstd' }],
    ['plain', {}],
  ])('every answer has a nonce of its own, %s, in header and page', async (_, headers) => {
    const ask = await servePage();
    const answers = [await ask(headers), await ask(headers), await ask(headers)];

    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(answer.body.split(nonceOf(answer))).toHaveLength(2);
      expect(answer.body).toContain(`<script nonce="${nonceOf(answer)}">`);
      expect(answer.headers).toMatchObject({ 'cache-control': 'private, no-cache', vary: 'Accept-Encoding, Cookie' });
      expect(answer.headers.etag).toBeUndefined();
    }
    expect(new Set(answers.map(nonceOf)).size).toBe(3);
  });

  test('HEAD tells the length of the page and sends none of it', async () => {
    const ask = await servePage();
    const { headers } = await ask();

    expect(await ask({}, 'HEAD')).toMatchObject({ body: '', headers: { 'content-length': headers['content-length'] } });
  });

  test('a page that was asked for with a validator is sent whole', async () => {
    const ask = await servePage();
    const strict = await ask({ cookie: await sessionOf('owner') });

    for (const etag of ['*', String(strict.headers.etag)]) {
      expect(await ask({ 'if-none-match': etag })).toMatchObject({ status: 200 });
    }
    expect(await ask({ cookie: await sessionOf('owner'), 'if-none-match': String(strict.headers.etag) })).toMatchObject(
      {
        status: 304,
        headers: { 'content-security-policy': policyOf(strict) },
      },
    );
  });

  test.each(['owner', 'admin', 'editor', 'author', 'moderator', 'ads'] as const)(
    'the browser of an account that is %s gets the strict page, first and from memory',
    async (role) => {
      const ask = await servePage();
      const cookie = await sessionOf(role);
      const answers = [await ask({ cookie }), await ask({ cookie }), await ask({ cookie: `a=b; ${cookie}; c=d` })];

      expect(isOpen(await ask())).toBe(true);
      for (const answer of [...answers, await ask({ cookie })]) {
        expect(isOpen(answer)).toBe(false);
        expect(answer.body).not.toContain('nonce=');
        expect(answer.body).toContain(`class="${mark} ${mark}--withheld"`);
        expect(answer.headers).toMatchObject({ 'cache-control': 'private, max-age=0, must-revalidate' });
        expect(String(answer.headers.vary)).toContain('Cookie');
      }
    },
  );

  test('the answer to a form runs no such code, and shows no box for it', async () => {
    const { ask } = await serveApplication((_, response) => sendStatic(response, html));
    const headers = { 'content-type': 'multipart/form-data; boundary=edge', 'sec-fetch-site': 'same-origin' };
    const body = '--edge\r\nContent-Disposition: form-data; name="body"\r\n\r\nMind the tide.\r\n--edge--\r\n';
    for (const how of [{ headers, body }, {}]) {
      const answer = await ask(fresh(), { method: 'POST', ...how });
      expect(answer).toMatchObject({ status: 200, headers: { 'cache-control': 'private, no-store' } });
      expect(isOpen(answer)).toBe(false);
      expect(answer.body).toContain(`class="${mark} ${mark}--withheld"`);
      expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(answer.body)));
    }
  });

  test('does not trust unknown sessions: forged, ended and duplicate ones', async () => {
    const ask = await servePage();
    const name = sessionCookieName();
    const reader = await sessionOf('reader');

    for (const cookie of [
      `${name}=forged`,
      `${name}=`,
      `${name}=%`,
      `${reader}; ${await sessionOf('owner')}`,
      `my${name}=1`,
    ]) {
      expect(isOpen(await ask({ cookie }))).toBe(false);
    }
    expect(isOpen(await ask({ cookie: 'theme=dark' }))).toBe(true);
  });

  test('readers who are signed in get it unless the site says no', async () => {
    const ask = await servePage();
    const cookie = await sessionOf('reader');
    expect(isOpen(await ask({ cookie }))).toBe(true);

    await storeSettings({ noCodeForSignedIn: true });
    await caches.invalidate([cacheTags.site]);
    expect(isOpen(await ask({ cookie }))).toBe(false);
    expect(isOpen(await ask())).toBe(true);
    await storeSettings({ noCodeForSignedIn: false });
    await caches.invalidate([cacheTags.site]);
  });

  test('the session check cannot be reached from outside', async () => {
    const { ask } = await serveApplication((_, response) => sendStatic(response, html));

    expect(await ask('/_s/a', { headers: { cookie: await sessionOf('reader') } })).toMatchObject({ status: 404 });
  });

  test('a page that is not found has the same two forms', async () => {
    const ask = await servePage(html, 404);

    expect(isOpen(await ask())).toBe(true);
    expect(await ask()).toMatchObject({ status: 404 });
    expect(isOpen(await ask({ cookie: await sessionOf('ads') }))).toBe(false);
  });

  test('a page without such code carries nothing of it', async () => {
    const ask = await servePage(html.replace(mark, 'slot__frame'));
    const answer = await ask();

    expect(isOpen(answer)).toBe(false);
    expect(answer.body).not.toContain('nonce');
    expect(answer.headers.vary).toBe('Accept-Encoding');
  });

  test('a text that looks like the placeholder of the nonce stays a text', async () => {
    const { NONCE_PLACEHOLDER } = await import('@/server/rendering/slot-runtime');
    const ask = await servePage(html.replace('Tide.', NONCE_PLACEHOLDER));
    const answer = await ask();

    expect(answer.body.split(nonceOf(answer))).toHaveLength(2);
  });
});
