'use client';

import { useEffect, useRef, useState, type RefObject } from 'react';
import { useText } from '#text';
import type { FormState } from '@/lib/forms/form-state';

type Props = {
  state: FormState;
  labels?: Record<string, string>;
  /** Of the ids of its fields. */
  prefix?: string;
};

/** The result of a form; invalid fields are listed with links. */
export function FormAnswer({ state, labels = {}, prefix = '' }: Props) {
  const { ref, isOutdated } = useOutdated(state);
  const t = useText();
  if (state.status === 'idle' || !state.message || isOutdated) return null;
  const wrong = Object.entries(state.fields).filter(([name]) => name !== 'form');
  const isSaidBelow = wrong.some(([, why]) => why === state.message);
  return (
    <div ref={ref} className={`notice notice--${state.status}`} role={state.status === 'refused' ? 'alert' : 'status'}>
      {!isSaidBelow && <p>{t.said(state.message)}</p>}
      {state.signIn && (
        <p>
          <a href={state.signIn.href} target="_blank">
            {state.signIn.label}
          </a>
        </p>
      )}
      {isSaidBelow && wrong.length > 1 && <p>{t.said(`${wrong.length} fields need attention:`)}</p>}
      {wrong.length > 0 && (
        <ul className="notice__fields">
          {wrong.map(([name, why]) => (
            <li key={name}>
              <a href={`#${prefix}${name}`}>
                {labels[name] ? `${labels[name]}${/[?!.]$/.test(labels[name]) ? '' : ':'} ${why}` : why}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Whether another form was sent since: what was done before it would be read as its answer. */
export function useOutdated(state: FormState) {
  const ref = useRef<HTMLDivElement & HTMLParagraphElement>(null);
  const [outdated, setOutdated] = useState<FormState | null>(null);
  useEffect(() => {
    if (state.status !== 'done') return;
    const onSubmit = ({ target }: Event) => {
      if (target instanceof Node && !target.contains(ref.current)) setOutdated(state);
    };
    addEventListener('submit', onSubmit, true);
    return () => removeEventListener('submit', onSubmit, true);
  }, [state]);
  return { ref, isOutdated: outdated === state };
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
