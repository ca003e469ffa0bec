'use client';

import { useActionState } from 'react';
import { useText } from '#text';
import type { Text } from '@/components/text/text';
import { textsOf } from '@/lib/forms/form-texts';
import { idle } from '@/lib/forms/form-state';
import { useHasScript } from './has-script';
import { isOutdated, unanswered, type Action } from './action-errors';

/** The state of a small form and its action; keeps the input if the request fails or the form is outdated. */
export function useFormAction(action: Action, at?: string) {
  const hasScript = useHasScript();
  const t = useText();
  return useActionState(hasScript ? withErrorMessage(action, t) : action, idle, at);
}

function withErrorMessage(action: Action, t: Text): Action {
  return async (previous, form) => {
    try {
      return await action(previous, form);
    } catch (error) {
      if (!isOutdated(error) && !(error instanceof TypeError)) throw error;
      return unanswered(error, textsOf(Object.fromEntries(form)), t);
    }
  };
}
