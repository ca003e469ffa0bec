import type { ComponentProps, ReactNode } from 'react';
import { LosslessTextarea } from './lossless-textarea';

type FieldProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
};

/** A labelled text field with an associated hint and error. */
export function Field({ name, label, hint, error, ...input }: FieldProps & ComponentProps<'input'>) {
  return (
    <FieldFrame {...{ name, label, hint, error }}>
      <input className="input" id={name} name={name} {...descriptions(name, hint, error)} {...input} />
    </FieldFrame>
  );
}

export function TextArea({ name, label, hint, error, ...input }: FieldProps & ComponentProps<'textarea'>) {
  return (
    <FieldFrame {...{ name, label, hint, error }}>
      <LosslessTextarea className="textarea" name={name} {...descriptions(name, hint, error)} {...input} id={name} />
    </FieldFrame>
  );
}

export function Select({ name, label, hint, error, children, ...input }: FieldProps & ComponentProps<'select'>) {
  return (
    <FieldFrame {...{ name, label, hint, error }}>
      <select className="select" id={name} name={name} {...descriptions(name, hint, error)} {...input}>
        {children}
      </select>
    </FieldFrame>
  );
}

export function Checkbox({ name, label, hint, ...input }: Omit<FieldProps, 'error'> & ComponentProps<'input'>) {
  return (
    <div className="check">
      <input type="checkbox" id={name} name={name} {...descriptions(name, hint, undefined)} {...input} />
      <div>
        <label htmlFor={name}>{label}</label>
        {hint && (
          <p className="field__hint" id={`${name}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

function FieldFrame({ name, label, hint, error, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="field__hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p className="field__error" id={`${name}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

function descriptions(name: string, hint: ReactNode, error: string | undefined) {
  const ids = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ');
  return { ...(ids ? { 'aria-describedby': ids } : {}), ...(error ? { 'aria-invalid': true as const } : {}) };
}
