import 'server-only';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { CardJob } from './card-process';

const TIMEOUT_MS = 20_000;
/** How long the process waits for another card: its start takes longer than a card, and cards often come together (ms). */
const IDLE_MS = 10_000;

let drawer: ChildProcess | null = null;
let resting: ReturnType<typeof globalThis.setTimeout> | undefined;

/** Draws a card into a file, in a process that stays for those that follow. One at a time. Throws if it is not drawn. */
export async function drawCard(job: CardJob) {
  clearTimeout(resting);
  drawer ??= start();
  try {
    const answer = await answerOf(drawer, job);
    if (answer !== 'drawn') throw new Error(`The card could not be drawn: ${answer}`);
  } catch (error) {
    end();
    throw error;
  }
  resting = globalThis.setTimeout(end, IDLE_MS).unref();
}

function start() {
  const child = fork(/* turbopackIgnore: true */ join(process.cwd(), 'lib/identity', 'card-process.ts'), [], {
    execArgv: [],
    env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('error', () => forget(child));
  child.on('exit', () => forget(child));
  // A program that is done need not wait until it ends.
  child.unref();
  child.channel?.unref();
  return child;
}

function forget(child: ChildProcess) {
  if (drawer === child) drawer = null;
}

function end() {
  drawer?.kill('SIGKILL');
  drawer = null;
}

async function answerOf(child: ChildProcess, job: CardJob) {
  const done = new AbortController();
  const { signal } = done;
  try {
    child.send(job);
    return await Promise.race([
      once(child, 'message', { signal }).then(([answer]) => String(answer)),
      once(child, 'exit', { signal }).then(([code]) => `its process ended with ${String(code)}`),
      setTimeout(TIMEOUT_MS, 'it took too long', { signal }),
    ]);
  } finally {
    done.abort();
  }
}
