'use client';

import { useEffect, useRef, type RefObject } from 'react';
import type { FormState } from '@/lib/form-state';

/** Leaving the page with something typed that was not sent asks first. */
export function useLeaveGuard(form: RefObject<HTMLFormElement | null>, state: FormState) {
  const isTyped = useRef(false);
  useEffect(() => {
    if (state.status === 'done') isTyped.current = false;
  }, [state]);
  useEffect(() => {
    const current = form.current;
    const onInput = () => (isTyped.current = true);
    const onLeaving = (event: BeforeUnloadEvent) => isTyped.current && event.preventDefault();
    current?.addEventListener('input', onInput);
    addEventListener('beforeunload', onLeaving);
    return () => {
      current?.removeEventListener('input', onInput);
      removeEventListener('beforeunload', onLeaving);
    };
  }, [form]);
}
