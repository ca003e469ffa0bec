'use client';

import { useEffect } from 'react';
import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import { Checkbox, Field } from '@/components/ui/field';
import { FormAnswer, useFirstWrong } from '@/components/ui/form-answer';
import { useFormSubmission } from '@/components/ui/use-form-submission';

type Format = { id: string; label: string; description: string; leavesOut: string };
type Props = { action: Action; problem: string; formats: Format[] };

/** Chooses a format and starts the download of its file; the page stays open meanwhile. */
export function ExportForm({ action, problem, formats }: Props) {
  const t = useText();
  const { state, isSending, form } = useFormSubmission(action);
  useFirstWrong(form.ref, state);
  useEffect(() => {
    // Browsers take what is an attachment without leaving the page.
    if (state.redirectTo) location.assign(state.redirectTo);
  }, [state]);
  const chosen = state.values.format ?? formats[0]?.id;
  const labels = { format: t('Format'), ownPassword: t('Your password') };
  return (
    <form {...form} className="fields-form export-form" noValidate>
      {problem && state.status === 'idle' && (
        <p className="notice notice--refused" role="alert">
          {problem}
        </p>
      )}
      <FormAnswer state={state} labels={labels} />
      <fieldset className="export-formats" key={chosen}>
        <legend>{labels.format}</legend>
        {formats.map((format) => (
          <FormatChoice key={format.id} format={format} isChosen={format.id === chosen} />
        ))}
      </fieldset>
      <Checkbox
        name="withEmails"
        label={t('Include e-mail addresses of those who wrote')}
        hint={t('Keep such a file safe. JSON Feed never has them.')}
        defaultChecked={state.values.withEmails === 'on'}
        key={`${state.values.withEmails}`}
      />
      <Field
        name="ownPassword"
        type="password"
        label={labels.ownPassword}
        hint={t('The file holds what only you may see, drafts and removed comments among it.')}
        error={state.fields.ownPassword}
        autoComplete="current-password"
      />
      <div className="form-actions">
        <button className="button button--primary" disabled={isSending}>
          {t('Download')}
        </button>
      </div>
      <p role="status" className="quiet">
        {state.redirectTo && t('The download has begun. A large site takes a few minutes.')}
      </p>
    </form>
  );
}

function FormatChoice({ format, isChosen }: { format: Format; isChosen: boolean }) {
  const t = useText();
  const id = `format-${format.id}`;
  return (
    <div className="check">
      <input
        type="radio"
        name="format"
        value={format.id}
        id={id}
        defaultChecked={isChosen}
        aria-describedby={`${id}-hint`}
      />
      <div>
        <label htmlFor={id}>{t(format.label)}</label>
        <div className="field__hint" id={`${id}-hint`}>
          <p>{t(format.description)}</p>
          <p>{t('Leaves out: {what}', { what: t(format.leavesOut) })}</p>
        </div>
      </div>
    </div>
  );
}
