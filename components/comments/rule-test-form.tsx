'use client';

import { useText } from '#text';
import { useId } from 'react';
import type { Action } from '@/components/ui/action-errors';
import { TextArea } from '@/components/ui/field';
import { FormAnswer, useFirstWrong } from '@/components/ui/form-answer';
import { useFormSubmission } from '@/components/ui/use-form-submission';
import { MAX_COMMENT_LENGTH } from '@/lib/comments/comment';
import { readRuleTest } from '@/lib/comments/rules/test-result';
import { RuleTestResult } from './rule-test-result';

/** A box to paste a text into, which says what the active rules would do with it. */
export function RuleTestForm({ action }: { action: Action }) {
  const t = useText();
  const id = useId();
  const { state, isSending, form } = useFormSubmission(action, { permalink: `#${id}`, isSaved: () => false });
  useFirstWrong(form.ref, state);
  return (
    <form {...form} id={id} className="fields-form" noValidate>
      <FormAnswer state={state} labels={{ sample: t('Text') }} />
      <TextArea
        name="sample"
        label={t('Text')}
        rows={5}
        maxLength={MAX_COMMENT_LENGTH}
        defaultValue={state.values.sample ?? ''}
        error={state.fields.sample}
        dir="auto"
      />
      <p className="form-actions">
        <button className="button" name="on" value="text" aria-disabled={isSending}>
          {t('Test this text')}
        </button>
        <button className="button" name="on" value="recent" aria-disabled={isSending}>
          {t('Test the last 500 comments')}
        </button>
      </p>
      <RuleTestResult test={readRuleTest(state.values.test)} />
    </form>
  );
}
