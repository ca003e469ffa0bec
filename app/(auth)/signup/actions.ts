'use server';

import { findDevice, rememberDevice } from '@/lib/auth/device';
import { formAction } from '@/lib/form-action';
import { done } from '@/lib/form-state';
import { limits } from '@/lib/people/limits';
import { confirmEmail, confirmForm, signUp, signUpForm } from '@/lib/people/signing-up';
import { draftSecrets } from '../../(site)/[slug]/comments/draft-cookie';
import { welcome } from '../going';

export const signUpAction = formAction(
  { name: 'account.create', who: 'anyone', schema: signUpForm, rateLimit: limits.signUpFrom },
  async (input) => {
    await rememberDevice(await signUp(input, await findDevice()));
    const kept =
      (await draftSecrets()).length > 0 ? ' Open it in this browser, and your comment is posted as well.' : '';
    return done(`Almost done: we sent an e-mail to ${input.email}. Open the link in it to finish.${kept}`);
  },
);

export const confirmEmailAction = formAction(
  { name: 'account.confirm', who: 'anyone', schema: confirmForm, rateLimit: limits.linksFrom },
  async (input, { actor }) => welcome(await confirmEmail(input, { device: await findDevice(), actor })),
);
