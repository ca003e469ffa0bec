'use client';

import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import { Field, Select } from '@/components/ui/field';
import { AT_LONG_FORM, LongForm } from '@/components/ui/long-form';
import { useFormSubmission } from '@/components/ui/use-form-submission';
import { msg } from '@/lib/i18n/admin/msg';
import type { Placement } from '@/lib/slots/placements';
import type { ShownCreative } from '@/lib/slots/queries';
import { paths } from '@/lib/web/paths';
import type { CampaignChoice } from '@/lib/campaigns/queries';
import type { CodeOptions } from './code-fields';
import { ConditionFields } from './condition-fields';
import { contentLabels, CreativeFields, type FieldProps } from './creative-fields';
import { InlinePreview } from './inline-preview';
import { ScheduleFields } from './schedule-fields';
import { inLanguage, isSaved, parseShown, useBeginning } from './slot-form';
import { GoalFields } from './goal-fields';
import { TestButton } from './test-button';
import { alternativeField, alternatives, armNames, arms, tierNames, tiers } from '@/lib/slots/line-item-names';

type Props = {
  action: Action;
  slot: { id: string; placement: Placement; name: string };
  /** The slot's sizes and label, for the preview. */
  box: Record<string, string>;
  /** The form as it is stored; without an id for a new line item. */
  stored: Record<string, string>;
  shown: ShownCreative | null;
  /** The content of the first line item is edited with the slot. */
  hasContent: boolean;
  campaigns: readonly CampaignChoice[];
  zone: string;
  code: CodeOptions;
};

const conditionLabels = {
  reader: msg('Readers'),
  minimumWidth: msg('Width, at least'),
  maximumWidth: msg('Width, at most'),
  languages: msg('Languages of the browser'),
  fromHour: msg('From'),
  untilHour: msg('Until'),
  onlyReferrers: msg('Only from these sites'),
  notReferrers: msg('Not from these sites'),
  onlyTags: msg('Only with these tags'),
  notTags: msg('Not with these tags'),
  onlyAuthors: msg('Only by these authors'),
  notAuthors: msg('Not by these authors'),
};

const labels: Record<string, string> = {
  name: msg('Name'),
  tier: msg('Priority'),
  weight: msg('Weight'),
  competitor: msg('Competitor group'),
  campaign: msg('Campaign'),
  arm: msg('A/B test'),
  'cap-page': msg('On one page'),
  'cap-session': msg('In one visit'),
  'cap-day': msg('In one day'),
  'goal-kind': msg('What was sold'),
  'goal-amount': msg('How much'),
  'goal-daily': msg('At most a day'),
  'goal-pace': msg('Pace'),
  ...contentLabels,
  startsAt: msg('From'),
  endsAt: msg('Until'),
  ...Object.fromEntries(
    alternatives.flatMap((index) =>
      Object.entries(conditionLabels).map(([name, label]) => [alternativeField(index, name), label]),
    ),
  ),
};

/** The form of a line item: content, priority, conditions, limits and schedule. */
export function LineItemForm({ action, slot, box, stored, shown, hasContent, campaigns, zone, code }: Props) {
  const t = useText();
  const submission = useFormSubmission(action, { permalink: AT_LONG_FORM, isSaved });
  const { state, isSending } = submission;
  const values = { ...stored, ...state.values };
  const preview = state.values.previewToken;
  const visible = preview ? parseShown(state.values.previewShown) : shown;
  const shared = { values, errors: state.fields };
  const beginning = useBeginning(
    `${values.id} ${values.version} ${preview ?? ''} ${state.values.testAddress ?? ''}`,
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
            {values.id ? t('Save') : t('Add line item')}
          </button>
          {hasContent && values.id && (
            <button className="button" name="intent" value="preview" aria-disabled={isSending}>
              {t('Preview')}
            </button>
          )}
          {preview && (
            <a href={paths.slotPreview(preview)} target="_blank" rel="noopener">
              {t('Preview on a page')}
            </a>
          )}
          {hasContent && <TestButton isSending={isSending} address={state.values.testAddress} />}
        </>
      }
    >
      {/* The fields start with what was stored or typed last: new values render them again. */}
      <div key={beginning}>
        <input type="hidden" name="slotId" value={slot.id} />
        <input type="hidden" name="id" value={values.id} />
        <input type="hidden" name="version" value={values.version} />
        <PriorityFields {...shared} />
        {hasContent && (
          <>
            <input type="hidden" name="hasContent" value="on" />
            <CreativeFields {...shared} shown={visible} code={code} />
            {visible && (
              <InlinePreview
                creative={visible}
                values={{ ...values, ...box }}
                isPreview={Boolean(preview)}
                name={slot.name}
              />
            )}
          </>
        )}
        <ConditionFields {...shared} placement={slot.placement} />
        <LimitFields {...shared} />
        <GoalFields {...shared} campaigns={campaigns} />
        {hasContent && <ScheduleFields {...shared} zone={zone} />}
      </div>
    </LongForm>
  );
}

function PriorityFields({ values, errors }: FieldProps) {
  const t = useText();
  return (
    <section className="section" aria-labelledby="priority">
      <header>
        <h2 id="priority">{t('Priority')}</h2>
        <p>
          {t(
            'Sponsorships come first, then guaranteed line items, then networks, then house ads. Line items of the same priority take turns by weight: with 3 and 1, the first is shown to three readers of four.',
          )}
        </p>
      </header>
      <div>
        <Field
          name="name"
          label={t(labels.name ?? '')}
          defaultValue={values.name}
          error={errors.name}
          maxLength={60}
          hint={t('Only staff see it, and the advertiser of its campaign.')}
        />
        <Select name="tier" label={t(labels.tier ?? '')} defaultValue={values.tier || 'network'} error={errors.tier}>
          {tiers.map((tier) => (
            <option key={tier} value={tier}>
              {t(tierNames[tier])}
            </option>
          ))}
        </Select>
        <Field
          name="weight"
          label={t(labels.weight ?? '')}
          inputMode="numeric"
          defaultValue={values.weight}
          error={errors.weight}
        />
        <Select
          name="arm"
          label={t(labels.arm ?? '')}
          hint={t(
            'Each reader gets the line items of one arm of the same priority. The slot’s page compares the arms.',
          )}
          defaultValue={values.arm}
          error={errors.arm}
        >
          {arms.map((arm) => (
            <option key={arm} value={arm}>
              {t(armNames[arm])}
            </option>
          ))}
        </Select>
      </div>
    </section>
  );
}

function LimitFields({ values, errors }: FieldProps) {
  const t = useText();
  const cap = (name: string) => (
    <Field
      name={name}
      label={t(labels[name] ?? '')}
      inputMode="numeric"
      defaultValue={values[name]}
      error={errors[name]}
    />
  );
  return (
    <section className="section" aria-labelledby="limits">
      <header>
        <h2 id="limits">{t('Limits')}</h2>
        <p>
          {t(
            'The most that one reader sees of it; empty for no limit. How often in a visit and a day is remembered in the reader’s browser, and not where the reader asks not to be tracked.',
          )}
        </p>
      </header>
      <div>
        <fieldset className="fieldset slot-pair">
          <legend>{t('At most, per reader')}</legend>
          {cap('cap-page')}
          {cap('cap-session')}
          {cap('cap-day')}
        </fieldset>
        <Field
          name="competitor"
          label={t(labels.competitor ?? '')}
          hint={t('Line items with the same word here, such as shoes, are never on one page together.')}
          defaultValue={values.competitor}
          error={errors.competitor}
          maxLength={40}
        />
      </div>
    </section>
  );
}
