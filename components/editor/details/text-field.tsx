'use client';

import type { EditorFieldName, EditorFields } from '../fields';

export type OnChange = (changes: Partial<EditorFields>) => void;

type TextFieldProps = {
  name: EditorFieldName;
  label: string;
  value: string;
  hint?: string | undefined;
  isLong?: boolean;
  error?: string | undefined;
  onChange: OnChange;
  onBlur?: (() => void) | undefined;
};

/** A labelled field of the drawer, with hint and error. */
export function TextField({ name, label, hint, isLong, value, error, onChange, onBlur }: TextFieldProps) {
  const id = `details-${name}`;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const shared = { id, value, onBlur, 'aria-describedby': described, 'aria-invalid': error ? true : undefined };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {isLong ? (
        <textarea
          className="textarea"
          rows={3}
          {...shared}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      ) : (
        <input className="input" {...shared} onChange={(event) => onChange({ [name]: event.target.value })} />
      )}
      {error && (
        <p className="field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
