import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation';
import { refused, type FormState } from '@/lib/forms/form-state';

export type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/** The message for a page whose forms belong to the previous version. */
const OUTDATED =
  'This site was updated while the page was open, so nothing was saved. What you typed is still here: copy anything long, reload the page and send it again.';

/** Whether the server no longer knows the form, because the site was updated meanwhile. */
export const isOutdated = unstable_isUnrecognizedActionError;

/**
 * Why an action got no response: a broken connection must not replace the page. Rethrows what is not a failure: an
 * action that redirects.
 */
export function unanswered(error: unknown, typed: Record<string, string> = {}): FormState {
  unstable_rethrow(error);
  if (isOutdated(error)) return refused(OUTDATED, {}, typed);
  // A network that fails is a TypeError; the server's own refusals come as their sentence.
  const message = error instanceof Error && error.message.startsWith('This ') ? error.message : '';
  const what = message || 'The server could not be reached: you may be offline.';
  return refused(`${what} What you typed is still here; please try again.`, {}, typed);
}
