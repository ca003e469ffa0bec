'use server';

import { redirect } from 'next/navigation';
import { formAction } from '@/lib/actions/form-action';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import { appeal } from '@/lib/comments/statements/appealing';
import { appealForm } from '@/lib/comments/statements/statement';
import { done } from '@/lib/forms/form-state';
import { openDecision, openForm } from '@/lib/notifications/reading';
import { limits } from '@/lib/users/rate-limits';
import { paths } from '@/lib/web/paths';

/** Sends an appeal; the page of the decision then says so. */
export const appealAction = formAction(
  { name: 'comment.appeal', who: 'comments.write', schema: appealForm, rateLimit: limits.ownAccount },
  async (input, { actor }) => {
    await appeal(actor, input);
    const answer = done('Your appeal was sent. You will be told what was decided.');
    return redirectWithAnswer(actor, paths.decision(input.statementId), answer);
  },
);

/** Leads to a decision. */
export const openDecisionAction = formAction(
  { name: 'decisions.open', who: 'signed-in', schema: openForm, rateLimit: limits.opening },
  async (input, { actor }) => {
    redirect(await openDecision(actor, input));
  },
);
