import { afterAll, beforeAll, expect, test } from 'vitest';
import { repeat } from '../serving/request';
import { startServer, type Product } from '../setup/product';
import { actionsOfBuild, callAction, callActionByScript, type Fields } from './action-calls';
import { sendForm } from './plain-forms';
import {
  removeTestSite,
  fresh,
  routesOfBuild,
  createTestSite,
  createOwnDatabase,
  type Visitor,
  type TestSite,
} from './test-site';

const dataDir = createOwnDatabase();
const password = 'nets dry on the quay';
let testSite: TestSite;
let site: Product;

beforeAll(async () => {
  testSite = await createTestSite(dataDir);
  site = await startServer({
    DATA_DIR: dataDir,
    DATABASE_URL: `file:${dataDir}/masthead.db`,
    RATE_LIMITS: 'on',
    TRUSTED_PROXIES: '127.0.0.1,::1',
  });
});

afterAll(() => removeTestSite(site, dataDir));

test('a stranger’s guesses and wishes for e-mails leave every way in open to the owner', async () => {
  const { hashPassword } = await import('@/lib/auth/passwords');
  const { createUser } = await import('../factories/users');
  const { email } = await createUser({ role: 'owner', passwordHash: await hashPassword(password) });
  if (!email) throw new Error('no e-mail');
  const known = await signIn({ email, password }, '192.0.2.1');
  expect(known.status).toBe(303);

  for (let guess = 0; guess < 10; guess += 1) {
    expect(await (await signIn({ email, password: 'wrong' }, '198.51.100.1')).text()).toContain(
      'the password is wrong',
    );
  }
  expect(await (await signIn({ email, password: 'wrong' }, '198.51.100.1')).text()).toContain('too many attempts');
  expect((await signIn({ email, password }, '192.0.2.7')).status).toBe(303);
  expect((await signIn({ email, password }, '198.51.100.1', deviceIn(known))).status).toBe(303);

  const answers = [];
  for (let wish = 0; wish < 8; wish += 1) {
    const answer = await callActionByScript(
      site.url,
      actionNamed('signin/actions.ts#requestMagicLinkAction'),
      { email, to: '' },
      from('198.51.100.1'),
    );
    answers.push((await answer.text()).includes(`If ${email} has an account here`));
  }
  expect(new Set(answers)).toEqual(new Set([true]));
});

test('guesses are refused alike for an unknown address', async () => {
  const email = `nobody-${fresh()}@example.test`;
  const answers = [];
  for (let guess = 0; guess < 11; guess += 1) {
    const answer = await signIn({ email, password: 'wrong' }, '198.51.100.2');
    answers.push((await answer.text()).includes('too many attempts'));
  }
  expect(answers).toEqual([...Array<boolean>(10).fill(false), true]);
});

test('the creator of an account for someone else is signed out once its owner confirms the address', async () => {
  const { issueToken } = await import('@/lib/auth/tokens');
  const { db } = await import('@/lib/database/db');
  const email = `victim-${fresh()}@example.test`;
  await action('signup/actions.ts#signUpAction', { name: 'Ida Brandt', email, password, to: '' }, from('198.51.100.3'));
  const impostor = cookiesIn(await signIn({ email, password }, '198.51.100.3'));
  expect((await openAccount(impostor)).status).toBe(200);

  const { id } = await db.user.findUniqueOrThrow({ where: { email } });
  const token = await issueToken({ purpose: 'confirm-email', subject: id, seconds: 600 });
  const page = await fetch(`${site.url}/signup/confirm?token=${token}`);
  expect(await page.text()).toContain('This account was created in another browser.');
  const fields = { token, password: 'gulls above the pier' };
  const confirmed = await action('signup/actions.ts#confirmEmailAction', fields, from('192.0.2.9'));

  expect(confirmed.status).toBe(303);
  expect((await openAccount(cookiesIn(confirmed))).status).toBe(200);
  expect((await openAccount(impostor)).status).toBe(307);
  expect(await (await signIn({ email, password }, '198.51.100.3')).text()).toContain('the password is wrong');
});

test.each(['The оwner', 'Аdmin', 'Harbour News', 'Harbour News Team', 'verify at evil.example/w', 'see www.evil'])(
  'nobody signs up or renames themselves as “%s”',
  async (name) => {
    const email = `poser-${fresh()}@example.test`;
    const fields = { name, email, password, to: '' };
    const signedUp = await action('signup/actions.ts#signUpAction', fields, from(`203.0.113.${name.length}`));
    const renamed = await action('account/actions.ts#updateProfileAction', { name }, as('reader'));
    const { db } = await import('@/lib/database/db');
    const sentence = /Please choose another one\.|A name cannot hold a web address\./;
    expect(await signedUp.text()).toMatch(sentence);
    expect(await renamed.text()).toMatch(sentence);
    expect(await db.user.count({ where: { name } })).toBe(0);
  },
);

