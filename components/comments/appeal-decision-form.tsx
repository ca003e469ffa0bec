'use client';

import { useText } from '#text';
import { FormNotice } from '@/components/ui/form-notice';
import { LosslessTextarea } from '@/components/ui/lossless-textarea';
import type { Action } from '@/components/ui/action-errors';
import { useFormAction } from '@/components/ui/use-form-action';

type Props = { action: Action; statementId: string; authorName: string; maxLength: number };

/** Decides one of several appeals: its field has an id of its own, because the page has one for each. */
export function AppealDecisionForm({ action, statementId, authorName, maxLength }: Props) {
  const t = useText();
  const [state, formAction] = useFormAction(action);
  const id = `answer-${statementId}`;
  const typed = state.status === 'refused' ? (state.values.answer ?? '') : '';
  return (
    <form action={formAction} className="fields-form">
      <FormNotice state={state} />
      <input type="hidden" name="statementId" value={statementId} />
      <div className="field">
        <label htmlFor={id}>{t('Answer')}</label>
        <p className="field__hint" id={`${id}-hint`}>
          {t('Optional. Its author reads it.')}
        </p>
        <LosslessTextarea
          className="textarea"
          id={id}
          name="answer"
          rows={2}
          maxLength={maxLength}
          defaultValue={typed}
          aria-describedby={`${id}-hint`}
        />
      </div>
      <p className="row__actions">
        <button className="button" name="intent" value="upheld">
          <span>{t('Uphold')}</span>
          <span className="hidden-visually">
            {t(' the appeal by {name} and show the comment again', { name: authorName })}
          </span>
        </button>
        <button className="button" name="intent" value="rejected">
          <span>{t('Reject')}</span>
          <span className="hidden-visually">{t(' the appeal by {name}', { name: authorName })}</span>
        </button>
      </p>
    </form>
  );
}
