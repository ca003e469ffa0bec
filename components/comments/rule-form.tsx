'use client';

import { useText } from '#text';
import type { Text } from '@/components/text/text';
import { useId } from 'react';
import type { Action } from '@/components/ui/action-errors';
import { SpecifiedField, type FieldSpec } from '@/components/ui/fields-form';
import { FormAnswer, useFirstWrong } from '@/components/ui/form-answer';
import { useFormSubmission } from '@/components/ui/use-form-submission';
import { useNextEntry } from '@/components/ui/use-next-entry';
import {
  kindNames,
  MAX_RULE_LENGTH,
  outcomeNames,
  ruleKinds,
  ruleOutcomes,
  type RuleDraft,
} from '@/lib/comments/rules/rule';
import { readRuleTest } from '@/lib/comments/rules/test-result';
import type { FormState } from '@/lib/forms/form-state';
import { RuleTestResult } from './rule-test-result';

type Props = { action: Action; rule?: RuleDraft & { id: string } };

/** The fields of a rule, new or stored, with a button that tries it on the newest comments first. */
export function RuleForm({ action, rule }: Props) {
  const t = useText();
  const id = useId();
  const submission = useFormSubmission(action, { permalink: `#${id}`, isSaved });
  const { state, isSending, form } = submission;
  useFirstWrong(form.ref, state);
  useNextEntry(!rule && isSaved(state), submission);
  const test = readRuleTest(state.values.test);
  // A test saves nothing, so its form comes back with what was typed, as a refused one does.
  const shown: FormState = test ? { ...state, status: 'refused' } : state;
  const fields = fieldsOf(rule, t);
  return (
    <form {...form} id={id} className="fields-form" noValidate>
      <FormAnswer state={state} labels={Object.fromEntries(fields.map(({ name, label }) => [name, label]))} />
      {rule && <input type="hidden" name="id" value={rule.id} />}
      {fields.map((field) => (
        <SpecifiedField key={field.name} field={field} state={shown} />
      ))}
      <p className="form-actions">
        <button className="button button--primary" name="intent" value="save" aria-disabled={isSending}>
          {rule ? t('Save rule') : t('Add rule')}
        </button>
        <button className="button" name="intent" value="try" aria-disabled={isSending}>
          {t('Try on the last 500 comments')}
        </button>
      </p>
      <RuleTestResult test={test} />
    </form>
  );
}

function isSaved({ status, values }: FormState) {
  return status === 'done' && !values.test;
}

function fieldsOf(rule: Props['rule'], t: Text): FieldSpec[] {
  return [
    {
      name: 'kind',
      label: t('What it looks for'),
      kind: 'select',
      value: rule?.kind ?? 'word',
      options: ruleKinds.map((value) => ({ value, label: t(kindNames[value]) })),
    },
    {
      name: 'text',
      label: t('Word, host or pattern'),
      hint: t(
        'A word is also found in look-alike letters (c4sin0). A host such as example.com includes its subdomains. A pattern is RE2 and ignores case.',
      ),
      value: rule?.text ?? '',
      maxLength: MAX_RULE_LENGTH,
    },
    {
      name: 'outcome',
      label: t('What it does'),
      kind: 'select',
      value: rule?.outcome ?? 'hold',
      options: ruleOutcomes.map((value) => ({ value, label: t(outcomeNames[value]) })),
    },
    {
      name: 'message',
      label: t('Message to the author (optional)'),
      hint: t('Its author reads it. Without one, they read that the comment has words or links that are not accepted.'),
      value: rule?.message ?? '',
      maxLength: 300,
    },
    { name: 'note', label: t('Note (optional)'), hint: t('For moderators.'), value: rule?.note ?? '', maxLength: 300 },
  ];
}
