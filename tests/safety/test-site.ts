import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { TELL_MODERATORS, TELL_OF_COMMENT, TELL_OF_CORRECTION, TRAIN_SPAM_MODEL } from '@/lib/events/subscribers';
import { newId } from '@/lib/platform/ids';
import { until, type Product } from '../setup/product';
import type { Role } from '@/lib/auth/actor';

/** All kinds of visitors. The author, the reader and so on own what an attempt targets; "other" do not. */
export const allVisitors = [
  'anonymous',
  'reader',
  'other reader',
  'banned editor',
  'admin demoted just now',
  'author',
  'other author',
  'contributor',
  'moderator',
  'ads',
  'editor',
  'admin',
  'owner',
] as const;
export type Visitor = (typeof allVisitors)[number];

const roles: Record<Exclude<Visitor, 'anonymous'>, Role> = {
  reader: 'reader',
  'other reader': 'reader',
  'banned editor': 'editor',
  'admin demoted just now': 'admin',
  author: 'author',
  'other author': 'author',
  contributor: 'contributor',
  moderator: 'moderator',
  ads: 'ads',
  editor: 'editor',
  admin: 'admin',
  owner: 'owner',
};

export type TestSite = {
  dataDir: string;
  users: Record<Exclude<Visitor, 'anonymous'>, { id: string; name: string; email: string }>;
  cookies: Record<Visitor, string>;
};

/** A data folder of its own, set before anything reads the environment; the server is started on the same one. */
export function createOwnDatabase() {
  const dataDir = mkdtempSync(join(tmpdir(), 'masthead-safety-'));
  Object.assign(process.env, {
    DATA_DIR: dataDir,
    DATABASE_URL: `file:${dataDir}/masthead.db`,
    LOG_LEVEL: 'silent',
    RATE_LIMITS: 'off',
  });
  return dataDir;
}

/** A site that was set up, with one person of each kind, signed in. */
export async function createTestSite(dataDir: string): Promise<TestSite> {
  const { migrate } = await import('@/lib/database/migrations');
  const { storeSettings } = await import('@/lib/settings/queries');
  const { createUser } = await import('../factories/users');
  const { createSession } = await import('@/lib/auth/session-records');
  const { sessionCookieName } = await import('@/lib/auth/session-cookie');
  const { db } = await import('@/lib/database/db');
  const { takeInFiles } = await import('@/lib/upkeep/stored-files');
  await migrate();
  // Done once for a site, in the background, and no action's doing.
  await takeInFiles();
  await storeSettings({ siteName: 'Harbour News', setUpAt: new Date().toISOString(), commentModeration: 'none' });
  const users = {} as TestSite['users'];
  const cookies = { anonymous: '' } as TestSite['cookies'];
  for (const [visitor, role] of Object.entries(roles) as [Exclude<Visitor, 'anonymous'>, Role][]) {
    const user = await createUser({ role, name: `The ${visitor}` });
    users[visitor] = { id: user.id, name: user.name, email: user.email ?? '' };
    cookies[visitor] = `${sessionCookieName()}=${await createSession(user, 'test')}`;
  }
  await db.user.update({ where: { id: users['banned editor'].id }, data: { bannedAt: new Date() } });
  // Without raising the session's version: the role itself is read again for each action, whatever the token says.
  await db.user.update({ where: { id: users['admin demoted just now'].id }, data: { role: 'reader' } });
  return { dataDir, users, cookies };
}

/** Ends the site and whatever this process holds of its data. */
export async function removeTestSite(site: Product, dataDir: string) {
  site.process.kill('SIGTERM');
  await site.ended;
  const { disconnect } = await import('@/lib/database/db');
  await disconnect();
  for (const { database } of readers.get(dataDir)?.values() ?? []) database.close();
  readers.delete(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
}

/** Changes that say nothing about the action itself: housekeeping, and queues that a worker empties meanwhile. */
const restless = new Set(['_prisma_migrations', 'Invalidation', 'RateLimit', 'Outbox', 'MissingAddress']);

/** When a session was last seen, and what the renderer makes of a text by itself: `version` counts every real change. */
const derived = new Set([
  'lastSeenAt',
  'hitCount',
  'lastHitAt',
  'renderedHtml',
  'renderVersion',
  'blocks',
  'bodyText',
  'lead',
  'wordCount',
  'readingMinutes',
  'updatedAt',
  // What was told follows from comments, and is noted when the job has its turn.
  'emailDueAt',
  'emailedAt',
  'lastModeration',
  'lastDigest',
]);

/** Jobs that follow from a comment or the time of day; they come and go by themselves. */
const following = [
  TELL_OF_COMMENT,
  TELL_OF_CORRECTION,
  TELL_MODERATORS,
  TRAIN_SPAM_MODEL,
  'notification-emails',
  'notification-digests',
];

/** One hash per table over all its rows. */
export function fingerprint({ dataDir }: TestSite): Record<string, string> {
  const hashes: Record<string, string> = {};
  for (const [name, statement] of readersOf(dataDir)) {
    hashes[name] = createHash('sha256').update(JSON.stringify(statement.all())).digest('hex');
  }
  return hashes;
}

type Readers = Map<string, Database.Statement>;

const readers = new Map<string, Readers>();

// Prepared once, since some tests compare all tables thousands of times.
function readersOf(dataDir: string): Readers {
  const known = readers.get(dataDir);
  if (known) return known;
  const database = new Database(join(dataDir, 'masthead.db'), { readonly: true });
  const made: Readers = new Map();
  for (const { name } of tablesOf(database)) {
    // The search indexes are updated behind the actions, from what they changed.
    if (restless.has(name) || /^(Search|Find)/.test(name)) continue;
    const columns = (database.pragma(`table_info("${name}")`) as { name: string }[])
      .filter((column) => !derived.has(column.name))
      .map((column) => `"${column.name}"`);
    made.set(name, database.prepare(`SELECT ${columns.join(', ')} FROM "${name}" ORDER BY 1, 2`).raw());
  }
  const messages = `SELECT count(*) FROM "Outbox" WHERE "event" NOT IN ('${following.join("', '")}')`;
  made.set('messages', database.prepare(messages).raw());
  readers.set(dataDir, made);
  return made;
}

/** The tables that differ. */
export function differences(before: Record<string, string>, after: Record<string, string>) {
  return Object.keys(after).filter((name) => before[name] !== after[name]);
}

/** E-mails are written by a worker after the action that asked for them; it must be done before rows are compared. */
export async function emailsSent({ dataDir }: TestSite) {
  const database = new Database(join(dataDir, 'masthead.db'));
  // What an hour brought is told, and learnt, at its end, which no test waits for.
  const ofHours = database.prepare('DELETE FROM "Outbox" WHERE "event" IN (?, ?) AND "doneAt" IS NULL');
  ofHours.run(TELL_MODERATORS, TRAIN_SPAM_MODEL);
  const waiting = database.prepare('SELECT count(*) AS n FROM "Outbox" WHERE "doneAt" IS NULL AND "attempts" < 2');
  await until(() => (waiting.get() as { n: number }).n === 0);
  database.close();
}

function tablesOf(database: Database.Database) {
  const sql = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`;
  return database.prepare(sql).all() as { name: string }[];
}

export function routesOfBuild() {
  const manifest = readFileSync('.next/app-path-routes-manifest.json', 'utf8');
  return Object.values(JSON.parse(manifest) as Record<string, string>);
}

export function fresh() {
  return newId().slice(-12);
}
