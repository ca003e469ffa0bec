import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { typescript } from '../scripts/steps.mjs';
import { startPostgres } from '../tests/setup/postgres-cluster';

export const kinds = ['SQLite', 'PostgreSQL'] as const;
export type Kind = (typeof kinds)[number];

/** The data of one site: a folder and a database of either kind. */
export type BenchData = {
  kind: Kind;
  env: NodeJS.ProcessEnv;
  select: <Row>(sql: string) => Promise<Row[]>;
  /** Runs a script and returns its output. */
  run: (args: string[]) => Promise<string>;
  remove: () => Promise<void>;
};

type Size = { posts: number; comments: number; thread?: number };

/** Creates a database with generated posts and comments. */
export async function seed({ posts, comments, thread = 0 }: Size, kind: Kind = 'SQLite'): Promise<BenchData> {
  const data = await (kind === 'SQLite' ? emptySqlite() : emptyPostgres());
  await data.run(['cli/main.ts', 'migrate']);
  const sizes = { '--posts': posts, '--comments': comments, '--thread': thread };
  await data.run(['cli/main.ts', 'seed', ...Object.entries(sizes).flatMap(([name, size]) => [name, String(size)])]);
  return data;
}

/** Puts pasted code into every slot. */
export async function fillSlots(data: BenchData) {
  await data.run(['bench/fill-slots.ts']);
}

/** Adds six line items, code and text by turns, to every slot: browsers choose among them. */
export async function addLineItems(data: BenchData) {
  await data.run(['bench/fill-slots.ts', 'line-items']);
}

/** One slot, below the title, whose code runs in the page. */
export async function fillInPageSlot(data: BenchData) {
  await data.run(['bench/fill-slots.ts', 'in-page']);
}

/** Creates readers with sessions and returns their cookies. */
export async function insertReaders(data: BenchData, count: number) {
  return JSON.parse(await data.run(['bench/insert-readers.ts', String(count)])) as string[];
}

/** Lets readers follow a post. */
export async function insertFollowers(data: BenchData, { slug, count }: { slug: string; count: number }) {
  await data.run(['bench/insert-followers.ts', slug, String(count)]);
}

async function emptySqlite(): Promise<BenchData> {
  const dataDir = newFolder();
  const file = join(dataDir, 'masthead.db');
  return withScripts({
    kind: 'SQLite',
    env: environment(dataDir, `file:${file}`),
    select: async <Row>(sql: string) => {
      const database = new Database(file, { readonly: true });
      try {
        return database.prepare(sql).all() as Row[];
      } finally {
        database.close();
      }
    },
    remove: async () => rmSync(dataDir, { recursive: true, force: true }),
  });
}

async function emptyPostgres(): Promise<BenchData> {
  const dataDir = newFolder();
  const cluster = await startPostgres('blog', []);
  const connectionString = `${cluster.url}/blog`;
  return withScripts({
    kind: 'PostgreSQL',
    env: environment(dataDir, connectionString),
    select: async <Row>(sql: string) => {
      const client = new Client({ connectionString });
      await client.connect();
      try {
        return (await client.query(sql)).rows as Row[];
      } finally {
        await client.end();
      }
    },
    remove: async () => {
      await cluster.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  });
}

function withScripts(data: Omit<BenchData, 'run'>): BenchData {
  const run = async (args: string[]) => {
    const { stdout } = await promisify(execFile)(process.execPath, [...typescript, ...args], {
      env: data.env,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  };
  return { ...data, run };
}

function newFolder() {
  return mkdtempSync(join(tmpdir(), 'masthead-bench-'));
}

function environment(dataDir: string, databaseUrl: string) {
  return { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl, LOG_LEVEL: 'error' };
}
