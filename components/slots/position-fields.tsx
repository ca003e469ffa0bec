'use client';

import { Checkbox, Field } from '@/components/ui/field';
import type { Device } from '@/lib/slots/article-geometry';
import { placementFacts, type Placement } from '@/lib/slots/placements';
import { fieldLabels, spacingField, spacingNames } from '@/lib/slots/slot-fields';
import type { FieldProps } from './creative-fields';

type Props = FieldProps & { placement: Placement };
type Name = keyof typeof fieldLabels;

/** The slot's positions; only for placements with several boxes. */
export function PositionFields({ values, errors, placement }: Props) {
  const { between, where } = placementFacts[placement];
  if (!between) return null;
  const number = (name: Name, hint?: string, label: string = fieldLabels[name]) => (
    <Field name={name} label={label} hint={hint} defaultValue={values[name]} error={errors[name]} inputMode="numeric" />
  );
  return (
    <section className="section" aria-labelledby="where">
      <header>
        <h2 id="where">Position</h2>
        <p>{where}</p>
      </header>
      <div>
        {between === 'blocks' && <ArticlePositions values={values} errors={errors} />}
        {number('every', '0 means no repetition.', `Repeat after this many ${between}`)}
        {number('maximum')}
        {between === 'blocks' && (
          <>
            {number('distance', 'Between repetitions. A slot is never placed right under a heading.')}
            <SpacingFields values={values} errors={errors} />
          </>
        )}
      </div>
    </section>
  );
}

function ArticlePositions({ values, errors }: FieldProps) {
  const text = (name: Name, hint: string) => (
    <Field name={name} label={fieldLabels[name]} hint={hint} defaultValue={values[name]} error={errors[name]} />
  );
  return (
    <>
      {text('after', 'Paragraphs, headings, images and lists count as one each: 3, 8')}
      <Checkbox name="middle" label={fieldLabels.middle} defaultChecked={values.middle === 'on'} />
      <Checkbox name="end" label={fieldLabels.end} defaultChecked={values.end === 'on'} />
      <details className="slot-more" open={isUsed(['fractions', 'fromEnd'], values, errors)}>
        <summary>More positions</summary>
        {text('fractions', 'By length, images included: 0.25 is after the first quarter. Also as 25%.')}
        {text('fromEnd', 'Counted from the end: 1 is before the last block, 4 before the last four.')}
      </details>
    </>
  );
}

function SpacingFields(props: FieldProps) {
  return (
    <details className="slot-more" open={hasErrors(props.errors)}>
      <summary>Distances</summary>
      <p className="quiet">
        Where a position is too near, the slot moves on to the next place that is not. 0 means no distance. The heights
        of texts and images are estimated for a phone and a wide screen.
      </p>
      <DeviceFields {...props} device="desktop" legend="Desktop, in pixels" />
      <DeviceFields {...props} device="mobile" legend="Mobile, in pixels" />
    </details>
  );
}

function DeviceFields({ values, errors, device, legend }: FieldProps & { device: Device; legend: string }) {
  return (
    <fieldset className="fieldset slot-distances">
      <legend>{legend}</legend>
      {spacingNames.map(([distance, label]) => {
        const name = spacingField(device, distance);
        return (
          <Field
            key={name}
            name={name}
            label={label}
            defaultValue={values[name]}
            error={errors[name]}
            inputMode="numeric"
          />
        );
      })}
    </fieldset>
  );
}

function isUsed(names: Name[], values: Record<string, string>, errors: Record<string, string>) {
  return names.some((name) => values[name] || errors[name]);
}

function hasErrors(errors: Record<string, string>) {
  return Object.keys(errors).some((name) => name.startsWith('spacing-'));
}
