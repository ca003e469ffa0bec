import { useText } from '#text';
import { Field } from '@/components/ui/field';
import { zoneHint } from '@/lib/time/site-time';
import type { FieldProps } from './creative-fields';

/** When the content starts and ends. */
export function ScheduleFields({ values, errors, zone }: FieldProps & { zone: string }) {
  const t = useText();
  return (
    <section className="section" aria-labelledby="when">
      <header>
        <h2 id="when">{t('Schedule##noun')}</h2>
        <p>{`${t('Leave empty for always.')} ${t.said(zoneHint(zone))}`}</p>
      </header>
      <div>
        <Field
          name="startsAt"
          label={t('From')}
          type="datetime-local"
          defaultValue={values.startsAt}
          error={errors.startsAt}
        />
        <Field
          name="endsAt"
          label={t('Until')}
          type="datetime-local"
          defaultValue={values.endsAt}
          error={errors.endsAt}
        />
      </div>
    </section>
  );
}
