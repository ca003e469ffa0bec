/* oxlint-disable vitest/valid-expect -- Vitest takes a second argument: which request it was. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '@/lib/platform/ids';
import { startServer, type Product } from '../setup/product';
import { actionsOfBuild, callAction, callActionByScript } from './action-calls';
import { actionRules } from './permissions';
import { formOf, manyFields, openSocketCount, page, sendPieces, sendTo, type Sent } from './raw-requests';
import { removeTestSite, createTestSite, createOwnDatabase, type TestSite } from './test-site';

const dataDir = createOwnDatabase();
const actions = actionsOfBuild();
let testSite: TestSite;
let site: Product;
let postId = '';
let slug = '';

beforeAll(async () => {
  testSite = await createTestSite(dataDir);
  const { createPost } = await import('../factories/posts');
  ({ id: postId, slug } = await createPost());
  site = await startServer({ DATA_DIR: dataDir, DATABASE_URL: `file:${dataDir}/masthead.db` });
});

afterAll(() => removeTestSite(site, dataDir));

const send = (path: string, sent?: Sent) => sendTo(site.url, path, sent);

test('what is only read, and what takes forms, takes no other method', async () => {
  const paths = ['/', `/${slug}`, '/archive', '/feed.xml', '/signin', '/account', '/search', '/admin', '/admin/posts'];
  const others = ['/api/me', '/api/media', '/nowhere', '/admin/nowhere', '/uploads/a.png', '/_next/static/a.js'];
  for (const path of [...paths, ...others]) {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']) {
      const { status, headers } = await send(path, { method, headers: { cookie: testSite.cookies.owner } });
      expect({ status, allow: headers.allow }, `${method} ${path}`).toEqual({
        status: 405,
        allow: expect.stringMatching(/^GET, HEAD/) as string,
      });
    }
  }
  for (const path of ['/uploads/a.png', '/_next/static/a.js', '/_s/f/a']) expect((await send(path)).status).toBe(405);
});

test('a request that names two hosts is refused, and one that names one twice as well', async () => {
  for (const hosts of ['Host: a.test\r\nHost: b.test', 'Host: a.test\r\nhOST: a.test']) {
    const said = await sendPieces(site.url, [`GET / HTTP/1.1\r\n${hosts}\r\nConnection: close\r\n\r\n`]);
    expect(said, hosts).toMatch(/^HTTP\/1\.1 400 /);
  }
});

test('unknown private addresses return 404 to all visitors, and to forms', async () => {
  const names = ['/account', '/search', '/api/me', '/api', '/signin', '/signup', '/setup', '/preview', '/comments'];
  const paths = names.flatMap((name) => [`${name}/x.css`, `${name}/no/such/page`]);
  const others = [
    '/api',
    '/preview',
    '/admin/x.css',
    '/admin/posts/a/b',
    '/admin/nowhere',
    '/comments',
    '/account.txt',
  ];
  for (const path of [...paths, ...others]) {
    for (const cookie of [testSite.cookies.anonymous, testSite.cookies.owner]) {
      for (const method of ['GET', 'HEAD']) {
        const { status, body } = await send(path, { method, headers: { cookie } });
        expect(status, `${method} ${path}`).toBe(404);
        expect(body, path).not.toContain(testSite.users.owner.email);
      }
    }
    expect((await send(path, { headers: { 'content-type': 'text/plain' }, parts: ['a'] })).status, path).toBe(404);
  }
  for (const path of '/account /search /api/me /signin/forgot-password /admin/posts /admin/posts/new'.split(' ')) {
    const { status } = await send(path, { method: 'GET', headers: { cookie: testSite.cookies.owner } });
    expect(status, path).toBe(200);
  }
});

test('a form that is too large is refused with a page that says what to do, whether it names its length or not', async () => {
  const large = 'w'.repeat(66_000);
  const huge = Buffer.alloc(1024 * 1024, 'w');
  const { type, text } = formOf([['body', large]]);
  const [head = '', tail = ''] = formOf([['body', '|']]).text.split('|');
  for (const path of [`/${slug}`, '/signin', '/account', '/search', '/nowhere', '/signin/with/github']) {
    for (const isChunked of [true, false]) {
      for (const parts of [[text], [head, ...Array.from({ length: 13 }, () => huge), tail]]) {
        const answer = await send(path, { headers: { 'content-type': type }, parts, isChunked });
        expect(answer, path).toMatchObject({ status: 413, body: page });
        expect(answer.body, path).toContain('go back one page');
        expect(answer.headers['content-type'], path).toBe('text/html; charset=utf-8');
        expect(answer.headers['content-security-policy'], path).toContain("default-src 'none'");
      }
    }
  }
  const script = await send(`/${slug}`, {
    headers: { 'content-type': type, 'next-action': 'a'.repeat(42) },
    parts: [text],
  });
  expect(script).toMatchObject({ status: 413, body: expect.stringMatching(/^This is too much/) as string });
});

test('staff may send long texts, and no more', async () => {
  const cookie = testSite.cookies.editor;
  const megabyte = Buffer.alloc(1024 * 1024, 'w');
  const json = (count: number) => [
    '{"version":1,"fields":{"title":"',
    ...Array.from({ length: count }, () => megabyte),
    '"}}',
  ];
  const headers = { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  for (const isChunked of [true, false]) {
    const answer = await send(`/admin/posts/${postId}/save`, { headers, parts: json(30), isChunked });
    expect(answer).toMatchObject({ status: 413, headers: { 'content-type': 'application/json; charset=utf-8' } });
    expect(JSON.parse(answer.body)).toEqual({ message: expect.stringMatching(/at most 12 MB/) as string });
    const taken = await send(`/admin/posts/${postId}/save`, { headers, parts: json(3), isChunked });
    expect(taken.status).toBe(200);
    const { problems } = JSON.parse(taken.body) as { problems: object };
    expect(problems).toEqual({ title: expect.stringMatching(/at most \d+ characters/) as string });
  }
});

test('without a session the limits of staff forms are those of public ones, and the sender is asked to sign in', async () => {
  const { encode } = await import('next-auth/jwt');
  const { sessionCookieName } = await import('@/lib/auth/session-cookie');
  const { secrets } = await import('@/lib/secrets/secrets');
  const token = { sid: 'x', sub: testSite.users.author.id };
  const foreign = await encode({ token, secret: 'another site', maxAge: 600 });
  const outdated = await encode({ token, secret: secrets().auth, maxAge: -600 });
  const name = sessionCookieName();
  const strangers = {
    'no cookie': '',
    'a forged cookie': `${name}=abc`,
    'a cookie of another site': `${name}=${foreign}`,
    'a cookie that is out of date': `${name}=${outdated}`,
    'a cookie of another name': testSite.cookies.author.replace(/^[^=]+/, 'other'),
  };
  const large = 'w'.repeat(66_000);
  const form = formOf([['body', large]]);
  const json = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  const told = { status: 401, body: expect.stringContaining('This browser is signed out.') as string };
  for (const [who, cookie] of Object.entries(strangers)) {
    for (const isChunked of [true, false]) {
      for (const path of ['/admin', '/admin/settings', `/admin/posts/${postId}`, '/admin/media', '/admin/nowhere']) {
        const headers = { cookie, 'content-type': form.type };
        const answer = await send(path, { headers, parts: [form.text], isChunked });
        expect(answer, `${who}, ${path}`).toMatchObject(told);
        expect(answer.body, path).toContain('go back one page');
      }
      const save = `/admin/posts/${postId}/save`;
      const answer = await send(save, { headers: { ...json, cookie }, parts: [JSON.stringify({ large })], isChunked });
      expect(answer, who).toMatchObject({ ...told, headers: { 'content-type': 'application/json; charset=utf-8' } });
    }
    const many = manyFields(201);
    const headers = { cookie, 'content-type': many.type };
    expect(await send('/admin/comments', { headers, parts: [many.text] }), who).toMatchObject(told);
  }
  const script = { 'content-type': form.type, 'next-action': 'a'.repeat(42) };
  const answer = await send('/admin/settings', { headers: script, parts: [form.text] });
  expect(answer).toMatchObject({ status: 401, body: expect.stringMatching(/^This browser is signed out/) as string });
  // Two cookies of one name: Next goes by the last one, and so does this.
  const both = `${testSite.cookies.author}; ${name}=abc`;
  const headers = { cookie: both, 'content-type': form.type };
  expect((await send('/admin/settings', { headers, parts: [form.text] })).status).toBe(401);
  const own = { cookie: `a=b; ${testSite.cookies.author}`, 'content-type': form.type };
  expect((await send('/admin/settings', { headers: own, parts: [form.text] })).status).not.toBe(401);
});

test('a form with too many fields is refused before it is parsed, and delays no others', async () => {
  const ask = (path: string, count: number) => {
    const { type, text } = manyFields(count);
    const began = performance.now();
    return send(path, { headers: { 'content-type': type, cookie: testSite.cookies.owner }, parts: [text] }).then(
      (answer) => ({
        ...answer,
        took: performance.now() - began,
      }),
    );
  };
  expect(await ask(`/${slug}`, 201)).toMatchObject({ status: 413, body: page });
  // It names no action, which is another matter.
  expect((await ask(`/${slug}`, 200)).status).toBe(400);
  expect(await ask('/admin/comments', 2_001)).toMatchObject({ status: 413, body: page });
  expect((await ask('/admin/comments', 2_000)).status).toBe(400);
  const [flood, search] = await Promise.all([ask('/admin/posts', 110_000), send('/search?q=sea', { method: 'GET' })]);
  expect(flood).toMatchObject({ status: 413, body: page });
  // By the square of their number these fields took most of a minute.
  expect(flood.took).toBeLessThan(10_000);
  expect(search.status).toBe(200);
  const { type, text } = manyFields(201);
  const capitals = { 'content-type': type.replace('multipart/form-data', 'Multipart/Form-Data') };
  expect((await send('/signin', { headers: capitals, parts: [text] })).status).toBe(413);
  const listed = Array.from({ length: 201 }, (_, i) => `f${i}=`).join('&');
  const plain = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await send('/signin', { headers: plain, parts: [listed] })).status).toBe(413);
});

test('a form that arrived damaged is refused as such, and is no fault of ours', async () => {
  const { type, text } = formOf([['body', 'words'], ['intent', 'x']]); // prettier-ignore
  const file = 'Content-Disposition: form-data; name="f"; filename="f"\r\nContent-Type: text/plain\r\n\r\nx\r\n';
  const damaged: [string, string][] = [
    ['multipart/form-data', text],
    ['multipart/form-data; boundary=', text],
    ['multipart/form-data; boundary=other', text],
    [type, ''],
    [type, 'words'],
    [type, text.slice(0, -6)],
    [type, text.slice(0, 40)],
    [type, '--edge\r\n'],
    [type, `--edge\r\n\r\nwords\r\n--edge--\r\n`],
    [type, `--edge\r\nContent-Disposition: attachment\r\n\r\nwords\r\n--edge--\r\n`],
    [type, `--edge\r\n${file}`],
    [type, formOf([['$ACTION_REF_1', ''], ['$ACTION_1:0', '{"id":"7f","bound":"$@1"}']]).text], // prettier-ignore
  ];
  for (const path of [`/${slug}`, '/signin', '/admin/posts', '/signin/with/github']) {
    for (const [contentType, body] of damaged) {
      const headers = { 'content-type': contentType, cookie: testSite.cookies.owner };
      const answer = await send(path, { headers, parts: [body] });
      expect(answer, `${path} ${contentType} ${body}`).toMatchObject({ status: 400, body: page });
    }
  }
  expect(site.stderr()).not.toMatch(/request_failed|rendering_failed|"level":50/);
});

test('no validation message of a schema library reaches users', async () => {
  for (const action of actions.filter(({ name }) => actionRules[name])) {
    const { fields = {} } = await actionRules[action.name]!.send(testSite, 'owner');
    const twice = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? [value, value] : value]),
    );
    for (const sent of [twice, {}]) {
      for (const call of [callAction, callActionByScript]) {
        const answer = await call(site.url, action, sent, { cookie: testSite.cookies.owner, origin: site.url });
        expect(await answer.text(), action.name).not.toMatch(
          /Invalid (input|option)|expected \w+, received|too_(big|small)/i,
        );
      }
    }
  }
});

test(
  'a body that trickles is cut off, and takes no place from anybody while it does',
  { timeout: 40_000 },
  async () => {
    const { type, text } = formOf([['body', 'words']]);
    const head = `POST /${slug} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: 5000\r\n\r\n`;
    const began = performance.now();
    const slow = Array.from({ length: 40 }, () => sendPieces(site.url, [head, text.slice(0, 20)]));
    // They are all here before anyone else makes a request.
    await expect.poll(openSocketCount).toBeGreaterThanOrEqual(40);
    const action = actions.find(({ name }) => name.endsWith('#submitCommentAction'))!;
    const fields = { postId, body: `Words of ${newId()}`, idempotencyKey: newId() };
    const answer = await callAction(site.url, { ...action, page: `/${slug}` }, fields, {
      origin: site.url,
      cookie: testSite.cookies.reader,
    });
    expect(answer.status).toBe(303);
    const said = await Promise.all(slow);
    expect(new Set(said.map((each) => each.slice(0, 13)))).toEqual(new Set(['HTTP/1.1 408 ']));
    expect(said[0]).toContain('This took too long to send.');
    expect(performance.now() - began).toBeLessThan(25_000);
  },
);
