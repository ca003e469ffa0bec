'use client';

import { unstable_isUnrecognizedActionError } from 'next/navigation';
import { useActionState } from 'react';
import { textsOf } from '@/lib/form-fields';
import { idle, refused, type FormState } from '@/lib/form-state';
import { useHasScript } from './has-script';

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/** What a page is told whose forms are of the version before. */
export const OUTDATED = 'This site was updated while the page was open, so nothing was taken yet.';

/**
 * The state of a form over a server action, and the act that sends it. A form that the server no longer knows, because
 * the site was updated meanwhile, comes back with what was typed. Without a script the server words it itself; so the
 * form is first drawn over the bare action, which it must be to work there. `at` is where such a browser comes back to.
 */
export function useFormAct(action: Action, at?: string) {
  const hasScript = useHasScript();
  return useActionState(hasScript ? withWords(action) : action, idle, at);
}

function withWords(action: Action): Action {
  return async (previous, form) => {
    try {
      return await action(previous, form);
    } catch (error) {
      if (!unstable_isUnrecognizedActionError(error)) throw error;
      const what = `${OUTDATED} What you typed is still here: copy what is long, reload the page, and send it again.`;
      return refused(what, {}, textsOf(Object.fromEntries(form)));
    }
  };
}
