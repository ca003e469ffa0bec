import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation';
import { refused, type FormState } from '@/lib/forms/form-state';

export type Action = (previous: FormState, form: FormData) => Promise<FormState>;

const OUTDATED =
  'This site was updated while the page was open, so nothing was saved. What you typed is still here: copy anything long, reload the page and send it again.';

/** Whether the server no longer knows the form, because the site was updated. */
export const isOutdated = unstable_isUnrecognizedActionError;

/** The form state for an action without a response; rethrows redirects. */
export function unanswered(error: unknown, typed: Record<string, string> = {}): FormState {
  unstable_rethrow(error);
  if (isOutdated(error)) return refused(OUTDATED, {}, typed);
  // A failed network is a TypeError; the server's own errors have a sentence.
  const message = error instanceof Error && error.message.startsWith('This ') ? error.message : '';
  const what = message || 'The server could not be reached: you may be offline.';
  const advice = message.includes('too much') ? 'Make it smaller and send it again' : 'Please try again';
  return refused(`${what} What you entered is still here. ${advice}.`, {}, typed);
}
