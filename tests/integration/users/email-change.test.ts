import { expect, test } from 'vitest';
import { db, readDb } from '@/lib/database/db';
import { issueToken } from '@/lib/auth/tokens';
import { hashPassword } from '@/lib/auth/passwords';
import { confirmEmailChange, emailChangeForm, findEmailChange, requestEmailChange } from '@/lib/users/email-change';
import { newestTokenTo, queuedEmailsTo } from '../../factories/queued-emails';
import { actorWith } from '../../factories/users';

const PASSWORD = 'a long and winding sentence';
const wanted = (email: string, emailPassword = PASSWORD) => emailChangeForm.parse({ email, emailPassword });

async function member() {
  const actor = await actorWith('reader');
  await db.user.update({ where: { id: actor.id }, data: { passwordHash: await hashPassword(PASSWORD) } });
  return actor;
}

const linkFor = (actor: { id: string }, email: string) =>
  issueToken({ purpose: 'change-email', subject: actor.id, seconds: 60, data: { email } });
const addressOf = async ({ id }: { id: string }) =>
  (await readDb.user.findUniqueOrThrow({ where: { id } })).email ?? '';

test('an address is changed by a link to the new one, once, and the old one is told', async () => {
  const actor = await member();
  const before = await addressOf(actor);
  const address = `new-${actor.id.slice(-8)}@example.test`;
  await requestEmailChange(actor, wanted(address));
  const secret = await newestTokenTo(address);
  expect(await queuedEmailsTo(before)).toEqual([]);
  expect(await addressOf(actor)).toBe(before);

  await issueToken({ purpose: 'magic-link', subject: actor.id, seconds: 60 });
  expect(await findEmailChange(actor, secret)).toBe(address);
  await confirmEmailChange(actor, secret);
  expect(await addressOf(actor)).toBe(address);
  expect(await queuedEmailsTo(before)).toHaveLength(1);
  expect(await readDb.token.count({ where: { subject: actor.id, usedAt: null } })).toBe(0);
  await expect(confirmEmailChange(actor, secret)).rejects.toMatchObject({ code: 'gone' });
});

test('without the password nothing is sent; for the own address and one that is taken neither', async () => {
  const [actor, other] = [await member(), await member()];
  await expect(requestEmailChange(actor, wanted('x@example.test', 'wrong'))).rejects.toMatchObject({
    fields: { emailPassword: 'That is not your current password.' },
  });
  const [own, taken] = [await addressOf(actor), await addressOf(other)];
  await expect(requestEmailChange(actor, wanted(own))).rejects.toMatchObject({
    fields: { email: 'This is your address already.' },
  });
  // As if it had been sent: who has an account is nobody’s business.
  await requestEmailChange(actor, wanted(taken));
  for (const address of [own, taken]) expect(await queuedEmailsTo(address)).toEqual([]);
});

test('a link is of no use to another account, nor once somebody else has the address', async () => {
  const [actor, other] = [await member(), await member()];
  const secret = await linkFor(actor, await addressOf(other));
  expect(await findEmailChange(other, secret)).toBeNull();
  await expect(confirmEmailChange(other, secret)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(confirmEmailChange(actor, secret)).rejects.toThrow('This e-mail address is already in use.');
});
