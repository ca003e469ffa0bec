'use client';

import { useText } from '#text';
import { Checkbox, Field } from '@/components/ui/field';
import type { Device } from '@/lib/slots/article-geometry';
import { placementFacts, type Placement } from '@/lib/slots/placements';
import { msg } from '@/lib/i18n/admin/msg';
import { fieldLabels, spacingField, spacingNames } from '@/lib/slots/slot-fields';
import type { FieldProps } from './creative-fields';

type Props = FieldProps & { placement: Placement };
type Name = keyof typeof fieldLabels;

const repeated = {
  blocks: msg('Repeat after this many blocks'),
  threads: msg('Repeat after this many threads'),
  posts: msg('Repeat after this many posts'),
};

/** The slot's positions; only for placements with several boxes. */
export function PositionFields({ values, errors, placement }: Props) {
  const t = useText();
  const { between, where } = placementFacts[placement];
  if (!between) return null;
  const number = (name: Name, hint?: string, label: string = t(fieldLabels[name])) => (
    <Field name={name} label={label} hint={hint} defaultValue={values[name]} error={errors[name]} inputMode="numeric" />
  );
  return (
    <section className="section" aria-labelledby="where">
      <header>
        <h2 id="where">{t('Position')}</h2>
        <p>{t(where)}</p>
      </header>
      <div>
        {between === 'blocks' && <ArticlePositions values={values} errors={errors} />}
        {number('every', t('0 means no repetition.'), t(repeated[between]))}
        {number('maximum')}
        {between === 'blocks' && (
          <>
            {number('distance', t('Between repetitions. A slot is never placed right under a heading.'))}
            <SpacingFields values={values} errors={errors} />
          </>
        )}
      </div>
    </section>
  );
}

function ArticlePositions({ values, errors }: FieldProps) {
  const t = useText();
  const text = (name: Name, hint: string) => (
    <Field name={name} label={t(fieldLabels[name])} hint={hint} defaultValue={values[name]} error={errors[name]} />
  );
  return (
    <>
      {text('after', t('Paragraphs, headings, images and lists count as one each: 3, 8'))}
      <Checkbox name="middle" label={t(fieldLabels.middle)} defaultChecked={values.middle === 'on'} />
      <Checkbox name="end" label={t(fieldLabels.end)} defaultChecked={values.end === 'on'} />
      <details className="slot-more" open={isUsed(['fractions', 'fromEnd'], values, errors)}>
        <summary>{t('More positions')}</summary>
        {text('fractions', t('By length, images included: 0.25 is after the first quarter. Also as 25%.'))}
        {text('fromEnd', t('Counted from the end: 1 is before the last block, 4 before the last four.'))}
      </details>
    </>
  );
}

function SpacingFields(props: FieldProps) {
  const t = useText();
  return (
    <details className="slot-more" open={hasErrors(props.errors)}>
      <summary>{t('Distances')}</summary>
      <p className="quiet">
        {t(
          'Where a position is too near, the slot moves on to the next place that is not. 0 means no distance. The heights of texts and images are estimated for a phone and a wide screen.',
        )}
      </p>
      <DeviceFields {...props} device="desktop" legend={t('Desktop, in pixels')} />
      <DeviceFields {...props} device="mobile" legend={t('Mobile, in pixels')} />
    </details>
  );
}

function DeviceFields({ values, errors, device, legend }: FieldProps & { device: Device; legend: string }) {
  const t = useText();
  return (
    <fieldset className="fieldset slot-distances">
      <legend>{legend}</legend>
      {spacingNames.map(([distance, label]) => {
        const name = spacingField(device, distance);
        return (
          <Field
            key={name}
            name={name}
            label={t(label)}
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
