import type { Rule } from '../action-calls';
import { allVisitors, fresh, type TestSite } from '../test-site';

const account = 'app/(auth)/account/passkey-actions.ts';
const signedIn = allVisitors.filter((visitor) => visitor !== 'anonymous' && visitor !== 'banned editor');

/** The passkey of "reader"; its key is nobody's. */
async function aPasskey({ users }: TestSite) {
  const { db } = await import('@/lib/database/db');
  const row = { id: fresh(), userId: users.reader.id, credentialId: fresh(), publicKey: 'AA', counter: 0 };
  // Nobody may have more than a few.
  await db.passkey.deleteMany({ where: { userId: users.reader.id } });
  await db.passkey.create({ data: { ...row, name: 'Laptop', createdAt: new Date() } });
  return row.id;
}

/** Challenges are for those who are signed in; an answer that no device gave changes nothing, and passkeys are one’s own. */
export const passkeys: Record<string, Rule> = {
  [`${account}#beginPasskeyAction`]: { may: signedIn, send: () => ({ fields: {} }) },
  [`${account}#addPasskeyAction`]: { may: [], send: () => ({ fields: { answer: '{}', name: 'Mine' } }) },
  [`${account}#renamePasskeyAction`]: {
    may: ['reader'],
    send: async (testSite) => ({ fields: { passkey: await aPasskey(testSite), passkeyName: fresh() } }),
  },
  [`${account}#removePasskeyAction`]: {
    may: ['reader'],
    send: async (testSite) => ({ fields: { id: await aPasskey(testSite) } }),
  },
  [`${account}#beginConfirmationAction`]: {
    may: ['reader'],
    send: async (testSite) => {
      await aPasskey(testSite);
      return { fields: {} };
    },
  },
  [`${account}#confirmWithPasskeyAction`]: { may: [], send: () => ({ fields: { answer: '{}' } }) },
  [`${account}#declinePasskeyAction`]: { may: signedIn, send: () => ({ fields: {} }) },
  'app/(auth)/signin/passkey-actions.ts#passkeySignInAction': { may: [], send: () => ({ fields: { answer: '{}' } }) },
};
