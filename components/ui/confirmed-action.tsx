'use client';

import { useEffect, useEffectEvent, useId, useRef, type ReactNode, type ToggleEvent } from 'react';
import { useText } from '#text';

type Props = {
  label: string;
  question: string;
  /** What is deleted, and that it cannot be undone. */
  children: ReactNode;
  name?: string;
  value?: string;
  isSending?: boolean;
  /** Of what can be undone. */
  isHarmless?: boolean;
  onOpen?: () => void;
  /** For a button outside a form. */
  onConfirm?: () => void;
};

/** A button that asks before it sends its form, in a popover that works without JavaScript. */
export function ConfirmedAction({
  label,
  question,
  children,
  name,
  value,
  isSending = false,
  isHarmless = false,
  ...events
}: Props) {
  const { onOpen, onConfirm } = events;
  const t = useText();
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  const wakeUp = useEffectEvent(() => {
    // Opened before this script loaded.
    if (popover.current?.matches(':popover-open')) onOpen?.();
  });
  useEffect(() => wakeUp(), []);
  return (
    <>
      <button
        type="button"
        className={isHarmless ? 'button' : 'button button--danger'}
        popoverTarget={id}
        aria-haspopup="dialog"
      >
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
            className={isHarmless ? 'button button--primary' : 'button button--danger'}
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
            {t('Cancel')}
          </button>
        </div>
      </div>
    </>
  );
}

/** Keeps Enter from submitting without confirmation; precedes every other button of the form. */
export function NoSendingByEnter() {
  return <button className="hidden-visually" disabled aria-hidden tabIndex={-1} />;
}

function opened({ newState, currentTarget }: ToggleEvent<HTMLElement>) {
  if (newState !== 'open') return;
  currentTarget.querySelector<HTMLElement>('[popovertargetaction=hide]')?.focus();
  currentTarget.addEventListener('focusout', closeWhenLeft);
}

// A popover does not trap focus: closes when focus leaves it.
function closeWhenLeft({ currentTarget, relatedTarget }: FocusEvent) {
  if (!(currentTarget instanceof HTMLElement) || !(relatedTarget instanceof Node)) return;
  if (!currentTarget.contains(relatedTarget)) currentTarget.hidePopover();
}
