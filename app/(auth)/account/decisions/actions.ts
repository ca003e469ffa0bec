'use server';

import { formAction } from '@/lib/actions/form-action';
import { appeal } from '@/lib/comments/statements/appealing';
import { appealForm } from '@/lib/comments/statements/statement';
import { done } from '@/lib/forms/form-state';
import { limits } from '@/lib/users/rate-limits';

export const appealAction = formAction(
  { name: 'comment.appeal', who: 'comments.write', schema: appealForm, rateLimit: limits.ownAccount },
  async (input, { actor }) => {
    await appeal(actor, input);
    return done('Your appeal was sent. You will be told what was decided.');
  },
);
