'use client';

import { useText } from '#text';
import { Checkbox, Field } from '@/components/ui/field';
import { commonSizes, placementFacts, type Placement } from '@/lib/slots/placements';
import { fieldLabels, pageField, type NamedIds } from '@/lib/slots/slot-fields';
import type { FieldProps } from './creative-fields';
import { writeSize } from './slot-sizes';

type PlacementProps = FieldProps & { placement: Placement };
type SizeName = 'width' | 'height' | 'mobileWidth' | 'mobileHeight';

/** The space reserved on the page, by device. */
export function SizeFields({ values, errors }: FieldProps) {
  const t = useText();
  const number = (name: SizeName) => (
    <Field
      name={name}
      label={t(fieldLabels[name])}
      inputMode="numeric"
      defaultValue={values[name]}
      error={errors[name]}
    />
  );
  return (
    <section className="section" aria-labelledby="size">
      <header>
        <h2 id="size">{t('Size')}</h2>
        <p>
          {t(
            'This space is reserved before the content loads, so that nothing on the page moves. 0 × 0 hides the slot on that device.',
          )}
        </p>
      </header>
      <div>
        <p className="slot-sizes" aria-label={t('Common sizes')}>
          {commonSizes.map((size) => (
            <button
              key={`${size.width}x${size.height}`}
              type="button"
              onClick={(event) => writeSize(event.currentTarget.form, size)}
            >
              {`${size.width} × ${size.height}`}
            </button>
          ))}
        </p>
        <fieldset className="fieldset slot-pair">
          <legend>{t('Desktop, in pixels')}</legend>
          {number('width')}
          {number('height')}
        </fieldset>
        <fieldset className="fieldset slot-pair">
          <legend>{t('Mobile, in pixels')}</legend>
          {number('mobileWidth')}
          {number('mobileHeight')}
        </fieldset>
        <Field
          name="growsTo"
          label={t(fieldLabels.growsTo)}
          hint={t(
            'In pixels; 0 keeps the heights above. For code whose height is not known beforehand: the box grows only where nobody sees it move, and pages reserve the height that nine of ten readers needed.',
          )}
          inputMode="numeric"
          defaultValue={values.growsTo}
          error={errors.growsTo}
        />
      </div>
    </section>
  );
}

/** The pages that show the slot. */
export function PageFields({ values, errors, placement }: PlacementProps) {
  const t = useText();
  const { pages } = placementFacts[placement];
  const text = (name: keyof NamedIds) => (
    <Field name={name} label={t(fieldLabels[name])} defaultValue={values[name]} error={errors[name]} />
  );
  return (
    <section className="section" aria-labelledby="pages">
      <header>
        <h2 id="pages">{t('Pages')}</h2>
        <p>{t('Slots can also be turned off for a single post, in the editor.')}</p>
      </header>
      <div>
        <fieldset className="fieldset slot-checks">
          <legend>{t('Shown on')}</legend>
          {pages.map((page) => (
            <Checkbox
              key={page}
              name={pageField(page)}
              label={t(fieldLabels[pageField(page)])}
              defaultChecked={values[pageField(page)] === 'on'}
            />
          ))}
        </fieldset>
        {pages.includes('post') && (
          <Field
            name="minimumWords"
            label={t(fieldLabels.minimumWords)}
            inputMode="numeric"
            defaultValue={values.minimumWords}
            error={errors.minimumWords}
          />
        )}
        <details className="slot-more" open={hasNames(values, errors)}>
          <summary>{t('By tag and author')}</summary>
          <p className="quiet">{t('Names, separated by commas. “Not” takes precedence over “only”.')}</p>
          {text('onlyTags')}
          {text('notTags')}
          {text('onlyAuthors')}
          {text('notAuthors')}
        </details>
      </div>
    </section>
  );
}

function hasNames(values: Record<string, string>, errors: Record<string, string>) {
  return ['onlyTags', 'notTags', 'onlyAuthors', 'notAuthors'].some((name) => values[name] || errors[name]);
}
