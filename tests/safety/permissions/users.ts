import type { Rule } from '../action-calls';
import { fresh, type Visitor } from '../test-site';

const nobody: Visitor[] = [];
const signin = 'app/(auth)/signin/actions.ts';
const signup = 'app/(auth)/signup/actions.ts';

/** Signing in and up is open to all visitors; their attempts here prove nothing, so nothing may change. */
export const users: Record<string, Rule> = {
  [`${signin}#signInAction`]: {
    may: nobody,
    send: ({ users }) => ({ fields: { email: users.owner.email, password: 'not the right one' } }),
  },
  [`${signin}#redeemMagicLinkAction`]: { may: nobody, send: () => ({ fields: { token: fresh() } }) },
  [`${signin}#resetPasswordAction`]: {
    may: nobody,
    send: () => ({ fields: { token: fresh(), password: 'a long and winding sentence' } }),
  },
  [`${signup}#confirmEmailAction`]: { may: nobody, send: () => ({ fields: { token: fresh() } }) },
  // The site was set up: the door is closed for ever, also for who guesses a token.
  'app/(auth)/setup/actions.ts#setUpAction': {
    may: nobody,
    send: () => ({
      fields: {
        token: fresh(),
        siteName: 'Mine now',
        language: 'en',
        timeZone: 'UTC',
        name: 'Mallory',
        email: 'mallory@example.test',
        password: 'a long and winding sentence',
      },
    }),
  },
};
