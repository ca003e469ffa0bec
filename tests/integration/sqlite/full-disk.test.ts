import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSession, findActorByToken, revokeSessionOf, deleteExpiredSessions } from '@/lib/auth/session-records';
import { databaseProblemIn } from '@/lib/database/problems';
import { readDb, db } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { newId } from '@/lib/platform/ids';
import { countAttempt } from '@/lib/rate-limits/limiting';
import { createUser } from '../../factories/users';

const row = () => ({ key: newId(), value: 'long'.repeat(600), updatedAt: new Date() });

/** From now on the database can grow no more, as on a full disk. */
async function fillDisk() {
  const [{ page_count: pages }] = await db.$queryRaw<[{ page_count: bigint }]>`PRAGMA page_count`;
  await db.$queryRawUnsafe(`PRAGMA max_page_count = ${pages + 4n}`);
  let refusal: unknown = null;
  while (!refusal) {
    refusal = await db.setting.create({ data: row() }).then(
      () => null,
      (reason: unknown) => reason,
    );
  }
  expect(databaseProblemIn(refusal)).toBe('full');
}

let user: Awaited<ReturnType<typeof createUser>>;

beforeEach(async () => {
  user = await createUser({ role: 'owner' });
  await fillDisk();
});
afterEach(() => db.$queryRaw`PRAGMA max_page_count = 4294967294`);

/** A session for which there was no room any more. */
async function unwrittenSession() {
  for (;;) {
    const before = await readDb.session.count();
    const token = await createSession(user, 'a browser');
    if ((await readDb.session.count()) === before) return token;
  }
}

test('on a full disk users can still sign in, and ending sessions ends these too', async () => {
  const token = await unwrittenSession();
  expect(await findActorByToken(token)).toMatchObject({ id: user.id, role: 'owner' });
  const copy = token;
  await revokeSessionOf(token);
  expect(await findActorByToken(copy)).toBeNull();

  const other = await unwrittenSession();
  await db.$queryRaw`PRAGMA max_page_count = 4294967294`;
  expect(await findActorByToken(other)).not.toBeNull();
  await db.user.update({ where: { id: user.id }, data: { sessionVersion: { increment: 1 } } });
  expect(await findActorByToken(other)).toBeNull();
});

test('a session that cannot be marked as ended is over all the same, and is marked as soon as there is room', async () => {
  await db.$queryRaw`PRAGMA max_page_count = 4294967294`;
  const token = await createSession(user, 'a browser');
  const untouched = await createSession(user, 'another browser');
  // Marking it needs room that the disk does not have.
  await db.$executeRaw`
    CREATE TRIGGER wants_room BEFORE UPDATE ON "Session"
    BEGIN INSERT INTO "Setting" ("key", "value", "updatedAt") VALUES (hex(randomblob(16)), hex(zeroblob(100000)), 0); END`;
  await fillDisk();
  await revokeSessionOf(token);
  const { id } = await readDb.session.findFirstOrThrow({ where: { userAgent: 'a browser', userId: user.id } });
  expect(await readDb.session.findUnique({ where: { id } })).toMatchObject({ revokedAt: null });
  expect(await findActorByToken(token)).toBeNull();

  await db.$executeRaw`DROP TRIGGER wants_room`;
  await db.$queryRaw`PRAGMA max_page_count = 4294967294`;
  await deleteExpiredSessions();
  expect(await readDb.session.findUnique({ where: { id } })).not.toMatchObject({ revokedAt: null });
  expect(await findActorByToken(untouched)).not.toBeNull();
});

test('who is banned or gone is not let in by such a session', async () => {
  const token = await unwrittenSession();
  await db.$queryRaw`PRAGMA max_page_count = 4294967294`;
  await db.user.update({ where: { id: user.id }, data: { bannedAt: new Date() } });
  expect(await findActorByToken(token)).toBeNull();
  await db.user.update({ where: { id: user.id }, data: { bannedAt: null } });
  expect(await findActorByToken(token)).not.toBeNull();
  await db.user.update({ where: { id: user.id }, data: { deletedAt: new Date() } });
  expect(await findActorByToken(token)).toBeNull();
});

test('on a full disk attempts are counted all the same', async () => {
  const rule = { name: `full-${newId()}`, limit: 3, seconds: 60 };
  for (let at = 0; at < 300; at += 1)
    await countAttempt({ ...rule, name: `${rule.name}${'-'.repeat(at)}` }, 'somebody');
  for (let at = 0; at < rule.limit; at += 1) await countAttempt(rule, 'one address');
  await expect(countAttempt(rule, 'one address')).rejects.toThrow('Too many attempts');
});

test('an export that finds no room is refused at once, and nothing of it stays', () => {
  // The system refuses to let any file grow beyond a megabyte, as it would where no room is left.
  const script = `
    import { receiveExport } from '@/lib/import/running/receiving';
    import { explainDatabaseProblem } from '@/lib/database/problems';
    const form = new FormData();
    form.set('file', new File(['x'.repeat(5_000_000)], 'export.xml'));
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    await receiveExport(request).catch((error) => console.log(explainDatabaseProblem(error, { isStaff: true })?.message));`;
  const flags = '--conditions=react-server --import ./lib/runtime/typescript.mjs --input-type=module -e';
  const command = `ulimit -f 2000; exec "$0" ${flags} "$1"`;
  const { stdout } = spawnSync('sh', ['-c', command, process.execPath, script], { encoding: 'utf8', timeout: 15_000 });

  expect(stdout).toBe(
    'The disk of the server is full, so nothing can be saved. Free some space there, then try again.\n',
  );
  expect(readdirSync(join(env().dataDir, 'imports'))).toEqual([]);
});
