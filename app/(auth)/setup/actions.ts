'use server';

import { updateTag } from 'next/cache';
import { cacheTags } from '@/lib/cache-tags';
import { formAction } from '@/lib/form-action';
import { paths } from '@/lib/paths';
import { limits } from '@/lib/people/limits';
import { setUp, setUpForm } from '@/lib/setup/first-start';
import { welcome } from '../going';

export const setUpAction = formAction(
  { name: 'site.set-up', who: 'anyone', schema: setUpForm, rateLimit: limits.linksFrom },
  async (input) => {
    const owner = await setUp(input);
    updateTag(cacheTags.site);
    return welcome({ ...owner, role: 'owner', to: paths.admin.start() });
  },
);
