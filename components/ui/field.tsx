import type { ComponentProps, ReactNode } from 'react';
import { LosslessTextarea } from './lossless-textarea';
import { NamesInput } from './names-input';

type FieldProps = {
  name: string;
  /** The name, unless another form on the page may have a field of that name. */
  id?: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
};

type TextProps = FieldProps &
  ComponentProps<'input'> & { /** To choose from. */ names?: readonly string[] | undefined };

/** A labelled text field with an associated hint and error. */
export function Field({ name, id = name, label, hint, error, names, ...given }: TextProps) {
  const input = { id, name, ...descriptions(id, hint, error), ...given };
  return (
    <FieldFrame {...{ id, label, hint, error }}>
      {names ? <NamesInput {...input} names={names} /> : <input className="input" {...input} />}
    </FieldFrame>
  );
}

export function TextArea({ name, id = name, label, hint, error, ...input }: FieldProps & ComponentProps<'textarea'>) {
  return (
    <FieldFrame {...{ id, label, hint, error }}>
      <LosslessTextarea className="textarea" name={name} {...descriptions(id, hint, error)} {...input} id={id} />
    </FieldFrame>
  );
}

export function Select({
  name,
  id = name,
  label,
  hint,
  error,
  children,
  ...input
}: FieldProps & ComponentProps<'select'>) {
  return (
    <FieldFrame {...{ id, label, hint, error }}>
      <select className="select" id={id} name={name} {...descriptions(id, hint, error)} {...input}>
        {children}
      </select>
    </FieldFrame>
  );
}

export function Checkbox({
  name,
  id = name,
  label,
  hint,
  ...input
}: Omit<FieldProps, 'error'> & ComponentProps<'input'>) {
  return (
    <div className="check">
      <input type="checkbox" id={id} name={name} {...descriptions(id, hint, undefined)} {...input} />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p className="field__hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

type FrameProps = Omit<FieldProps, 'name' | 'id'> & { id: string; children: ReactNode };

function FieldFrame({ id, label, hint, error, children }: FrameProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p className="field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

function descriptions(id: string, hint: ReactNode, error: string | undefined) {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return { ...(ids ? { 'aria-describedby': ids } : {}), ...(error ? { 'aria-invalid': true as const } : {}) };
}
