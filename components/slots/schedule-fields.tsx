import { Field } from '@/components/ui/field';
import { zoneHint } from '@/lib/time/site-time';
import type { FieldProps } from './creative-fields';

/** When the content starts and ends. */
export function ScheduleFields({ values, errors, zone }: FieldProps & { zone: string }) {
  return (
    <section className="section" aria-labelledby="when">
      <header>
        <h2 id="when">Schedule</h2>
        <p>{`Leave empty for always. ${zoneHint(zone)}`}</p>
      </header>
      <div>
        <Field
          name="startsAt"
          label="From"
          type="datetime-local"
          defaultValue={values.startsAt}
          error={errors.startsAt}
        />
        <Field name="endsAt" label="Until" type="datetime-local" defaultValue={values.endsAt} error={errors.endsAt} />
      </div>
    </section>
  );
}
