'use client';

import { useText } from '#text';
import { useState } from 'react';
import type { Text } from '@/components/text/text';
import { Field } from '@/components/ui/field';
import { useFormSubmission } from '@/components/ui/use-form-submission';
import { AT_LONG_FORM, LongForm } from '@/components/ui/long-form';
import type { Action } from '@/components/ui/action-errors';
import type { FormState } from '@/lib/forms/form-state';
import { paths } from '@/lib/web/paths';
import type { Placement } from '@/lib/slots/placements';
import type { ShownCreative } from '@/lib/slots/queries';
import { msg } from '@/lib/i18n/admin/msg';
import { fieldLabels } from '@/lib/slots/slot-fields';
import type { CodeOptions } from './code-fields';
import { contentLabels, CreativeFields } from './creative-fields';
import { InlinePreview } from './inline-preview';
import { PositionFields } from './position-fields';
import { PageFields, SizeFields } from './settings-fields';
import { ScheduleFields } from './schedule-fields';
import { TestButton } from './test-button';

type Props = {
  action: Action;
  slot: { id: string; placement: Placement; name: string };
  /** The form as it is stored. */
  stored: Record<string, string>;
  shown: ShownCreative | null;
  zone: string;
  code: CodeOptions;
};

const labels = {
  ...fieldLabels,
  ...contentLabels,
  startsAt: msg('From'),
  endsAt: msg('Until'),
};

/** The form of a slot: content, size, position and schedule. */
export function SlotForm({ action, slot, stored, shown, zone, code }: Props) {
  const t = useText();
  const submission = useFormSubmission(action, { permalink: AT_LONG_FORM, isSaved });
  const { state, isSending } = submission;
  const values = { ...stored, ...state.values };
  const preview = state.values.previewToken;
  const visible = preview ? parseShown(state.values.previewShown) : shown;
  const shared = { values, errors: state.fields };
  const beginning = useBeginning(
    `${values.version} ${preview ?? ''} ${state.values.testAddress ?? ''}`,
    submission.isAhead,
  );
  return (
    <LongForm
      submission={submission}
      className="slot-form"
      labels={inLanguage(labels, t)}
      buttons={
        <>
          <button className="button button--primary" name="intent" value="save" aria-disabled={isSending}>
            {t('Save')}
          </button>
          <button className="button" name="intent" value="preview" aria-disabled={isSending}>
            {t('Preview')}
          </button>
          {preview && (
            <a href={paths.slotPreview(preview)} target="_blank" rel="noopener">
              {t('Preview on a page')}
            </a>
          )}
          <TestButton isSending={isSending} address={state.values.testAddress} />
        </>
      }
    >
      {/* The fields start with what was stored or typed last: new values render them again. */}
      <div key={beginning}>
        <input type="hidden" name="id" value={slot.id} />
        <input type="hidden" name="version" value={values.version} />
        <CreativeFields {...shared} shown={visible} code={code} />
        {visible && <InlinePreview creative={visible} values={values} isPreview={Boolean(preview)} name={slot.name} />}
        <SizeFields {...shared} />
        <PositionFields {...shared} placement={slot.placement} />
        <PageFields {...shared} placement={slot.placement} />
        <ScheduleFields {...shared} zone={zone} />
        <section className="section" aria-labelledby="label-heading">
          <header>
            <h2 id="label-heading">{t('Label')}</h2>
            <p>{t('Tells readers that this is an advertisement.')}</p>
          </header>
          <Field
            name="label"
            label={t(fieldLabels.label)}
            defaultValue={values.label}
            error={state.fields.label}
            maxLength={60}
          />
        </section>
      </div>
    </LongForm>
  );
}

/** Labels of fields, in the language of the admin. */
export function inLanguage(labelsOf: Readonly<Record<string, string>>, t: Text) {
  return Object.fromEntries(Object.entries(labelsOf).map(([name, label]) => [name, t(label)]));
}

/** The fields are reset with this, but not if the user continued typing while the form was sent. */
export function useBeginning(newest: string, isAhead: boolean) {
  const [current, setCurrent] = useState(newest);
  if (current !== newest && !isAhead) setCurrent(newest);
  return current;
}

/** A preview also succeeds, and stores nothing. */
export function isSaved({ status, isUnsaved }: FormState) {
  return status === 'done' && !isUnsaved;
}

export function parseShown(json: string | undefined): ShownCreative | null {
  return json ? (JSON.parse(json) as ShownCreative) : null;
}
