'use client';

import { useId } from 'react';
import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import { Field } from '@/components/ui/field';
import { FormAnswer, useFirstWrong } from '@/components/ui/form-answer';
import { useFormSubmission } from '@/components/ui/use-form-submission';
import type { LineProblem } from '@/lib/redirects/redirect-table';

const MAX_SHOWN = 100;

/** A file of redirects; what is wrong with it is listed by line. */
export function ImportForm({ action }: { action: Action }) {
  const t = useText();
  const id = useId();
  const { state, isSending, form } = useFormSubmission(action, { permalink: `#${id}` });
  useFirstWrong(form.ref, state);
  const label = t('CSV file');
  return (
    <form {...form} id={id} className="fields-form" noValidate>
      <FormAnswer state={state} labels={{ file: label }} />
      <LineProblems problems={problemsIn(state.values.problems)} />
      <Field name="file" label={label} type="file" accept=".csv,text/csv" error={state.fields.file} />
      <button className="button button--primary" aria-disabled={isSending}>
        {t('Import##verb')}
      </button>
    </form>
  );
}

function LineProblems({ problems }: { problems: LineProblem[] }) {
  const t = useText();
  if (problems.length === 0) return null;
  const left = problems.length - MAX_SHOWN;
  return (
    <ul className="line-problems">
      {problems.slice(0, MAX_SHOWN).map(({ line, problem }, at) => (
        <li key={at}>
          <strong>{t('Line {line, number}:', { line })}</strong> <span>{t.said(problem)}</span>
        </li>
      ))}
      {left > 0 && <li>{t('{count, plural, one {And one more.} other {And # more.}}', { count: left })}</li>}
    </ul>
  );
}

function problemsIn(json: string | undefined) {
  return json ? (JSON.parse(json) as LineProblem[]) : [];
}
