import 'server-only';
import type { RateLimitRule } from '@/lib/rate-limits/limiting';

const hour = 60 * 60;

/** How often each door may be tried: by whoever is behind one address, and against one account. */
export const limits = {
  signInFrom: { name: 'sign-in-from', limit: 100, seconds: hour },
  signInAs: { name: 'sign-in-as', limit: 10, seconds: hour },
  signUpFrom: { name: 'sign-up-from', limit: 5, seconds: hour },
  lettersFrom: { name: 'letters-from', limit: 20, seconds: hour },
  lettersTo: { name: 'letters-to', limit: 4, seconds: hour },
  linksFrom: { name: 'links-from', limit: 60, seconds: hour },
  providerFrom: { name: 'provider-from', limit: 60, seconds: hour },
  ownAccount: { name: 'own-account', limit: 60, seconds: hour },
  staff: { name: 'people-staff', limit: 300, seconds: hour },
} satisfies Record<string, RateLimitRule>;
