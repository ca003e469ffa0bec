'use client';

import { useRef, useState, useSyncExternalStore, useTransition } from 'react';
import { unanswered, type Action } from '@/components/ui/action-errors';
import { idle, type FormState } from '@/lib/forms/form-state';
import { knowsPasskeys, makePasskey } from './passkey-browser';
import { PasskeyNotice } from './passkey-notice';
import type { PasskeyWords } from './passkey-words';

type Props = {
  begin: Action;
  add: Action;
  /** Suggested, because people rarely think of one. */
  name: string;
  words: PasskeyWords;
};

/** Makes a passkey on this device. Without JavaScript it says why there is no button. */
export function AddPasskey({ begin, add, name, words }: Props) {
  const isAble = useSyncExternalStore(
    () => () => {},
    knowsPasskeys,
    () => null,
  );
  const [state, setState] = useState<FormState>(idle);
  const [isSending, startSending] = useTransition();
  const field = useRef<HTMLInputElement>(null);

  const make = () =>
    startSending(async () => {
      const made = await makePasskey(begin).catch((error: unknown) => unanswered(error));
      if (typeof made !== 'string') return setState(made);
      const data = new FormData();
      data.set('answer', made);
      data.set('name', field.current?.value ?? name);
      setState(await add(idle, data).catch((error: unknown) => unanswered(error)));
    });

  if (isAble === null) return <p className="auth__quiet">{words.needsScript}</p>;
  if (!isAble) return <p className="auth__quiet">{words.unknown}</p>;
  return (
    <div className="fields-form">
      <PasskeyNotice state={state} />
      <div className="field">
        <label htmlFor="passkey-name">{words.description}</label>
        <input className="input" id="passkey-name" ref={field} defaultValue={name} maxLength={60} dir="auto" />
      </div>
      <button className="button" type="button" aria-disabled={isSending} onClick={() => isSending || make()}>
        {words.add}
      </button>
    </div>
  );
}
