'use client';

import { useEffect, useEffectEvent, useId, useRef, type ReactNode, type ToggleEvent } from 'react';

type Props = {
  /** What the button says, in front of the question and in it. */
  label: string;
  question: string;
  /** What is deleted with it, and that it cannot be undone. */
  children: ReactNode;
  /** What the confirming button sends along. */
  name?: string;
  value?: string;
  isSending?: boolean;
  onOpen?: () => void;
  /** What the confirming button does where it stands in no form. */
  onConfirm?: () => void;
};

/**
 * The button of a form that deletes something: it opens a question, and only the button in the question sends the form. A
 * popover opens and closes without a script too.
 */
export function ConfirmedAction({ label, question, children, name, value, isSending = false, ...events }: Props) {
  const { onOpen, onConfirm } = events;
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  const wakeUp = useEffectEvent(() => {
    // Somebody was quicker than this script.
    if (popover.current?.matches(':popover-open')) onOpen?.();
  });
  useEffect(() => wakeUp(), []);
  return (
    <>
      <button type="button" className="button button--danger" popoverTarget={id} aria-haspopup="dialog">
        {`${label}…`}
      </button>
      <div
        ref={popover}
        id={id}
        className="confirm"
        popover="auto"
        role="alertdialog"
        aria-labelledby={`${id}-question`}
        aria-describedby={`${id}-what`}
        onBeforeToggle={({ newState }) => newState === 'open' && onOpen?.()}
        onToggle={opened}
      >
        <h2 id={`${id}-question`} dir="auto">
          {question}
        </h2>
        <div id={`${id}-what`}>{children}</div>
        <div className="confirm__actions">
          <button
            className="button button--danger"
            name={name}
            value={value}
            aria-disabled={isSending}
            onClick={() => {
              popover.current?.hidePopover();
              onConfirm?.();
            }}
          >
            {label}
          </button>
          <button type="button" className="button" popoverTarget={id} popoverTargetAction="hide">
            Cancel
          </button>
        </div>
      </div>
    </>
  );
}

/** Keeps Enter in a field from submitting a form without its confirmation. Precedes every other button of the form. */
export function NoSendingByEnter() {
  return <button className="hidden-visually" disabled aria-hidden tabIndex={-1} />;
}

function opened({ newState, currentTarget }: ToggleEvent<HTMLElement>) {
  if (newState !== 'open') return;
  currentTarget.querySelector<HTMLElement>('[popovertargetaction=hide]')?.focus();
  currentTarget.addEventListener('focusout', closeWhenLeft);
}

// A popover lets the keyboard go on to the page behind it; a question that nobody is in any more is cancelled.
function closeWhenLeft({ currentTarget, relatedTarget }: FocusEvent) {
  if (!(currentTarget instanceof HTMLElement) || !(relatedTarget instanceof Node)) return;
  if (!currentTarget.contains(relatedTarget)) currentTarget.hidePopover();
}
