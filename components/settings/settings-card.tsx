'use client';

import { useText } from '#text';
import { SpecifiedField, type FieldSpec } from '@/components/ui/fields-form';
import { FormAnswer, useFirstWrong } from '@/components/ui/form-answer';
import { SectionHeader } from '@/components/ui/section-header';
import { ShownValues } from '@/components/ui/shown-values';
import { useFormSubmission } from '@/components/ui/use-form-submission';
import type { Action } from '@/components/ui/action-errors';
import type { SettingsSectionName } from '@/lib/settings/sections';

export type SettingsCardSpec = {
  section: SettingsSectionName;
  title: string;
  hint?: string;
  fields: FieldSpec[];
};

type Props = SettingsCardSpec & {
  action: Action;
  /** The values that its fields show, so that the server can tell what was changed here. */
  shown: string;
};

/** A part of the settings that is saved by itself, with its answer beside the button. */
export function SettingsCard({ action, section, shown, title, hint, fields }: Props) {
  const t = useText();
  const id = `card-${section}`;
  const { state, isSending, form } = useFormSubmission(action, { permalink: `#${id}` });
  useFirstWrong(form.ref, state);
  return (
    <section className="settings-card" aria-labelledby={`${id}-title`}>
      <SectionHeader id={`${id}-title`} title={title} {...(hint ? { hint } : {})} />
      <form {...form} id={id} noValidate>
        <input type="hidden" name="section" value={section} />
        <ShownValues shown={shown} state={state} />
        {fields.map((field) => (
          <SpecifiedField key={field.name} field={field} state={state} />
        ))}
        <div className="settings-card__end">
          <button className="button button--primary" aria-disabled={isSending}>
            {t('Save changes')}
          </button>
          <FormAnswer state={state} labels={Object.fromEntries(fields.map(({ name, label }) => [name, label]))} />
        </div>
      </form>
    </section>
  );
}
