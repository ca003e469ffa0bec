'use client';

import { useActionState } from 'react';
import { FormNotice } from '@/components/ui/form-notice';
import { SpecifiedField, type FieldSpec } from '@/components/ui/fields-form';
import { SectionHead } from '@/components/ui/section-head';
import { idle, type FormState } from '@/lib/form-state';
import { AccentField } from './accent-field';

export type SettingsSection = { id: string; title: string; hint: string; fields: FieldSpec[] };

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  sections: SettingsSection[];
  accentHue: number;
};

/** All settings in one form; the accent has a field of its own, because it shows what it does while it moves. */
export function SettingsForm({ action, sections, accentHue }: Props) {
  const [state, act, isSending] = useActionState(action, idle);
  return (
    <form action={act} noValidate className="settings">
      <FormNotice state={state} />
      {sections.map((section) => (
        <section key={section.id} className="section" aria-labelledby={section.id}>
          <SectionHead id={section.id} title={section.title} hint={section.hint} />
          <div>
            {section.fields.map((field) => (
              <SpecifiedField key={field.name} field={field} state={state} />
            ))}
            {section.id === 'looks' && <AccentField hue={Number(state.values.accentHue ?? accentHue)} />}
          </div>
        </section>
      ))}
      <div className="settings__save">
        <button className="button button--primary" aria-disabled={isSending}>
          Save the settings
        </button>
      </div>
    </form>
  );
}
