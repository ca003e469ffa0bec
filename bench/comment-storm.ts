import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { insertReaders, seed, type BenchData } from './database';
import { serve } from './site';
import { percentile, type Row } from './table';

/** Each may post five comments a minute. */
const READERS = 3_000;
const COMMENTS_PER_READER = 5;
const CONCURRENCY = 32;
/** How often cached pages are probed, in ms. */
const PROBE_EVERY = 10;
/** How often the commented article is opened, in ms. */
const OPENED_EVERY = 250;

type Form = { address: string; action: string; postId: string };
/** `target`: the redirect, which leads to the comment if it was published. */
type Sent = { target: string; ms: number; text: string };

/**
 * Target 4: many readers comment on one article by both forms, with rate limits on. Checks afterwards that every
 * acknowledged comment is stored.
 */
export async function measureCommentStorm(seconds: number): Promise<Row[]> {
  const data = await seed({ posts: 1_000, comments: 10_000 });
  const rows = await stormOn(data, seconds);
  await data.remove();
  return rows;
}

export async function stormOn(data: BenchData, seconds: number): Promise<Row[]> {
  const cookies = await insertReaders(data, READERS);
  const site = await serve(data, { rateLimits: 'on' });
  const [article = '', cached = ''] = site.posts;
  const form = await readForm(article);
  const readerComments = cookies.flatMap((cookie) => Array.from({ length: COMMENTS_PER_READER }, () => cookie));
  await storm(form, readerComments.splice(0, 300), { ms: 60_000, isScripted: true });
  // Warm-up: the first response is rendered.
  await watch(cached, 200, PROBE_EVERY);
  const idle = await watch(cached, seconds * 1_000, PROBE_EVERY);
  const rows: Row[] = [];
  const sent: Sent[] = [];
  for (const isScripted of [true, false]) {
    const how = isScripted ? 'sent by the page’s script' : 'sent without a script';
    const ms = seconds * 1_000;
    const [said, others, same] = await Promise.all([
      storm(form, readerComments.splice(0, (READERS * COMMENTS_PER_READER) / 2), { ms, isScripted }),
      watch(cached, ms, PROBE_EVERY),
      watch(article, ms, OPENED_EVERY),
    ]);
    sent.push(...said.sent);
    rows.push(...rowsOf({ how, said, idle, others, same }));
  }
  rows.push(await missing(sent, data));
  await site.stop();
  return rows;
}

type Measured = { how: string; said: { sent: Sent[]; seconds: number } } & Record<'idle' | 'others' | 'same', number[]>;

function rowsOf({ how, said, idle, others, same }: Measured): Row[] {
  const acknowledged = said.sent.filter(isAcknowledged);
  const times = acknowledged.map(({ ms }) => ms);
  const [before, during] = [percentile(idle, 0.99), percentile(others, 0.99)];
  const what = `comments, ${how}`;
  return [
    { target: 4, what, figure: acknowledged.length / said.seconds, unit: 'a second', atLeast: 300 },
    {
      target: 4,
      what: `${what}: p95 of an answer, ${CONCURRENCY} at once`,
      figure: percentile(times, 0.95),
      unit: 'ms',
    },
    { target: 4, what: `${what}: not accepted`, figure: said.sent.length - acknowledged.length, unit: '', atMost: 0 },
    {
      target: 4,
      what: `${what}: another cached page meanwhile, p99`,
      figure: during,
      unit: 'ms',
      limit: before,
      ratio: during / before,
      atMost: 2,
    },
    { target: 4, what: `${what}: the article itself meanwhile, p95`, figure: percentile(same, 0.95), unit: 'ms' },
  ];
}

// Counted in the database: every text is unique.
async function missing(sent: Sent[], data: BenchData): Promise<Row> {
  const rows = await data.select<{ body: string }>(
    `SELECT "body" FROM "Comment" WHERE "body" LIKE 'The storm, %' AND "status" = 'approved'`,
  );
  const there = new Set(rows.map(({ body }) => body));
  const acknowledged = sent.filter(isAcknowledged);
  const lost = acknowledged.filter(({ text }) => !there.has(text)).length;
  return { target: 4, what: `lost, of ${acknowledged.length} acknowledged`, figure: lost, unit: '', atMost: 0 };
}

