'use client';

import { useRef } from 'react';
import type { Action } from '@/components/ui/action-errors';
import type { FormState } from '@/lib/forms/form-state';
import type { CommentWords } from './comment-words';

/** The actions with which a passkey signs in. */
export type PasskeyActions = { begin: Action; send: Action };

type Props = {
  /** Of the form, because a page can have several. */
  id: string;
  state: FormState;
  words: CommentWords;
  initial: { name: string; email: string } | undefined;
  asksWriter: boolean | undefined;
  passkeys: PasskeyActions | undefined;
};

/** What a comment form asks of readers without an account; hidden from those who are signed in. */
export function WriterFields({ id, state, words, initial, asksWriter, passkeys }: Props) {
  const isOffered = useRef(false);
  if (!asksWriter) {
    return <p className="comment-form__next">{words.notSignedIn}</p>;
  }
  const shared = { id, state, initial };
  const offer = () => {
    if (isOffered.current || !passkeys) return;
    isOffered.current = true;
    void import('@/components/users/passkey-in-field').then(({ signInBelowField }) =>
      signInBelowField(passkeys, `${location.pathname}#post-comment`, () => {}).catch(() => {}),
    );
  };
  return (
    <div className="comment-form__writer" role="group" aria-label={words.withoutAccount}>
      <p className="comment-form__next">{words.writeFirst}</p>
      <WriterField {...shared} name="name" label={words.name} autoComplete="name" />
      <WriterField
        {...shared}
        name="email"
        label={words.email}
        autoComplete={passkeys ? 'email webauthn' : 'email'}
        type="email"
        onFocus={offer}
      />
    </div>
  );
}

type FieldProps = Omit<Props, 'asksWriter' | 'passkeys' | 'words'> & {
  name: 'name' | 'email';
  label: string;
  autoComplete: string;
  type?: 'email';
  onFocus?: () => void;
};

function WriterField({ id, state, initial, name, label, autoComplete, type, onFocus }: FieldProps) {
  const error = state.fields[name];
  const own = `${id}-${name}`;
  return (
    <div className="field">
      <label htmlFor={own}>{label}</label>
      <input
        className="input"
        id={own}
        name={name}
        type={type ?? 'text'}
        maxLength={254}
        autoComplete={autoComplete}
        onFocus={onFocus}
        ref={(input) => {
          // Focused before this script had loaded.
          if (input && input === document.activeElement) onFocus?.();
        }}
        defaultValue={state.values[name] ?? initial?.[name] ?? ''}
        {...(error ? { 'aria-invalid': true, 'aria-describedby': `${own}-error` } : {})}
      />
      {error && (
        <p className="field__error" id={`${own}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
