import { Agent } from 'node:http';
import { readForm, send } from './comment-storm';
import { insertReaders, seed } from './database';
import { serve, type BenchSite } from './site';
import type { Row } from './table';

const ARTICLES = 10;
const ROUNDS = 12;
const WARMING = 2;

/**
 * Target 14: processor time, of all processes, that it takes until an article with about 50 comments is complete again
 * after a further one. What the comment itself takes is measured on articles that nobody opens, and taken off.
 */
export async function measureRenewals(): Promise<Row[]> {
  const data = await seed({ posts: 200, comments: 200 * 50 });
  const cookies = await insertReaders(data, 2 * ARTICLES * (ROUNDS + WARMING));
  const site = await serve(data);
  const [opened, unopened] = [site.posts.slice(0, ARTICLES), site.posts.slice(ARTICLES, 2 * ARTICLES)];
  const forms = await Promise.all([...opened, ...unopened].map(readForm));
  const agent = new Agent({ keepAlive: true });
  const comment = async (at: number, text: string) => {
    await send(forms[at]!, { text, cookie: cookies.pop() ?? '', agent, isScripted: true });
  };
  const renew = async (round: number) => {
    for (const [at, address] of opened.entries()) {
      const text = `Renewal ${round} of ${at}`;
      await comment(at, text);
      await requireShown(address, text);
    }
  };
  const onlyComment = async (round: number) => {
    for (const at of unopened.keys()) await comment(ARTICLES + at, `Unseen ${round} of ${at}`);
  };
  for (let round = 0; round < WARMING; round += 1) await renew(round);
  const complete = await processorMs(site, ROUNDS, (round) => renew(WARMING + round));
  const alone = await processorMs(site, ROUNDS, onlyComment);
  agent.destroy();
  await site.stop();
  await data.remove();
  const count = ARTICLES * ROUNDS;
  return [
    row('a comment, and its article is complete again', complete / count),
    row('the comment alone', alone / count),
    row('the article, made again', (complete - alone) / count),
  ];
}

function row(what: string, figure: number): Row {
  return { target: 14, what: `processor time, 50 comments: ${what}`, figure, unit: 'ms' };
}

async function processorMs({ processorMs: soFar }: BenchSite, rounds: number, work: (round: number) => Promise<void>) {
  const before = soFar();
  for (let round = 0; round < rounds; round += 1) await work(round);
  return soFar() - before;
}

async function requireShown(address: string, text: string) {
  const page = await (await fetch(address)).text();
  if (!page.includes(text)) throw new Error(`${address} lacks a comment that was acknowledged: ${text}`);
}
