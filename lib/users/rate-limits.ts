import 'server-only';
import type { RateLimitRule } from '@/lib/rate-limits/limiting';

const hour = 60 * 60;

/** Strangers and browsers that know the account are counted separately, so that strangers cannot lock its owner out. */
export const limits = {
  signInFrom: { name: 'sign-in-from', limit: 300, seconds: hour },
  strangersFrom: { name: 'strangers-from', limit: 100, seconds: hour },
  strangerAs: { name: 'stranger-as', limit: 10, seconds: hour },
  strangersAs: { name: 'strangers-as', limit: 50, seconds: hour },
  knownAs: { name: 'known-as', limit: 10, seconds: hour },
  ownPassword: { name: 'own-password', limit: 10, seconds: hour },
  signUpFrom: { name: 'sign-up-from', limit: 5, seconds: hour },
  emailsFrom: { name: 'emails-from', limit: 20, seconds: hour },
  /** E-mails of one kind to one address; after these one is sent only if no link is open. Asked by known browsers, apart. */
  emailsTo: { name: 'emails-to', limit: 3, seconds: hour },
  emailsToKnown: { name: 'emails-to-known', limit: 3, seconds: hour },
  /** Beyond it, strangers' requests are answered as usual but ignored. */
  emailsRequested: { name: 'emails-requested', limit: 30, seconds: hour },
  newEmailsOf: { name: 'new-emails-of', limit: 5, seconds: hour },
  /** Invitations that are sent again, to one address. */
  invitationsTo: { name: 'invitations-to', limit: 5, seconds: hour },
  /** Comments written without an account, to one e-mail address. */
  commentsByMail: { name: 'comments-by-mail', limit: 5, seconds: hour },
  linksFrom: { name: 'links-from', limit: 60, seconds: hour },
  providerFrom: { name: 'provider-from', limit: 60, seconds: hour },
  ownAccount: { name: 'own-account', limit: 60, seconds: hour },
  opening: { name: 'opening', limit: 120, seconds: 60 },
  staff: { name: 'user-staff', limit: 300, seconds: hour },
} satisfies Record<string, RateLimitRule>;
