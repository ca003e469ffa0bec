'use client';

import { NamesInput } from '@/components/ui/names-input';
import type { EditorFieldName, EditorFields } from '../fields';

export type OnChange = (changes: Partial<EditorFields>) => void;

type TextFieldProps = {
  name: EditorFieldName;
  label: string;
  value: string;
  hint?: string | undefined;
  isLong?: boolean;
  /** To choose from; others can be written. */
  names?: readonly string[] | undefined;
  error?: string | undefined;
  onChange: OnChange;
  onBlur?: (() => void) | undefined;
};

/** A labelled field of the drawer, with hint and error. */
export function TextField({ name, label, hint, isLong, names, value, error, onChange, onBlur }: TextFieldProps) {
  const id = `details-${name}`;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const change = (event: { target: { value: string } }) => onChange({ [name]: event.target.value });
  const shared = { id, value, onBlur, 'aria-describedby': described, 'aria-invalid': error ? true : undefined };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {isLong && <textarea className="textarea" rows={3} {...shared} onChange={change} />}
      {!isLong && names && <NamesInput {...shared} names={names} onChange={change} />}
      {!isLong && !names && <input className="input" {...shared} onChange={change} />}
      {error && (
        <p className="field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
