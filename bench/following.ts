import { Agent } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { readForm, send } from './comment-storm';
import { insertFollowers, insertReaders, kinds, seed, type Kind } from './database';
import { serve } from './site';
import { percentile, type Row } from './table';

const FOLLOWERS = 5_000;
/** Comments on a post that is followed, and on one that is not. */
const COMMENTS = 60;
const WARMING = 10;
const EVERY_MS = 250;
/** After that, e-mails that have not left are not waited for. */
const LONGEST_MS = 180_000;

/** A post that thousands follow: how soon all have an e-mail about a comment, and whether comments are slower meanwhile. */
export async function measureFollowing(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const kind of kinds) rows.push(...(await measureOn(kind)));
  return rows;
}

async function measureOn(kind: Kind): Promise<Row[]> {
  const data = await seed({ posts: 100, comments: 2_000 }, kind);
  const cookies = await insertReaders(data, FOLLOWERS + 2 * COMMENTS + WARMING + 1);
  const mail = await startMailServer();
  const site = await serve({ ...data, env: { ...data.env, SMTP_URL: mail.url } });
  const [followed = '', other = ''] = site.posts;
  await insertFollowers(data, { slug: followed.split('/').at(-1) ?? '', count: FOLLOWERS });
  const commenters = cookies.slice(FOLLOWERS);
  await commentOn(other, commenters.splice(0, WARMING));
  const without = await commentOn(other, commenters.splice(0, COMMENTS));
  await commentOn(followed, commenters.splice(0, 1));
  const [seconds, meanwhile] = await Promise.all([mail.until(FOLLOWERS), commentOn(other, commenters)]);
  await site.stop();
  await mail.stop();
  await data.remove();
  return rowsOf(kind, { seconds, without: percentile(without, 0.95), meanwhile: percentile(meanwhile, 0.95) });
}

type Measured = Record<'seconds' | 'without' | 'meanwhile', number>;

function rowsOf(kind: Kind, { seconds, without, meanwhile }: Measured): Row[] {
  const many = FOLLOWERS.toLocaleString('en');
  return [
    {
      target: 12,
      what: `${kind}: ${many} followers have an e-mail about a comment`,
      figure: seconds,
      unit: 's',
      atMost: 60,
    },
    {
      target: 12,
      what: `${kind}: a comment while ${many} followers get e-mails about another, against one before: p95`,
      figure: meanwhile,
      unit: 'ms',
      limit: without,
      ratio: meanwhile / without,
      atMost: 1.2,
    },
  ];
}

let count = 0;

/** How long each answer took, in ms. */
async function commentOn(address: string, cookies: string[]) {
  const form = await readForm(address);
  const agent = new Agent({ keepAlive: true });
  const times: number[] = [];
  for (const cookie of cookies) {
    const from = performance.now();
    const target = await send(form, { text: `Told to many, ${(count += 1)}.`, cookie, agent, isScripted: true });
    if (!target.includes('#comment-')) throw new Error('A comment was not accepted.');
    times.push(performance.now() - from);
    await pause(EVERY_MS);
  }
  agent.destroy();
  return times;
}

/** Takes e-mails and throws them away. */
async function startMailServer() {
  const so = { taken: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      stream.resume().on('end', () => {
        so.taken += 1;
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    until: async (wanted: number) => {
      const began = performance.now();
      while (so.taken < wanted && performance.now() - began < LONGEST_MS) await pause(50);
      return (performance.now() - began) / 1_000;
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
