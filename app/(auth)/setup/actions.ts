'use server';

import { formAction } from '@/lib/actions/form-action';
import { paths } from '@/lib/web/paths';
import { limits } from '@/lib/users/rate-limits';
import { setUp, setUpForm } from '@/lib/setup/first-start';
import { passwordProblems } from '@/lib/users/sign-up';
import { signInAndRedirect } from '../navigation';

export const setUpAction = formAction(
  { name: 'site.set-up', who: 'anyone', schema: setUpForm, rateLimit: limits.linksFrom, check: passwordProblems },
  async (input) => {
    const owner = await setUp(input);
    return signInAndRedirect({ ...owner, role: 'owner', to: paths.admin.dashboard() });
  },
);