test('no page reveals the title of a draft, or its image, to users who may not open it', async () => {
  const { db } = await import('@/lib/database/db');
  const { newId } = await import('@/lib/platform/ids');
  const { createPost } = await import('../factories/posts');
  const id = newId();
  const picture = { id, hash: id, mime: 'image/png', width: 4, height: 3, bytes: 9, createdAt: new Date() };
  await db.media.create({ data: { ...picture, key: `2026/11/${id}`, fileName: 'Merger with Initech.png' } });
  const draft = await createPost({ status: 'draft', publishAt: null, title: 'SECRET layoffs' });
  await db.mediaUse.create({ data: { mediaId: id, postId: draft.id } });
  const { createComment } = await import('../factories/comments');
  const comments = [];
  for (const visitor of ['author', 'ads', 'moderator', 'reader'] as const) {
    for (const status of ['approved', 'pending'] as const) {
      comments.push(await createComment(draft.id, { authorId: testSite.users[visitor].id, status }));
    }
  }
  const found = [
    '/admin/media?q=Initech',
    '/api/media?q=Initech',
    '/admin/posts?q=layoffs',
    `/admin/comments?post=${draft.id}`,
  ];
  const own = comments.map((comment) => `/${draft.slug}/comments/${comment.id}`);
  const routes = routesOfBuild().filter((route) => /^\/(admin|account|api|comments|search)/.test(route));
  const named = [id, draft.id].flatMap((value) => routes.map((route) => route.replace(/\[[^\]]+\]/, value)));
  const pages = [...new Set([...named, ...found, ...own])];
  const read = async (visitor: Visitor) => {
    const paths = await repeat(pages.length, 4, async (at) => {
      const answer = await fetch(site.url + pages[at], { headers: as(visitor) });
      expect({ path: pages[at], failed: answer.status >= 500 }).toEqual({ path: pages[at], failed: false });
      return /SECRET layoffs|Merger with/.test(await answer.text()) ? [pages[at]] : [];
    });
    return paths.flat();
  };

  for (const visitor of ['author', 'ads', 'moderator', 'reader'] as const) {
    expect({ visitor, pages: await read(visitor) }).toEqual({ visitor, pages: [] });
  }
  const seenByEditors = await read('editor');
  for (const path of ['/admin', '/admin/posts', `/admin/media/${id}`, '/admin/comments', own[0]]) {
    expect(seenByEditors).toContain(path);
  }

  const shown = await createPost();
  await db.mediaUse.create({ data: { mediaId: id, postId: shown.id } });
  const seen = await (await fetch(`${site.url}/admin/media/${id}`, { headers: as('author') })).text();
  expect(seen).toContain('And in one post that you cannot open.');
  expect(seen).not.toContain('SECRET layoffs');
});

test.each([
  ['/admin/import?problem=', 'owner'],
  ['/signin?error=', 'anonymous'],
  ['/admin/tags?done=', 'owner'],
  ['/admin/comments?done=', 'owner'],
] as const)('%s… says nothing that somebody else wrote', async (path, visitor) => {
  const answer = await fetch(`${site.url}${path}Hacked-call-us`, { headers: as(visitor) });
  const html = (await answer.text()).replace(/<script[\s\S]*?<\/script>/g, '');
  expect(html.replace(/<[^>]*>/g, ' ')).not.toContain('Hacked');
});

test('what a browser fills into the trap is refused once, and the field comes back empty', async () => {
  const { createPost } = await import('../factories/posts');
  const { slug } = await createPost();
  const fields = { body: `No machine ${fresh()}`, 'stays-empty': 'https://ida.example' };
  const visit = { address: `${site.url}/${slug}`, cookie: as('reader').cookie ?? '' };
  const { text: html } = await sendForm(visit, 'post-comment', fields);
  expect(html).toContain('please submit the form once more');
  const [input = ''] = /<input[^>]*name="stays-empty"[^>]*>/.exec(html) ?? [];
  expect(input).toMatch(/autocomplete="stays-empty"/i);
  expect(input).not.toContain('value=');
});

function action(name: string, fields: Fields, headers: Record<string, string>) {
  return callAction(site.url, actionNamed(name), fields, headers);
}

function actionNamed(name: string) {
  const action = actionsOfBuild().find((one) => one.name.endsWith(name));
  if (!action) throw new Error(`There is no action ${name}`);
  return action;
}

function signIn(fields: { email: string; password: string }, address: string, cookie = '') {
  const typed = { ...fields, to: '/account' };
  return action('signin/actions.ts#signInAction', typed, { ...from(address), cookie });
}

function from(address: string): Record<string, string> {
  return { origin: site.url, 'sec-fetch-site': 'same-origin', 'x-forwarded-for': address };
}

function as(visitor: Visitor): Record<string, string> {
  return { ...from('192.0.2.200'), cookie: testSite.cookies[visitor] };
}

function cookiesIn(answer: Response) {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

function deviceIn(answer: Response) {
  return cookiesIn(answer)
    .split('; ')
    .filter((cookie) => cookie.startsWith('device='))
    .join('; ');
}

function openAccount(cookie: string) {
  return fetch(`${site.url}/account`, { redirect: 'manual', headers: { cookie } });
}
