'use client';

import { useRef, type ReactNode } from 'react';
import type { FormState } from '@/lib/form-state';
import { FormAnswer, useFirstWrong } from './form-answer';
import { useHasScript } from './has-script';
import { useLeaveGuard } from './leave-guard';

/** Where a browser without scripts comes back to when it has sent a long form: its third argument to useActionState. */
export const AT_LONG_FORM = '#long-form';

type Props = {
  action: (form: FormData) => void;
  state: FormState;
  className: string;
  labels: Record<string, string>;
  /** The buttons: they stay in reach however long the form is, with the answer above them. */
  buttons: ReactNode;
  children: ReactNode;
};

/** A form that is longer than a screen. Without a script the page comes back at its top, and the answer stands there. */
export function LongForm({ action, state, className, labels, buttons, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const hasScript = useHasScript();
  useFirstWrong(form, state);
  useLeaveGuard(form, state);
  return (
    <form ref={form} id={AT_LONG_FORM.slice(1)} action={action} noValidate className={className}>
      {!hasScript && <FormAnswer state={state} labels={labels} />}
      {children}
      <div className="form-foot">
        {hasScript && <FormAnswer state={state} labels={labels} />}
        <div className="form-acts">{buttons}</div>
      </div>
    </form>
  );
}
