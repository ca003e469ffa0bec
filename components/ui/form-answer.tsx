'use client';

import { useEffect, type RefObject } from 'react';
import type { FormState } from '@/lib/forms/form-state';

/** The result of a form; invalid fields are listed with links. */
export function FormAnswer({ state, labels = {} }: { state: FormState; labels?: Record<string, string> }) {
  if (state.status === 'idle' || !state.message) return null;
  const wrong = Object.entries(state.fields).filter(([name]) => name !== 'form');
  const isSaidBelow = wrong.some(([, why]) => why === state.message);
  return (
    <div className={`notice notice--${state.status}`} role={state.status === 'refused' ? 'alert' : 'status'}>
      {!isSaidBelow && <p>{state.message}</p>}
      {isSaidBelow && wrong.length > 1 && <p>{`${wrong.length} fields need attention:`}</p>}
      {wrong.length > 0 && (
        <ul className="notice__fields">
          {wrong.map(([name, why]) => (
            <li key={name}>
              <a href={`#${name}`}>{labels[name] ? `${labels[name]}: ${why}` : why}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Focuses the first invalid field. */
export function useFirstWrong(form: RefObject<HTMLFormElement | null>, state: FormState) {
  useEffect(() => {
    if (state.status !== 'refused') return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid=true]');
    wrong?.closest('details')?.setAttribute('open', '');
    wrong?.scrollIntoView({ block: 'center' });
    wrong?.focus({ preventScroll: true });
  }, [form, state]);
}
