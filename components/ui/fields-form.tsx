'use client';

import { useId, useState, type ReactNode, type RefObject } from 'react';
import type { FormState } from '@/lib/forms/form-state';
import { ConfirmedAction, NoSendingByEnter } from './confirmed-action';
import { Checkbox, Field, Select, TextArea } from './field';
import { EarlierAnswer } from './earlier-answer';
import { ShownValues } from './shown-values';
import { useFormSubmission } from './use-form-submission';
import { useNextEntry } from './use-next-entry';
import { FormAnswer, useFirstWrong } from './form-answer';
import type { Action } from './action-errors';

type Shared = { name: string; label: string; hint?: string };

export type FieldSpec = Shared &
  (
    | {
        kind?: 'text' | 'email' | 'password' | 'number' | 'date';
        value?: string;
        autoComplete?: string;
        required?: boolean;
        maxLength?: number;
        minLength?: number;
        min?: number;
        max?: number;
        /** To choose from; others can be written. */
        names?: string[];
      }
    | { kind: 'area'; value?: string; rows?: number; maxLength?: number }
    | { kind: 'select'; value?: string; options: { value: string; label: string }[] }
    | { kind: 'check'; checked: boolean }
    | { kind: 'file'; accept: string }
  );

type Question = {
  title: string;
  what: string;
  /** The title while this field is filled in; its value replaces the dots. */
  named?: { field: string; title: string };
};

type Props = {
  action: Action;
  fields: FieldSpec[];
  submit: string;
  hidden?: Record<string, string>;
  tone?: 'primary' | 'danger' | 'plain';
  isOnce?: boolean;
  /** Returns to this form on a page with several; not for forms that redirect, where the fragment would remain. */
  isOneOfSeveral?: boolean;
  /** Its fields are empty for the next one after an answer (`useNextEntry`). */
  isForNext?: boolean;
  /** With that: before the fields are. */
  onNext?: () => void;
  question?: Question | undefined;
  /** The values that its fields show, where others may change them meanwhile (`shownValues`). */
  shown?: string;
  /** The action of the form that was here before, whose answer is shown too. */
  former?: Action;
  /** Of the ids of its fields, where other forms on the page may have fields of the same names. */
  prefix?: string;
  children?: ReactNode;
};

const buttons = { primary: 'button button--primary', danger: 'button button--danger', plain: 'button' };

/** A form over a server action that keeps its input, with and without JavaScript. */
export function FieldsForm({ action, fields, submit, hidden = {}, tone = 'primary', ...more }: Props) {
  const { isOnce, isOneOfSeveral, isForNext = false, onNext, children, question, former, shown, prefix = '' } = more;
  const id = useId();
  const submission = useFormSubmission(action, { permalink: isOneOfSeveral ? `#${id}` : undefined });
  const { state, isSending, form } = submission;
  useFirstWrong(form.ref, state);
  useNextEntry(isForNext, submission, onNext);
  if (isOnce && state.status === 'done') return <FormAnswer state={state} />;
  return (
    <form {...form} id={id} className="fields-form" noValidate>
      {question && <NoSendingByEnter />}
      {former && <EarlierAnswer action={former} at={`#${id}`} />}
      <FormAnswer
        state={state}
        labels={Object.fromEntries(fields.map(({ name, label }) => [name, label]))}
        prefix={prefix}
      />
      {shown !== undefined && <ShownValues shown={shown} state={state} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input
          key={name}
          type="hidden"
          name={name}
          value={state.status === 'refused' ? (state.values[name] ?? value) : value}
        />
      ))}
      {fields.map((field) => (
        <SpecifiedField key={field.name} field={field} state={state} prefix={prefix} />
      ))}
      {children}
      {question ? (
        <AskedAction label={submit} question={question} isSending={isSending} form={form.ref} />
      ) : (
        <button className={buttons[tone]} aria-disabled={isSending}>
          {submit}
        </button>
      )}
    </form>
  );
}

type AskedProps = { label: string; question: Question; isSending: boolean; form: RefObject<HTMLFormElement | null> };

function AskedAction({ label, question: { title, what, named }, isSending, form }: AskedProps) {
  const [value, setValue] = useState('');
  const read = () => {
    const field = named && form.current?.elements.namedItem(named.field);
    setValue(field instanceof HTMLInputElement ? field.value.trim() : '');
  };
  return (
    <ConfirmedAction
      label={label}
      question={named && value ? named.title.replace('…', () => value) : title}
      isSending={isSending}
      onOpen={read}
    >
      <p>{what}</p>
    </ConfirmedAction>
  );
}

type SpecifiedProps = { field: FieldSpec; state: FormState; prefix?: string };

export function SpecifiedField({ field, state, prefix = '' }: SpecifiedProps) {
  const { name, label, hint } = field;
  const shared = { name, id: `${prefix}${name}`, label, ...(hint ? { hint } : {}), error: state.fields[name] };
  const typed = state.status === 'refused' ? state.values[name] : undefined;
  if (field.kind === 'check') {
    const isChecked = state.status === 'refused' ? typed === 'on' : field.checked;
    return <Checkbox {...shared} defaultChecked={isChecked} key={String(isChecked)} />;
  }
  if (field.kind === 'file') return <Field {...shared} type="file" accept={field.accept} />;
  const value = typed ?? field.value ?? '';
  if (field.kind === 'area') {
    const { rows = 6, maxLength } = field;
    return <TextArea {...shared} rows={rows} maxLength={maxLength} defaultValue={value} />;
  }
  if (field.kind === 'select') {
    return (
      <Select {...shared} defaultValue={value} key={value}>
        {field.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    );
  }
  return <TextField field={field} shared={shared} value={value} />;
}

type TextSpec = Extract<FieldSpec, { autoComplete?: string }>;
type TextFieldProps = {
  field: TextSpec;
  shared: { name: string; id: string; label: string; hint?: string; error: string | undefined };
  value: string;
};

function TextField({ field, shared, value }: TextFieldProps) {
  const { kind = 'text', hint: _hint, label: _label, name: _name, value: _value, ...input } = field;
  return (
    <Field
      {...shared}
      {...input}
      type={kind}
      defaultValue={kind === 'password' ? '' : value}
      dir={kind === 'text' ? 'auto' : undefined}
    />
  );
}
