'use client';

import { useFormAction } from '@/components/ui/use-form-action';
import { FormNotice } from '@/components/ui/form-notice';
import type { FormState } from '@/lib/forms/form-state';

type Props = {
  type: 'post' | 'page';
  action: (state: FormState, form: FormData) => Promise<FormState>;
  children: string;
  isQuiet?: boolean;
};

/** Creates a draft and opens it. A form, because it writes. */
export function NewPostButton({ type, action, children, isQuiet }: Props) {
  const [state, formAction, isPending] = useFormAction(action);
  return (
    <form action={formAction}>
      <FormNotice state={state} />
      <input type="hidden" name="type" value={type} />
      <button className={isQuiet ? 'button' : 'button button--primary'} disabled={isPending}>
        {children}
      </button>
    </form>
  );
}
