'use client';

import { Checkbox, Field } from '@/components/ui/field';
import { commonSizes, pageTypeNames, placementFacts, type Placement } from '@/lib/slots/placements';
import { writeSize, type FieldProps } from './creative-fields';

type PlacedProps = FieldProps & { placement: Placement };

/** How much room is kept on the page, by device. */
export function SizeFields({ values, errors }: FieldProps) {
  const number = (name: string, label: string) => (
    <Field name={name} label={label} inputMode="numeric" defaultValue={values[name]} error={errors[name]} />
  );
  return (
    <section className="section" aria-labelledby="size">
      <header>
        <h2 id="size">Size</h2>
        <p>
          This space is reserved before the content loads, so that nothing on the page moves. 0 × 0 hides the slot on
          that device.
        </p>
      </header>
      <div>
        <p className="slot-sizes" aria-label="Common sizes">
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
          <legend>Desktop, in pixels</legend>
          {number('width', 'Width')}
          {number('height', 'Height')}
        </fieldset>
        <fieldset className="fieldset slot-pair">
          <legend>Phone, in pixels</legend>
          {number('mobileWidth', 'Phone width')}
          {number('mobileHeight', 'Phone height')}
        </fieldset>
      </div>
    </section>
  );
}

/** Where in its place the slot stands. Places that hold one box have no such question. */
export function PlaceFields({ values, errors, placement }: PlacedProps) {
  if (!['in-article', 'comments', 'list'].includes(placement)) return null;
  const noun = { 'in-article': 'blocks', comments: 'threads', list: 'posts' }[placement as 'in-article'];
  const field = (name: string, label: string, hint?: string) => (
    <Field name={name} label={label} hint={hint} defaultValue={values[name]} error={errors[name]} inputMode="numeric" />
  );
  return (
    <section className="section" aria-labelledby="where">
      <header>
        <h2 id="where">Where</h2>
        <p>{placementFacts[placement].where}</p>
      </header>
      <div>
        {placement === 'in-article' && (
          <>
            <Field
              name="after"
              label="After these blocks"
              hint="Paragraphs, headings, pictures and lists count as one each: 3, 8"
              defaultValue={values.after}
              error={errors.after}
            />
            <Checkbox name="middle" label="In the middle of the article" defaultChecked={values.middle === 'on'} />
            <Checkbox name="end" label="Before the last block" defaultChecked={values.end === 'on'} />
          </>
        )}
        {field('every', `Repeat after this many ${noun}`, '0 means no repetition.')}
        {field('maximum', 'Maximum on one page')}
        {placement === 'in-article' &&
          field('distance', 'Minimum words between slots', 'A slot is never placed right under a heading.')}
      </div>
    </section>
  );
}

/** On which pages the slot stands. */
export function PageFields({ values, errors, placement }: PlacedProps) {
  const { pages } = placementFacts[placement];
  const text = (name: string, label: string) => (
    <Field name={name} label={label} defaultValue={values[name]} error={errors[name]} />
  );
  return (
    <section className="section" aria-labelledby="pages">
      <header>
        <h2 id="pages">Pages</h2>
        <p>Slots can also be turned off for a single post, in the editor.</p>
      </header>
      <div>
        <fieldset className="fieldset slot-checks">
          <legend>Shown on</legend>
          {pages.map((page) => (
            <Checkbox
              key={page}
              name={`page-${page}`}
              label={pageTypeNames[page]}
              defaultChecked={values[`page-${page}`] === 'on'}
            />
          ))}
        </fieldset>
        {pages.includes('post') && (
          <Field
            name="minimumWords"
            label="Minimum word count"
            inputMode="numeric"
            defaultValue={values.minimumWords}
            error={errors.minimumWords}
          />
        )}
        <details className="slot-more" open={hasNames(values, errors)}>
          <summary>By tag and author</summary>
          <p className="quiet">Names, separated by commas. “Not” takes precedence over “only”.</p>
          {text('onlyTags', 'Only with these tags')}
          {text('notTags', 'Not with these tags')}
          {text('onlyAuthors', 'Only by these authors')}
          {text('notAuthors', 'Not by these authors')}
        </details>
      </div>
    </section>
  );
}

function hasNames(values: Record<string, string>, errors: Record<string, string>) {
  return ['onlyTags', 'notTags', 'onlyAuthors', 'notAuthors'].some((name) => values[name] || errors[name]);
}
