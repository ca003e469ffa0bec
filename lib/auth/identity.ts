import { AppError } from '@/lib/platform/errors';

export type Identity = {
  provider: string;
  providerAccountId: string;
  email: string | null;
  emailVerified: boolean;
  name: string;
};

/** The key is part of the URL of /signin. */
export const identityProblems = {
  'no-email': 'The other site gave no e-mail address for you. Please sign up here with one.',
  'not-confirmed-there':
    'There is an account with your e-mail address here, but the other site has not confirmed that the address is yours. Please sign in with your password, or with a link by e-mail.',
  'not-confirmed-here':
    'There is an account with your e-mail address here, but the address was never confirmed. Please sign in once with a link by e-mail; after that, this way is open, too.',
  closed: 'This site is not accepting new accounts at the moment.',
  twice: 'This was submitted twice at the same time. Please try again.',
  suspended: 'This account is suspended or no longer exists.',
  declined: 'You did not sign in at the other site. Nothing has changed here.',
  failed: 'Signing in at the other site did not work. Please try again, or sign in another way.',
} as const;

export type IdentityReason = keyof typeof identityProblems;

export class IdentityProblem extends AppError {
  readonly reason: IdentityReason;

  constructor(reason: IdentityReason) {
    super('forbidden', identityProblems[reason]);
    this.reason = reason;
  }
}

export function identityProblem(key: unknown): string | null {
  return typeof key === 'string' && Object.hasOwn(identityProblems, key)
    ? identityProblems[key as IdentityReason]
    : null;
}
