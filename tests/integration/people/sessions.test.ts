import { describe, expect, test } from 'vitest';
import { createSession, endSessionsOf, findActorByToken } from '@/lib/auth/session-records';
import { transaction, writer } from '@/lib/db';
import { createUser } from '../../factories/users';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

async function signedIn(overrides: Parameters<typeof createUser>[0] = {}) {
  const user = await createUser(overrides);
  const token = await createSession(user, 'Lighthouse 1.0');
  const session = await writer.session.findFirstOrThrow({ where: { userId: user.id } });
  return { user, token, session };
}

describe('sessions', () => {
  test('a token leads to its person, as the database knows them now', async () => {
    const { user, token } = await signedIn({ role: 'reader', emailVerifiedAt: null });
    expect(await findActorByToken(token)).toMatchObject({ id: user.id, role: 'reader', emailVerified: false });

    await writer.user.update({ where: { id: user.id }, data: { emailVerifiedAt: new Date(), name: 'Ida Brandt' } });
    expect(await findActorByToken(token)).toMatchObject({ name: 'Ida Brandt', emailVerified: true });
  });

  test('a token that was tampered with, or is none, leads to nobody', async () => {
    const { token } = await signedIn();
    expect(await findActorByToken(`${token.slice(0, -4)}AAAA`)).toBeNull();
    expect(await findActorByToken('')).toBeNull();
    expect(await findActorByToken('eyJhbGciOiJub25lIn0.eyJzaWQiOiJ4In0.')).toBeNull();
  });

  test('revoked, outdated, banned or deleted: the next request is nobody’s', async () => {
    const revoked = await signedIn();
    await writer.session.update({ where: { id: revoked.session.id }, data: { revokedAt: new Date() } });
    expect(await findActorByToken(revoked.token)).toBeNull();

    const outdated = await signedIn();
    await transaction((tx) => endSessionsOf(outdated.user.id, tx));
    expect(await findActorByToken(outdated.token)).toBeNull();

    const banned = await signedIn();
    await writer.user.update({ where: { id: banned.user.id }, data: { bannedAt: new Date() } });
    expect(await findActorByToken(banned.token)).toBeNull();

    const deleted = await signedIn();
    await writer.user.update({ where: { id: deleted.user.id }, data: { deletedAt: new Date() } });
    expect(await findActorByToken(deleted.token)).toBeNull();
  });

  test('a ban with an end ends by itself', async () => {
    const { user, token } = await signedIn();
    const [yesterday, before] = [new Date(Date.now() - DAY), new Date(Date.now() - 2 * DAY)];
    await writer.user.update({ where: { id: user.id }, data: { bannedAt: before, bannedUntil: yesterday } });
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
    ['reader', 29 * DAY, 29 * DAY, true],
    ['reader', 31 * DAY, 31 * DAY, false],
    ['reader', 89 * DAY, HOUR, true],
    ['reader', 91 * DAY, HOUR, false],
    ['admin', 11 * HOUR, 11 * HOUR, true],
    ['admin', 13 * HOUR, 13 * HOUR, false],
    ['owner', 8 * DAY, HOUR, false],
  ] as const)('%s, begun %d ms ago and seen %d ms ago: %s', async (role, begun, seen, isOpen) => {
    const { user, token, session } = await signedIn({ role });
    const ago = (ms: number) => new Date(Date.now() - ms);
    const createdAt = ago(begun);
    const expiresAt = new Date(createdAt.getTime() + 90 * DAY);
    await writer.session.update({ where: { id: session.id }, data: { createdAt, expiresAt, lastSeenAt: ago(seen) } });
    expect((await findActorByToken(token))?.id ?? null).toBe(isOpen ? user.id : null);
  });

  test('being seen is noted once an hour', async () => {
    const { token, session } = await signedIn();
    const seen = () => writer.session.findUniqueOrThrow({ where: { id: session.id }, select: { lastSeenAt: true } });
    await findActorByToken(token);
    expect((await seen()).lastSeenAt).toEqual(session.lastSeenAt);

    await writer.session.update({ where: { id: session.id }, data: { lastSeenAt: new Date(Date.now() - 2 * HOUR) } });
    await findActorByToken(token);
    expect((await seen()).lastSeenAt.getTime()).toBeGreaterThan(Date.now() - 10_000);
  });
});
