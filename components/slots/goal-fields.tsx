import { useText } from '#text';
import { Field, Select } from '@/components/ui/field';
import { goalKindNames, goalKinds, paceNames, paces } from '@/lib/slots/line-item-names';
import type { CampaignChoice } from '@/lib/campaigns/queries';
import type { FieldProps } from './creative-fields';

/** What was sold of a line item, and how it is spread over its time. */
export function GoalFields({ values, errors, campaigns }: FieldProps & { campaigns: readonly CampaignChoice[] }) {
  const t = useText();
  return (
    <section className="section" aria-labelledby="goal">
      <header>
        <h2 id="goal">{t('Campaign and goal')}</h2>
        <p>
          {t(
            'Once the goal is reached, no reader gets the line item any more. An even pace needs a start and an end in the schedule.',
          )}
        </p>
      </header>
      <div>
        <Select
          name="campaign"
          label={t('Campaign')}
          defaultValue={values.campaign}
          error={errors.campaign}
          hint={t('Its report has all figures of this line item, and its name.')}
        >
          <option value="">{t('None')}</option>
          {campaigns.map(({ id, name, advertiser }) => (
            <option key={id} value={id}>
              {`${name}, ${advertiser}`}
            </option>
          ))}
        </Select>
        <Select
          name="goal-kind"
          label={t('What was sold')}
          defaultValue={values['goal-kind'] || 'none'}
          error={errors['goal-kind']}
        >
          {goalKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(goalKindNames[kind])}
            </option>
          ))}
        </Select>
        <fieldset className="fieldset slot-pair">
          <legend>{t('Amounts')}</legend>
          <Field
            name="goal-amount"
            label={t('How much')}
            inputMode="numeric"
            defaultValue={values['goal-amount']}
            error={errors['goal-amount']}
          />
          <Field
            name="goal-daily"
            label={t('At most a day')}
            inputMode="numeric"
            defaultValue={values['goal-daily']}
            error={errors['goal-daily']}
          />
        </fieldset>
        <Select
          name="goal-pace"
          label={t('Pace')}
          defaultValue={values['goal-pace'] || 'even'}
          error={errors['goal-pace']}
        >
          {paces.map((pace) => (
            <option key={pace} value={pace}>
              {t(paceNames[pace])}
            </option>
          ))}
        </Select>
      </div>
    </section>
  );
}
