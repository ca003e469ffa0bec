import { useLayoutEffect, useRef, useState } from 'react';
import type { FormState } from '@/lib/forms/form-state';

/** Sends the values that a form showed, so that the server can tell what was changed here and what by another person. */
export function ShownValues({ shown, state }: { shown: string; state: FormState }) {
  const input = useRef<HTMLInputElement>(null);
  // What another form of the page brings along was not shown when this one was filled in.
  const [first] = useState(state.values['shown'] ?? shown);
  // With the answer itself: the form may be sent again as soon as it is seen.
  useLayoutEffect(() => {
    const answered = state.values['shown'];
    if (input.current && answered) input.current.value = answered;
  }, [state]);
  return <input type="hidden" name="shown" defaultValue={first} ref={input} />;
}

/** What the form shows since it followed a change that was made elsewhere on its page. */
export function followShown(form: HTMLFormElement, shown: string) {
  const input = form.elements.namedItem('shown');
  if (input instanceof HTMLInputElement) input.value = shown;
}
