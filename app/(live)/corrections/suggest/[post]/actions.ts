'use server';

import { redirect } from 'next/navigation';
import { formAction } from '@/lib/actions/form-action';
import { suggestionSchema } from '@/lib/corrections/correction';
import { suggestCorrection } from '@/lib/corrections/suggesting';
import { HONEYPOT_FIELD } from '@/lib/forms/honeypot-name';

const perHour = { name: 'correction-hour', limit: 20, seconds: 60 * 60 };

/** Says a correction in the article's thread, and leads its author there. */
export const suggestCorrectionAction = formAction(
  { name: 'correction.suggest', who: 'comments.write', schema: suggestionSchema, rateLimit: perHour },
  async ({ [HONEYPOT_FIELD]: _honeypot, ...suggestion }, { actor, client }) => {
    const comment = await suggestCorrection(actor, { ...suggestion, client });
    redirect(comment.address);
  },
);
