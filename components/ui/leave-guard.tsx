'use client';

import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import { contentsOf, type Moment } from './form-contents';

type HasChanges = () => boolean;

const Guarded = createContext<Set<HasChanges> | null>(null);

/** Warns before leaving a page with unsaved changes. */
export function LeaveGuard({ children }: { children: ReactNode }) {
  const [forms] = useState(() => new Set<HasChanges>());
  useEffect(() => {
    const onLeaving = (event: BeforeUnloadEvent) => {
      if ([...forms].some((hasChanges) => hasChanges())) event.preventDefault();
    };
    addEventListener('beforeunload', onLeaving);
    return () => removeEventListener('beforeunload', onLeaving);
  }, [forms]);
  return <Guarded value={forms}>{children}</Guarded>;
}

type Baseline = { contents: string; moment: Moment; isTouched: boolean };

/** Registers a form with the guard. Returns a function to call when the form was saved. */
export function useLeaveGuard(form: RefObject<HTMLFormElement | null>) {
  const forms = useContext(Guarded);
  const baseline = useRef<Baseline>({ contents: '', moment: 'at first', isTouched: false });

  useEffect(() => {
    const current = form.current;
    if (!current || !forms) return;
    const begin = () => {
      if (!baseline.current.isTouched) baseline.current.contents = contentsOf(current, baseline.current.moment);
    };
    const onInput = () => (baseline.current.isTouched = true);
    const hasChanges = () => baseline.current.isTouched && contentsOf(current, 'now') !== baseline.current.contents;
    begin();
    // Before the script loaded, input may have been typed or restored by the browser.
    baseline.current.isTouched ||= contentsOf(current, 'now') !== baseline.current.contents;
    forms.add(hasChanges);
    current.addEventListener('focusin', begin);
    current.addEventListener('input', onInput);
    return () => {
      forms.delete(hasChanges);
      current.removeEventListener('focusin', begin);
      current.removeEventListener('input', onInput);
    };
  }, [form, forms]);

  return useCallback(
    (sent?: string) => {
      const now = form.current ? contentsOf(form.current, 'now') : '';
      baseline.current = { contents: sent ?? now, moment: 'now', isTouched: sent !== undefined };
    },
    [form],
  );
}
