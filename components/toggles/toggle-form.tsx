'use client';

import { useActionState, useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { unanswered, type Action } from '@/components/ui/action-errors';
import { FormNotice } from '@/components/ui/form-notice';
import { idle } from '@/lib/forms/form-state';

type Props = {
  id: string;
  action: Action;
  className?: string;
  label?: string;
  /** Where a script asks what a signed-in viewer has switched on, on pages that are the same for everybody. */
  ownAt?: string;
  /** The buttons; those of comments are elsewhere and name this form. */
  children?: ReactNode;
};

/** A form of buttons that switch something on or off; in place where there is a script, which is loaded when it is needed. */
export function ToggleForm({ id, action, className, label, ownAt, children }: Props) {
  const [plainState, plainAction] = useActionState(action, idle, `#${id}`);
  const [failure, setFailure] = useState(idle);
  const form = useRef<HTMLFormElement>(null);
  const said = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    if (!ownAt || !/(?:^|; )signed-in=/.test(document.cookie)) return;
    import('./toggling').then(({ showOwn }) => form.current && showOwn(form.current, ownAt)).catch(() => {});
  }, [ownAt]);

  function send(event: FormEvent<HTMLFormElement>) {
    const button = event.nativeEvent instanceof SubmitEvent && event.nativeEvent.submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const pressed = { button, data: new FormData(event.currentTarget, button), action, said: said.current };
    import('./toggling').then(({ press }) => press(pressed)).catch((error: unknown) => setFailure(unanswered(error)));
  }

  return (
    <form
      id={id}
      ref={form}
      action={plainAction}
      onSubmit={send}
      {...(label ? { 'aria-label': label, className } : {})}
    >
      <FormNotice state={failure === idle ? plainState : failure} />
      {children}
      <p className="hidden-visually" role="status" ref={said} />
    </form>
  );
}
