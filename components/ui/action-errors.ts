import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation';
import type { Text } from '@/components/text/text';
import { refused, type FormState } from '@/lib/forms/form-state';

export type Action = (previous: FormState, form: FormData) => Promise<FormState>;

type Saying = Pick<Text, 'said'>;

const english: Saying = { said: (sentence) => sentence };

/** Whether the server no longer knows the form, because the site was updated. */
export const isOutdated = unstable_isUnrecognizedActionError;

/** The form state for an action without a response, in English where no texts are given; rethrows redirects. */
export function unanswered(error: unknown, typed: Record<string, string> = {}, t = english): FormState {
  unstable_rethrow(error);
  if (isOutdated(error)) {
    const outdated = t.said(
      'This site was updated while the page was open, so nothing was saved. What you typed is still here: copy anything long, reload the page and send it again.',
    );
    return refused(outdated, {}, typed);
  }
  // A failed network is a TypeError; the server's own errors have a sentence.
  const message = error instanceof Error && error.message.startsWith('This ') ? error.message : '';
  const what = message ? t.said(message) : t.said('The server could not be reached: you may be offline.');
  const advice = message.includes('too much')
    ? t.said('What you entered is still here. Make it smaller and send it again.')
    : t.said('What you entered is still here. Please try again.');
  return refused(`${what} ${advice}`, {}, typed);
}
