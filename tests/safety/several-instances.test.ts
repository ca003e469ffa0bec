import '../setup/postgres-database';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type Product } from '../setup/product';
import { sendForm } from './plain-forms';
import { createTestSite, type TestSite } from './test-site';

const { DATA_DIR: dataDir = '', DATABASE_URL = '' } = process.env;
const otherDir = mkdtempSync(join(tmpdir(), 'masthead-second-'));
let testSite: TestSite;
let sites: Product[] = [];

// As docs/operating.md has it: one database, the same secrets, a folder for each.
beforeAll(async () => {
  testSite = await createTestSite(dataDir);
  copyFileSync(join(dataDir, 'secrets.json'), join(otherDir, 'secrets.json'));
  const start = (folder: string) => startServer({ DATA_DIR: folder, DATABASE_URL, WORKERS: '2', RATE_LIMITS: 'on' });
  sites = await Promise.all([start(dataDir), start(otherDir)]);
});

afterAll(async () => {
  for (const { process: main, ended } of sites) {
    main.kill('SIGTERM');
    await ended;
  }
  rmSync(otherDir, { recursive: true, force: true });
});

test('whatever readers and moderators do on one instance is seen on both, by everybody, at once', async () => {
  const queues = await Promise.all([1, 2, 3, 4].map((queue) => discuss(queue)));

  expect(queues.flatMap(({ stale }) => stale)).toEqual([]);
  expect(queues.reduce((sum, { pairs }) => sum + pairs, 0)).toBeGreaterThanOrEqual(100);
  expect(sites.map(({ stderr }) => stderr())).toEqual(['', '']);
});

test('what one person says on two instances is counted together', async () => {
  const { createPost } = await import('../factories/posts');
  const { slug } = await createPost();
  const cookie = await someReader();
  const answers = [];
  for (const number of [1, 2, 3, 4, 5, 6, 7]) {
    const address = `${sites[number % 2]!.url}/${slug}`;
    answers.push(await sendForm({ address, cookie }, 'post-comment', { body: `Too much, ${number}.` }));
  }

  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303, 429, 429]);
  for (const { text, retryAfter } of answers.slice(5)) {
    expect(text).toContain('Too many attempts.');
    expect(Number(retryAfter)).toBeGreaterThan(0);
  }
});

test('readers who follow a thread on either instance, by whichever worker, are told of a comment on one', async () => {
  const { createPost } = await import('../factories/posts');
  const { id, slug } = await createPost();
  const streams = await Promise.all([...sites, ...sites, ...sites].map(({ url }) => followThread(url, id)));
  const cookie = testSite.cookies.editor;
  const answer = await sendForm({ address: `${sites[0]!.url}/${slug}`, cookie }, 'post-comment', {
    body: 'A new one.',
  });
  expect(answer.status).toBe(303);
  await expect.poll(() => streams.map(({ said }) => said())).toEqual(streams.map(() => [0, 1]));
  for (const { leave } of streams) leave();
});

async function followThread(url: string, postId: string) {
  let text = '';
  const said = () => [...text.matchAll(/data: (\d+)/g)].map(([, count]) => Number(count));
  const asking = request(`${url}/_s/live/${postId}?since=0.0`, { agent: false }, (response) => {
    response.on('data', (chunk) => (text += String(chunk)));
    response.on('error', () => {});
  });
  asking.on('error', () => {}).end();
  await expect.poll(said).toEqual([0]);
  return { said, leave: () => asking.destroy() };
}

/** Under one article, some members one after the other: each action on the other instance than the one before. */
async function discuss(queue: number) {
  const { createPost } = await import('../factories/posts');
  const { slug } = await createPost();
  const stale: string[] = [];
  const visible = new Set<string>();
  let pairs = 0;

  const action = async (path: string, cookie: string, form: string, fill: Record<string, string>) => {
    pairs += 1;
    const answer = await sendForm({ address: sites[(queue + pairs) % 2]!.url + path, cookie }, form, fill);
    if (answer.status !== 303) throw new Error(`${form} was answered ${answer.status}: ${answer.text}`);
    return answer.location.split('#comment-')[1] ?? '';
  };
  const look = async (after: string) => {
    const wanted = [...visible].sort().join(' ');
    for (const { seen, by } of await readEverywhere(`/${slug}`)) {
      if (seen !== wanted) stale.push(`After ${after}: "${seen}" and not "${wanted}", ${by}`);
    }
  };
  const say = async (cookie: string) => {
    const body = `Gull-${queue}-${pairs}`;
    const id = await action(`/${slug}`, cookie, 'post-comment', { body });
    visible.add(body);
    await look(`saying ${body}`);
    return { body, page: `/${slug}/comments/${id}` };
  };

  for (let reader = 0; reader < 4; reader += 1) {
    const cookie = await someReader();
    const first = await say(cookie);
    const second = await say(cookie);

    await action(first.page, cookie, 'edit', { body: `${first.body}-changed` });
    visible.delete(first.body);
    visible.add(`${first.body}-changed`);
    await look('a change');

    await action(second.page, cookie, 'delete', {});
    visible.delete(second.body);
    await look('a deletion');

    await action(first.page, testSite.cookies.moderator, 'intent', { intent: 'hide' });
    visible.delete(`${first.body}-changed`);
    await look('hiding');

    await action(second.page, cookie, 'restore', {});
    visible.add(second.body);
    await look('bringing back');

    await action(first.page, testSite.cookies.moderator, 'intent', { intent: 'approve' });
    visible.add(`${first.body}-changed`);
    await look('approval');
  }
  return { stale, pairs };
}

/** What stands under the article, as both instances show it to strangers and to a reader who is signed in. */
function readEverywhere(path: string) {
  const cookies = [testSite.cookies.anonymous, testSite.cookies['other reader']];
  return Promise.all([...sites, ...sites].flatMap(({ url }) => cookies.map((cookie) => saidAt(url + path, cookie))));
}

// A connection for each, and all at once: an instance hands them to its workers in turn.
function saidAt(address: string, cookie: string) {
  return new Promise<{ seen: string; by: string }>((resolve, reject) => {
    const asking = request(address, { agent: false, headers: { cookie } }, (response) => {
      let html = '';
      response.on('data', (chunk) => (html += String(chunk)));
      response.on('end', () => {
        // A busy site says so instead of an older page; whoever asks again is answered.
        if (response.statusCode === 503) return resolve(saidAt(address, cookie));
        const seen = [...new Set(html.match(/Gull-\d+-\d+(-changed)?/g))].sort().join(' ');
        // Which worker it was is told by the validator: each renders a page of its own.
        const { etag, date } = response.headers;
        resolve({
          seen,
          by: `${response.statusCode} from ${address}, ${etag}, ${date}, since ${/data-since="([^"]*)"/.exec(html)?.[1]}`,
        });
      });
      response.on('error', reject);
    });
    asking.on('error', reject).end();
  });
}

async function someReader() {
  const { createUser } = await import('../factories/users');
  const { createSession } = await import('@/lib/auth/session-records');
  const { sessionCookieName } = await import('@/lib/auth/session-cookie');
  return `${sessionCookieName()}=${await createSession(await createUser(), 'test')}`;
}
