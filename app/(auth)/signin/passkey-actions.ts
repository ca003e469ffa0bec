'use server';

import { z } from 'zod';
import { formAction, redirectTo } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { beginPasskeySignIn, passkeySignInForm, signInWithPasskey } from '@/lib/users/passkeys';
import { limits } from '@/lib/users/rate-limits';
import { beginSession } from '../navigation';

export const beginPasskeySignInAction = formAction(
  { name: 'session.begin-passkey', who: 'anyone', schema: z.object({}), rateLimit: limits.signInFrom },
  async () => ({ ...done(''), values: { options: JSON.stringify(await beginPasskeySignIn()) } }),
);

export const passkeySignInAction = formAction(
  { name: 'session.passkey', who: 'anyone', schema: passkeySignInForm, rateLimit: limits.signInFrom },
  async (input) => redirectTo(await beginSession(await signInWithPasskey(input), { isPasskey: true })),
);
