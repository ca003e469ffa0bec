'use client';

import { type ReactNode } from 'react';
import { useFormAction } from '@/components/ui/use-form-action';
import { FormNotice } from '@/components/ui/form-notice';
import type { FormState } from '@/lib/forms/form-state';

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  children: ReactNode;
  fields?: Record<string, string>;
  className?: string;
  id?: string;
  /** Where an `EarlierAnswer` shows what was done if this form is gone by then. */
  at?: string;
};

/** A form of buttons that shows an error next to it. */
export function ActionForm({ action, children, fields = {}, at, ...form }: Props) {
  const [state, formAction] = useFormAction(action, at);
  return (
    <form action={formAction} {...form}>
      <FormNotice state={state} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
