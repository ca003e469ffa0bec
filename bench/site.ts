import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const flags = ['--conditions=react-server', '--import', './server/typescript.mjs'];

export type BenchSite = {
  url: string;
  /** Addresses of public posts, newest first. */
  posts: string[];
  residentBytes: () => number;
  stop: () => Promise<void>;
};

/** A data folder with so many invented posts and comments. */
export function seed(posts: number, comments: number, thread = 0) {
  const dataDir = mkdtempSync(join(tmpdir(), 'masthead-bench-'));
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: `file:${dataDir}/masthead.db`, LOG_LEVEL: 'error' };
  const run = (args: string[]) =>
    execFileSync(process.execPath, [...flags, 'cli/main.ts', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  run(['migrate']);
  run(['seed', '--posts', String(posts), '--comments', String(comments), '--thread', String(thread)]);
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

/** Puts pasted code into every slot. */
export function fillSlots(dataDir: string) {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: `file:${dataDir}/masthead.db`, LOG_LEVEL: 'error' };
  execFileSync(process.execPath, [...flags, 'bench/fill-slots.ts'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Readers with an account and a session; answers with the cookies of their browsers. */
export function plantReaders(dataDir: string, count: number): string[] {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: `file:${dataDir}/masthead.db`, LOG_LEVEL: 'error' };
  const args = [...flags, 'bench/plant-readers.ts', String(count)];
  return JSON.parse(execFileSync(process.execPath, args, { env, encoding: 'utf8' })) as string[];
}

export async function serve(dataDir: string, workers = 1, rateLimits: 'on' | 'off' = 'off'): Promise<BenchSite> {
  const server = spawn(process.execPath, [...flags, 'server/main.ts'], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      DATABASE_URL: `file:${dataDir}/masthead.db`,
      PORT: '0',
      HOST: '127.0.0.1',
      WORKERS: String(workers),
      RATE_LIMITS: rateLimits,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
    server.stdout.on('data', (chunk) => {
      said += String(chunk);
      const ready = /ready at (http:\S+)/.exec(said);
      if (ready?.[1]) resolve(ready[1]);
    });
  });
  const database = new Database(join(dataDir, 'masthead.db'), { readonly: true });
  const slugs = database
    .prepare(
      `SELECT "slug" FROM "Post" WHERE "type" = 'post' AND "status" = 'published' ORDER BY "commentCount" >= 50 DESC, abs("commentCount" - 50), "id" LIMIT 20000`,
    )
    .all() as { slug: string }[];
  database.close();
  return {
    url,
    posts: slugs.map(({ slug }) => `${url}/${slug}`),
    residentBytes: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0) * 1024,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
    },
  };
}

/** Asks for each address once, so many at a time; answers with how long each took, in ms. */
export async function visit(addresses: string[], atOnce: number) {
  const times: number[] = [];
  const waiting = [...addresses];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let address = waiting.pop(); address; address = waiting.pop()) {
        const began = performance.now();
        await (await fetch(address)).arrayBuffer();
        times.push(performance.now() - began);
      }
    }),
  );
  return times;
}
