'use server';

import { formAction } from '@/lib/actions/form-action';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import { decideAppeal } from '@/lib/comments/statements/appealing';
import { appealDecisionForm } from '@/lib/comments/statements/statement';
import { done } from '@/lib/forms/form-state';
import { paths } from '@/lib/web/paths';

export const decideAppealAction = formAction(
  {
    name: 'comment.decide-appeal',
    who: 'comments.moderate',
    schema: appealDecisionForm,
    rateLimit: { name: 'comment-moderation', limit: 240, seconds: 60 },
  },
  async (input, { actor }) => {
    await decideAppeal(actor, input);
    const said =
      input.intent === 'upheld'
        ? 'Upheld: the comment is shown again, and its author is told.'
        : 'Rejected: the comment stays removed, and its author is told.';
    return redirectWithAnswer(actor, paths.admin.appeals(), done(said));
  },
);
