import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type BrowserContext } from '@playwright/test';
import type { Role } from '@/lib/auth/actor';
import { serverFlags, serverProgram } from '../../scripts/steps.mjs';
import { freePort } from '../setup/free-port';
import { startPostgres } from '../setup/postgres-cluster';
import { insertOwner } from './owner';

export { expect };

/** One running site with a database of its own, shared by the tests of one file. */
export type Site = {
  url: string;
  dataDir: string;
  /** The server's output so far. */
  output: () => string;
  /** Signs a new user with this role in, by inserting a session. */
  signIn: (context: BrowserContext, role: Role, name?: string) => Promise<{ id: string; name: string; email: string }>;
  /** Invalidates tags after rows were inserted directly; resolves when the server has dropped them. */
  refresh: (tags: string[]) => Promise<void>;
};

/** In a value of the environment: the port that the site will have. */
const OWN_PORT = '{port}';

/**
 * Extra environment for the site of one file, and whether it is set up: `test.use({ environment: { … } })`. The database
 * is the project's choice.
 */
export type Options = { environment: Record<string, string>; hasOwner: boolean; database: 'sqlite' | 'postgresql' };

export const test = base.extend<{ site: Site }, { sites: Sites } & Options>({
  environment: [{}, { option: true, scope: 'worker' }],
  hasOwner: [true, { option: true, scope: 'worker' }],
  database: ['sqlite', { option: true, scope: 'worker' }],
  sites: [
    async ({ environment, hasOwner, database }, use) => {
      const sites = new Sites({ environment, hasOwner, database });
      await use(sites);
      await sites.close();
    },
    // A database and the server: seconds here, many times that on a busy machine.
    { scope: 'worker', timeout: 300_000 },
  ],
  site: async ({ sites }, use, { file }) => use(await sites.of(file)),
});

/**
 * The sites of one process of tests, one after the other: each file gets a new one. Their folder stays the same, since
 * what this process remembers of its environment would be that of the first file otherwise.
 */
class Sites {
  readonly #options: Options;
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'masthead-e2e-'));
  readonly #environment = { ...process.env };
  #current: { file: string; started: Promise<{ site: Site; stop: () => Promise<void> }> } | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  /** The site of a file of tests; `beforeAll` asks for it by itself, tests have it as `site`. */
  async of(file: string): Promise<Site> {
    if (this.#current?.file !== file) {
      await this.#stop();
      this.#restoreEnvironment();
      this.#current = { file, started: startSite(this.#options, this.#dataDir) };
    }
    const { site } = await this.#current!.started;
    return site;
  }

  /** What a file sets must not reach the next one. */
  #restoreEnvironment() {
    for (const name of Object.keys(process.env)) if (!(name in this.#environment)) delete process.env[name];
    Object.assign(process.env, this.#environment);
  }

  async close() {
    await this.#stop();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  async #stop() {
    const started = await this.#current?.started.catch(() => null);
    await started?.stop();
    this.#current = null;
  }
}

async function startSite({ environment, hasOwner, database }: Options, dataDir: string) {
  const postgres = database === 'postgresql' ? await startPostgres('masthead') : null;
  const databaseUrl = postgres ? `${postgres.url}/masthead` : `file:${dataDir}/masthead.db`;
  // The test process opens the same database, to insert what a test needs.
  Object.assign(process.env, { DATA_DIR: dataDir, DATABASE_URL: databaseUrl, LOG_LEVEL: 'error' });
  if (hasOwner && postgres) await insertOwner();
  else if (hasOwner) copyFileSync(process.env.TEMPLATE_DATABASE ?? '', join(dataDir, 'masthead.db'));
  const port = Object.values(environment).some((value) => value.includes(OWN_PORT)) ? await freePort() : 0;
  const own = Object.entries(environment).map(([name, value]) => [name, value.replace(OWN_PORT, String(port))]);
  const server = spawn(process.execPath, [...serverFlags, serverProgram], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      RATE_LIMITS: 'off',
      MEMORY: 'roomy',
      ...Object.fromEntries(own),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (chunk) => (printed += String(chunk)));
  const url = await readyAddress(server, () => printed);
  const site: Site = {
    url,
    dataDir,
    output: () => printed,
    signIn: (...args) => insertSession(url, ...args),
    refresh: (tags) => refresh(url, tags),
  };
  const stop = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    await forget();
    await postgres?.stop();
    // Its secrets stay, which this process has read.
    for (const name of readdirSync(dataDir)) {
      if (name !== 'secrets.json') rmSync(join(dataDir, name), { recursive: true, force: true });
    }
  };
  return { site, stop };
}

/** What this process holds of the site that ended. */
async function forget() {
  const { disconnect } = await import('@/lib/database/db');
  const { caches } = await import('@/lib/caching/process-caches');
  await disconnect();
  caches.reads.clear();
}

function readyAddress(server: ChildProcess, printed: () => string) {
  return new Promise<string>((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${printed()}`)));
    server.stdout?.on('data', () => {
      const ready = /ready at (http:\/\/\S+)/.exec(printed());
      if (ready?.[1]) resolve(ready[1]);
    });
  });
}

async function insertSession(url: string, context: BrowserContext, role: Role, name = 'Ida Brandt') {
  const { createUser } = await import('../factories/users');
  const { HINT_COOKIE } = await import('@/lib/auth/session');
  const { sessionCookieName } = await import('@/lib/auth/session-cookie');
  const { createSession } = await import('@/lib/auth/session-records');
  const user = await createUser({ role, name });
  const token = await createSession(user, 'test');
  await context.addCookies([
    { name: sessionCookieName(), value: token, url, httpOnly: true, sameSite: 'Lax' },
    { name: HINT_COOKIE, value: '1', url, sameSite: 'Lax' },
  ]);
  return { id: user.id, name: user.name, email: user.email ?? '' };
}

// A missing page that becomes a redirect goes stale with the tags: once it redirects, all of them are dropped.
async function refresh(url: string, tags: string[]) {
  const { publishInvalidation } = await import('@/lib/caching/invalidation-polling');
  const { addressTags } = await import('@/lib/caching/cache-tags');
  const { db } = await import('@/lib/database/db');
  const id = randomUUID();
  const from = `/heard-${id}`;
  const status = () => statusOf(`${url}${from}`);
  expect(await status()).toBe(404);
  await db.redirect.create({ data: { id, from, to: '/', source: 'import', createdAt: new Date() } });
  await publishInvalidation([...tags, ...addressTags(from.slice(1), from)]);
  await expect.poll(status, { intervals: [50] }).toBe(301);
  await db.redirect.delete({ where: { id } });
}

// A connection for each request: one that is kept may be closed by the server in the moment in which it is used again.
function statusOf(address: string) {
  return new Promise<number>((resolve, reject) => {
    get(address, { agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    }).once('error', reject);
  });
}
