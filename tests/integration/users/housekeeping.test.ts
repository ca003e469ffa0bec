import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSession, findActorByToken } from '@/lib/auth/session-records';
import { findToken, issueToken } from '@/lib/auth/tokens';
import { db } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { removeAbandonedFiles } from '@/lib/media/abandoned-files';
import { cleanUp } from '@/lib/users/housekeeping';
import { createUser } from '../../factories/users';

const LONG_AGO = new Date(Date.now() - 60 * 24 * 60 * 60_000);

test('deletes what is expired and keeps what is valid', async () => {
  const user = await createUser();
  const [stored, revoked] = [await createSession(user, 'kept'), await createSession(user, 'revoked')];
  await db.session.updateMany({ where: { userAgent: 'revoked' }, data: { revokedAt: LONG_AGO } });
  const secret = await issueToken({ purpose: 'magic-link', subject: user.id, seconds: 60 });
  await issueToken({ purpose: 'magic-link', subject: user.id, seconds: -60 });
  await db.rateLimit.create({ data: { key: 'over', count: 3, resetAt: LONG_AGO } });
  await cleanUp();

  expect(await findActorByToken(stored)).toMatchObject({ id: user.id });
  expect(await findActorByToken(revoked)).toBeNull();
  expect(await db.session.count()).toBe(1);
  expect(await findToken('magic-link', secret)).not.toBeNull();
  expect(await db.token.count()).toBe(1);
  expect(await db.rateLimit.count()).toBe(0);
});

test('leftovers of killed uploads are removed; uploads in progress and all images stay', async () => {
  const uploads = join(env().dataDir, 'uploads');
  for (const name of ['.incoming-old', '.restoring-old', '.incoming-now', '2026']) {
    mkdirSync(join(uploads, name), { recursive: true });
    writeFileSync(join(uploads, name, 'original'), 'half a picture');
    if (!name.endsWith('-now')) utimesSync(join(uploads, name), LONG_AGO, LONG_AGO);
  }
  await removeAbandonedFiles();

  expect(readdirSync(uploads).sort()).toEqual(['.incoming-now', '2026']);
});
