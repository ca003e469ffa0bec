import type { Ref } from 'react';
import { HONEYPOT_FIELD } from '@/lib/forms/honeypot-name';

/** A field that people never see and bots fill in. */
export function Honeypot({ id, label, input }: { id: string; label: string; input?: Ref<HTMLInputElement> }) {
  return (
    <div className="comment-form__honeypot" aria-hidden="true">
      <label htmlFor={id}>{label}</label>
      <input id={id} name={HONEYPOT_FIELD} ref={input} tabIndex={-1} autoComplete={HONEYPOT_FIELD} />
    </div>
  );
}
