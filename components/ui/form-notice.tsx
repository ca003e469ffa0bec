import type { FormState } from '@/lib/forms/form-state';

/** The result of a form as a live region. */
export function FormNotice({ state }: { state: FormState }) {
  if (state.status === 'idle' || !state.message) return null;
  return (
    <p className={`notice notice--${state.status}`} role={state.status === 'refused' ? 'alert' : 'status'}>
      {state.message}
    </p>
  );
}
