import { describe, expect, test } from 'vitest';
import { createSession, endSessionsOf, findActorByToken } from '@/lib/auth/session-records';
import { transaction, db } from '@/lib/database/db';
import { createUser } from '../../factories/users';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

async function signedIn(overrides: Parameters<typeof createUser>[0] = {}) {
  const user = await createUser(overrides);
  const token = await createSession(user, 'Lighthouse 1.0');
  const session = await db.session.findFirstOrThrow({ where: { userId: user.id } });
  return { user, token, session };
}

describe('sessions', () => {
  test('a token leads to its person, as the database knows them now', async () => {
    const { user, token } = await signedIn({ role: 'reader', emailVerifiedAt: null });
    expect(await findActorByToken(token)).toMatchObject({ id: user.id, role: 'reader', emailVerified: false });

    await db.user.update({ where: { id: user.id }, data: { emailVerifiedAt: new Date(), name: 'Ida Brandt' } });
    expect(await findActorByToken(token)).toMatchObject({ name: 'Ida Brandt', emailVerified: true });
  });

  test('a tampered or invalid token has no user', async () => {
    const { token } = await signedIn();
    expect(await findActorByToken(`${token.slice(0, -4)}AAAA`)).toBeNull();
    expect(await findActorByToken('')).toBeNull();
    expect(await findActorByToken('eyJhbGciOiJub25lIn0.eyJzaWQiOiJ4In0.')).toBeNull();
  });

  test('after revocation, expiry, ban or deletion the next request has no user', async () => {
    const revoked = await signedIn();
    await db.session.update({ where: { id: revoked.session.id }, data: { revokedAt: new Date() } });
    expect(await findActorByToken(revoked.token)).toBeNull();

    const outdated = await signedIn();
    await transaction((tx) => endSessionsOf(outdated.user.id, tx));
    expect(await findActorByToken(outdated.token)).toBeNull();

    const banned = await signedIn();
    await db.user.update({ where: { id: banned.user.id }, data: { bannedAt: new Date() } });
    expect(await findActorByToken(banned.token)).toBeNull();

    const deleted = await signedIn();
    await db.user.update({ where: { id: deleted.user.id }, data: { deletedAt: new Date() } });
    expect(await findActorByToken(deleted.token)).toBeNull();
  });

  test('a ban with an end ends by itself', async () => {
    const { user, token } = await signedIn();
    const [yesterday, before] = [new Date(Date.now() - DAY_MS), new Date(Date.now() - 2 * DAY_MS)];
    await db.user.update({ where: { id: user.id }, data: { bannedAt: before, bannedUntil: yesterday } });
    expect(await findActorByToken(token)).toMatchObject({ id: user.id });
  });

  test('signing out everywhere may spare the browser that asks', async () => {
    const { user, token, session } = await signedIn();
    const other = await createSession(user, 'another');
    await transaction((tx) => endSessionsOf(user.id, tx, session.id));
    expect(await findActorByToken(other)).toBeNull();
    expect(await findActorByToken(token)).toMatchObject({ id: user.id });
  });

  test.each([
    ['reader', 29 * DAY_MS, 29 * DAY_MS, true],
    ['reader', 31 * DAY_MS, 31 * DAY_MS, false],
    ['reader', 89 * DAY_MS, HOUR_MS, true],
    ['reader', 91 * DAY_MS, HOUR_MS, false],
    ['admin', 11 * HOUR_MS, 11 * HOUR_MS, true],
    ['admin', 13 * HOUR_MS, 13 * HOUR_MS, false],
    ['owner', 8 * DAY_MS, HOUR_MS, false],
  ] as const)('%s, begun %d ms ago and seen %d ms ago: %s', async (role, begun, seen, isOpen) => {
    const { user, token, session } = await signedIn({ role });
    const ago = (ms: number) => new Date(Date.now() - ms);
    const createdAt = ago(begun);
    const expiresAt = new Date(createdAt.getTime() + 90 * DAY_MS);
    await db.session.update({ where: { id: session.id }, data: { createdAt, expiresAt, lastSeenAt: ago(seen) } });
    expect((await findActorByToken(token))?.id ?? null).toBe(isOpen ? user.id : null);
  });

  test('being seen is noted once an hour', async () => {
    const { token, session } = await signedIn();
    const seen = () => db.session.findUniqueOrThrow({ where: { id: session.id }, select: { lastSeenAt: true } });
    await findActorByToken(token);
    expect((await seen()).lastSeenAt).toEqual(session.lastSeenAt);

    await db.session.update({ where: { id: session.id }, data: { lastSeenAt: new Date(Date.now() - 2 * HOUR_MS) } });
    await findActorByToken(token);
    expect((await seen()).lastSeenAt.getTime()).toBeGreaterThan(Date.now() - 10_000);
  });
});
