'use client';

import type { ReactNode } from 'react';
import type { FormSubmission } from './use-form-submission';
import { FormAnswer, useFirstWrong } from './form-answer';
import { useHasScript } from './has-script';

/** The permalink of the action, for browsers without JavaScript. */
export const AT_LONG_FORM = '#long-form';

type Props = {
  submission: FormSubmission;
  className: string;
  labels: Record<string, string>;
  buttons: ReactNode;
  children: ReactNode;
};

/** A form longer than a screen, with its answer at the top without JavaScript. */
export function LongForm({ submission: { state, form }, className, labels, buttons, children }: Props) {
  const hasScript = useHasScript();
  useFirstWrong(form.ref, state);
  return (
    <form {...form} id={AT_LONG_FORM.slice(1)} noValidate className={className}>
      {!hasScript && <FormAnswer state={state} labels={labels} />}
      {children}
      <div className="form-footer">
        {hasScript && <FormAnswer state={state} labels={labels} />}
        <div className="form-actions">{buttons}</div>
      </div>
    </form>
  );
}
