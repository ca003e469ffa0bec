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

/** Whoever leaves a page within it is asked first while a form of it holds something that was not saved. */
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

/** What a form held when it was loaded or saved last, and how to read that while nobody has typed in it since. */
type Baseline = { contents: string; moment: Moment; isTouched: boolean };

/**
 * Has the page ask about this form, if the page asks at all. Answers with a function to be told that the form was saved:
 * as it is now, or with the contents that were sent while somebody types on in it.
 */
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
    // Before the script came somebody may have typed, and a browser may have put back what was typed once.
    baseline.current.isTouched ||= contentsOf(current, 'now') !== baseline.current.contents;
    forms.add(hasChanges);
    // Fields may have come since: what counts is what they held before somebody typed.
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
