'use server';

import { formAction } from '@/lib/form-action';
import { paths } from '@/lib/paths';
import { limits } from '@/lib/people/limits';
import { setUp, setUpForm } from '@/lib/setup/first-start';
import { welcome } from '../going';

export const setUpAction = formAction(
  { name: 'site.set-up', who: 'anyone', schema: setUpForm, rateLimit: limits.linksFrom },
  async (input) => {
    const owner = await setUp(input);
    return welcome({ ...owner, role: 'owner', to: paths.admin.start() });
  },
);
