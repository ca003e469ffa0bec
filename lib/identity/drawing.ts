import 'server-only';
import { fork } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Mutex } from 'async-mutex';
import { env } from '@/lib/platform/env';
import { newId } from '@/lib/platform/ids';
import type { CardJob } from './card-process';
import { CARD_SIZE, cardFile, type Card } from './social-card';

const TIMEOUT_MS = 20_000;
const coming = new Map<string, Promise<Buffer>>();
// One at a time, to leave the CPU to requests.
const mutex = new Mutex();

/** The drawn card of a post, from the disk if this version was drawn before. */
export async function drawnCard(postId: string, card: Card): Promise<Buffer> {
  const name = cardFile(postId, card);
  const kept = await readFile(join(cardsFolder(), name)).catch(() => null);
  if (kept) return kept;
  const known = coming.get(name);
  if (known) return known;
  const drawing = mutex.runExclusive(() => draw(name, { postId, card })).finally(() => coming.delete(name));
  coming.set(name, drawing);
  return drawing;
}

/** Outside the uploads: cards can be drawn again, so no backup and no store has them. */
function cardsFolder() {
  return join(env().dataDir, 'cards');
}

async function draw(name: string, { postId, card }: { postId: string; card: Card }) {
  const folder = cardsFolder();
  await mkdir(folder, { recursive: true });
  const output = join(folder, `.${newId()}.png`);
  try {
    await run({ card, output, ...CARD_SIZE });
    const bytes = await readFile(output);
    await rename(output, join(folder, name));
    await removeFormer(folder, { postId, name });
    return bytes;
  } finally {
    await rm(output, { force: true });
  }
}

async function removeFormer(folder: string, { postId, name }: { postId: string; name: string }) {
  const former = (await readdir(folder)).filter((each) => each.startsWith(`${postId}-`) && each !== name);
  await Promise.all(former.map((each) => rm(join(folder, each), { force: true })));
}

function run(job: CardJob) {
  return new Promise<void>((resolve, reject) => {
    const child = fork(/* turbopackIgnore: true */ join(process.cwd(), 'lib/identity', 'card-process.ts'), [], {
      execArgv: [],
      env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const fail = (why: string) => reject(new Error(`The card could not be drawn: ${why}`));
    const timer = setTimeout(() => {
      fail('it took too long');
      child.kill('SIGKILL');
    }, TIMEOUT_MS);
    child.on('message', (answer: string) => (answer === 'drawn' ? resolve() : fail(answer)));
    child.on('error', (error) => fail(error.message));
    child.on('exit', (code) => {
      clearTimeout(timer);
      fail(`its process ended with ${code}`);
    });
    child.send(job);
  });
}
