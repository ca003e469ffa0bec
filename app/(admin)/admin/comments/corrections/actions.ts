'use server';

import { formAction } from '@/lib/actions/form-action';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import { decisionSchema } from '@/lib/corrections/correction';
import { acceptCorrection, declineCorrection } from '@/lib/corrections/deciding';
import { done } from '@/lib/forms/form-state';
import { paths } from '@/lib/web/paths';

const often = { name: 'correction-decision', limit: 120, seconds: 60 };

/** Accepts or declines what a reader suggested; the list then says what was done. */
export const decideCorrectionAction = formAction(
  { name: 'correction.decide', who: 'posts.write', schema: decisionSchema, rateLimit: often },
  async ({ intent, ...decision }, { actor }) => {
    if (intent === 'decline') {
      await declineCorrection(actor, decision);
      return redirectWithAnswer(actor, paths.admin.corrections(), done('Declined. The article stays as it is.'));
    }
    const { title } = await acceptCorrection(actor, decision);
    const answer = done(`Accepted. “${title}” is corrected, and says so below the article.`);
    return redirectWithAnswer(actor, paths.admin.corrections(), answer);
  },
);
