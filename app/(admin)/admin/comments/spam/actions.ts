'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { switchSpamModel } from '@/lib/comments/spam/switching';
import { done } from '@/lib/forms/form-state';
import { limits } from '@/lib/users/rate-limits';

/** Lets the spam model hold comments, or only watch. */
export const switchSpamModelAction = formAction(
  {
    name: 'spam-model.switch',
    who: 'comments.moderate',
    schema: z.object({ intent: z.enum(['on', 'off'], 'Choose whether the model is on or off.') }),
    rateLimit: limits.staff,
  },
  async ({ intent }, { actor }) => {
    await switchSpamModel(actor, intent === 'on');
    return done(
      intent === 'on'
        ? 'The spam model holds comments now.'
        : 'The spam model is in shadow: it holds no comment. What it held still awaits approval.',
    );
  },
);