function isAcknowledged({ target }: Sent) {
  return target.includes('#comment-');
}

let count = 0;

async function storm(form: Form, cookies: string[], { ms, isScripted }: { ms: number; isScripted: boolean }) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const sent: Sent[] = [];
  const waiting = cookies.toReversed();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      for (let cookie = waiting.pop(); cookie && performance.now() - began < ms; cookie = waiting.pop()) {
        const text = `The storm, ${(count += 1)}: *nobody* heard the bell, but see [the log](https://example.org/log).`;
        const from = performance.now();
        const target = await send(form, { text, cookie, agent, isScripted });
        sent.push({ target, text, ms: performance.now() - from });
      }
    }),
  );
  agent.destroy();
  return { sent, seconds: (performance.now() - began) / 1_000 };
}

type ReaderComment = { text: string; cookie: string; agent: Agent; isScripted: boolean };

export function send({ address, action, postId }: Form, { text, cookie, agent, isScripted }: ReaderComment) {
  const values = { postId, parentId: '', idempotencyKey: `key-${text.slice(0, 30)}`, 'stays-empty': '', body: text };
  const idle = { status: 'idle', message: '', fields: {}, values: {} };
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(isScripted ? `_1_${name}` : name, value);
  if (isScripted) form.set('0', JSON.stringify([idle, '$K1']));
  else {
    form.set('$ACTION_REF_1', '');
    form.set('$ACTION_1:0', JSON.stringify({ id: action, bound: '$@1' }));
    form.set('$ACTION_1:1', JSON.stringify([idle]));
    form.set('$ACTION_KEY', 'k0');
  }
  const headers = { cookie, ...(isScripted ? { 'next-action': action, accept: 'text/x-component' } : {}) };
  return post(address, form, { headers, agent });
}

async function post(address: string, form: FormData, options: { headers: Record<string, string>; agent: Agent }) {
  const multipart = new Response(form);
  const body = Buffer.from(await multipart.arrayBuffer());
  const headers = {
    ...options.headers,
    origin: new URL(address).origin,
    'content-type': multipart.headers.get('content-type') ?? '',
    'content-length': String(body.byteLength),
  };
  return new Promise<string>((resolve) => {
    const sending = request(address, { method: 'POST', agent: options.agent, headers }, (response) => {
      let said = '';
      response.on('data', (chunk) => (said += String(chunk)));
      response.on('end', () => resolve(response.headers.location ?? /"redirectTo":"([^"]+)"/.exec(said)?.[1] ?? ''));
    });
    sending.on('error', () => resolve('')).end(body);
  });
}

// The action and the post from the form as rendered.
export async function readForm(address: string): Promise<Form> {
  const page = await (await fetch(address)).text();
  const html = page.slice(page.indexOf('id="post-comment"'));
  const action = /&quot;id&quot;:&quot;([0-9a-f]{42})&quot;/.exec(html)?.[1];
  const postId = /name="postId" value="([^"]+)"/.exec(html)?.[1];
  if (!action || !postId) throw new Error(`There is no comment form at ${address}`);
  return { address, action, postId };
}

/** Response times of sequential readers, in ms. */
async function watch(address: string, ms: number, every: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const times: number[] = [];
  const asking: Promise<void>[] = [];
  for (const end = performance.now() + ms; performance.now() < end; await pause(every)) {
    const from = performance.now();
    asking.push(
      new Promise((resolve, reject) => {
        const sending = request(address, { agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
          response.resume().on('end', () => resolve(void times.push(performance.now() - from)));
        });
        sending.on('error', reject).end();
      }),
    );
  }
  await Promise.all(asking);
  agent.destroy();
  return times;
}
