'use client';

import type { ReactNode } from 'react';
import type { FormSubmission } from './use-form-submission';
import { FormAnswer, useFirstWrong } from './form-answer';
import { useHasScript } from './has-script';

/** Where a browser without scripts returns after sending a long form: the permalink of its action. */
export const AT_LONG_FORM = '#long-form';

type Props = {
  submission: FormSubmission;
  className: string;
  labels: Record<string, string>;
  /** The buttons: they stay in reach however long the form is, with the answer above them. */
  buttons: ReactNode;
  children: ReactNode;
};

/** A form that is longer than a screen. Without a script the page comes back at its top, and the answer stands there. */
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
