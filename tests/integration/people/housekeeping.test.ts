import { expect, test } from 'vitest';
import { createSession, findActorByToken } from '@/lib/auth/session-records';
import { findToken, issueToken } from '@/lib/auth/tokens';
import { writer } from '@/lib/db';
import { tidyUp } from '@/lib/people/housekeeping';
import { createUser } from '../../factories/users';

const LONG_AGO = new Date(Date.now() - 60 * 24 * 60 * 60_000);

test('what is over is forgotten, what is good stays', async () => {
  const user = await createUser();
  const [kept, revoked] = [await createSession(user, 'kept'), await createSession(user, 'revoked')];
  await writer.session.updateMany({ where: { userAgent: 'revoked' }, data: { revokedAt: LONG_AGO } });
  const secret = await issueToken({ purpose: 'magic-link', subject: user.id, seconds: 60 });
  await issueToken({ purpose: 'magic-link', subject: user.id, seconds: -60 });
  await writer.rateLimit.create({ data: { key: 'over', count: 3, resetAt: LONG_AGO } });
  await tidyUp();

  expect(await findActorByToken(kept)).toMatchObject({ id: user.id });
  expect(await findActorByToken(revoked)).toBeNull();
  expect(await writer.session.count()).toBe(1);
  expect(await findToken('magic-link', secret)).not.toBeNull();
  expect(await writer.token.count()).toBe(1);
  expect(await writer.rateLimit.count()).toBe(0);
});
