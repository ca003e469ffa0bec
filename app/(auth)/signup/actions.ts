'use server';

import { findDevice, rememberDevice } from '@/lib/auth/device';
import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { hasMailServer, unsentEmail } from '@/lib/mail/delivery';
import { limits } from '@/lib/users/rate-limits';
import { confirmEmail, confirmForm, signUp, signUpForm, signUpProblems } from '@/lib/users/sign-up';
import { paths } from '@/lib/web/paths';
import { draftSecrets } from '../../(site)/[slug]/comments/draft-cookie';
import { signInAndRedirect } from '../navigation';

export const signUpAction = formAction(
  { name: 'account.create', who: 'anyone', schema: signUpForm, rateLimit: limits.signUpFrom, check: signUpProblems },
  async (input) => {
    await rememberDevice(await signUp(input, await findDevice()));
    const notice =
      (await draftSecrets()).length > 0 ? ' Open it in this browser, and your comment is posted as well.' : '';
    if (!hasMailServer())
      return done(`Almost done: your address ${input.email} has to be confirmed. ${unsentEmail}${notice}`);
    return done(`Almost done: we sent an e-mail to ${input.email}. Open the link in it to finish.${notice}`);
  },
);

export const confirmEmailAction = formAction(
  { name: 'account.confirm', who: 'anyone', schema: confirmForm, rateLimit: limits.linksFrom },
  async (input, { actor }) => {
    const user = await confirmEmail(input, { device: await findDevice(), actor });
    return signInAndRedirect({ ...user, to: user.to || `${paths.account()}?confirmed=1` });
  },
);
