'use client';

import { useState, useSyncExternalStore, useTransition } from 'react';
import { unanswered, type Action } from '@/components/ui/action-errors';
import { idle, type FormState } from '@/lib/forms/form-state';
import { PasskeyNotice } from './passkey-notice';
import { signInOnce } from './passkey-in-field';
import { knowsPasskeys, askPasskey } from './passkey-browser';

type Props = { begin: Action; send: Action; label: string; hidden?: Record<string, string> };

/** Asks for a passkey and sends its answer; shown where the browser knows passkeys. */
export function PasskeyButton({ begin, send, label, hidden = {} }: Props) {
  const isAble = useSyncExternalStore(
    () => () => {},
    knowsPasskeys,
    () => false,
  );
  const [state, setState] = useState<FormState>(idle);
  const [isSending, startSending] = useTransition();

  const ask = () =>
    startSending(async () => {
      const given = await askPasskey(begin).catch((error: unknown) => unanswered(error));
      if (typeof given !== 'string') return setState(given);
      const answered = await signInOnce(send, given, hidden).catch((error: unknown) => unanswered(error));
      setState(answered);
    });

  if (!isAble) return null;
  return (
    <div className="passkey">
      <PasskeyNotice state={state} />
      <button className="button" type="button" aria-disabled={isSending} onClick={() => isSending || ask()}>
        {label}
      </button>
    </div>
  );
}
