'use client';

import { useText } from '#text';
import { SpecifiedField, type FieldSpec } from '@/components/ui/fields-form';
import { useFormSubmission } from '@/components/ui/use-form-submission';
import { AT_LONG_FORM, LongForm } from '@/components/ui/long-form';
import { SectionHeader } from '@/components/ui/section-header';
import type { Action } from '@/components/ui/action-errors';

export type SettingsSection = { id: string; title: string; hint: string; fields: FieldSpec[] };

type Props = {
  action: Action;
  sections: SettingsSection[];
};

/** All settings in one form. */
export function SettingsForm({ action, sections }: Props) {
  const t = useText();
  const submission = useFormSubmission(action, { permalink: AT_LONG_FORM });
  const { state, isSending } = submission;
  const labels = Object.fromEntries(sections.flatMap(({ fields }) => fields.map(({ name, label }) => [name, label])));
  return (
    <LongForm
      submission={submission}
      className="settings"
      labels={labels}
      buttons={
        <button className="button button--primary" aria-disabled={isSending}>
          {t('Save changes')}
        </button>
      }
    >
      {sections.map((section) => (
        <section key={section.id} className="section" aria-labelledby={section.id}>
          <SectionHeader id={section.id} title={section.title} hint={section.hint} />
          <div>
            {section.fields.map((field) => (
              <SpecifiedField key={field.name} field={field} state={state} />
            ))}
          </div>
        </section>
      ))}
    </LongForm>
  );
}
