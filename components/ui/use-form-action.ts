'use client';

import { useActionState } from 'react';
import { textsOf } from '@/lib/forms/form-texts';
import { idle } from '@/lib/forms/form-state';
import { useHasScript } from './has-script';
import { isOutdated, unanswered, type Action } from './action-errors';

/**
 * The state of a small form or a button over a server action, and the act that sends it. A form that the server no longer
 * knows, because the site was updated meanwhile, comes back with what was typed, and so does one whose line broke. Without
 * a script the server words it itself; so the form is first drawn over the bare action, which it must be to work there.
 * `at` is where such a browser comes back to.
 */
export function useFormAction(action: Action, at?: string) {
  const hasScript = useHasScript();
  return useActionState(hasScript ? withErrorMessage(action) : action, idle, at);
}

function withErrorMessage(action: Action): Action {
  return async (previous, form) => {
    try {
      return await action(previous, form);
    } catch (error) {
      // A network that fails is a TypeError.
      if (!isOutdated(error) && !(error instanceof TypeError)) throw error;
      return unanswered(error, textsOf(Object.fromEntries(form)));
    }
  };
}
