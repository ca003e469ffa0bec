import { Checkbox, Field, Select } from '@/components/ui/field';
import { pageTypeNames, placementFacts, type Placement } from '@/lib/slots/placements';
import type { FieldProps } from './creative-fields';
import { alternativeField, alternatives, weekdayNames } from '@/lib/slots/line-item-names';

type Props = FieldProps & { placement: Placement };

/** Whom a line item is shown to: alternatives, of which one has to hold. */
export function ConditionFields({ values, errors, placement }: Props) {
  return (
    <section className="section" aria-labelledby="shown-to">
      <header>
        <h2 id="shown-to">Shown to</h2>
        <p>Leave everything empty to show it to everybody. All that is filled in has to hold.</p>
      </header>
      <div>
        {alternatives.map((index) => {
          const alternative = { index, values, errors, placement };
          if (index === 0) return <Alternative key={index} {...alternative} />;
          const isSet = [values, errors].some((of) =>
            Object.entries(of).some(([name, text]) => name.startsWith(alternativeField(index, '')) && text),
          );
          return (
            <details key={index} className="slot-more" open={isSet}>
              <summary>{index === 1 ? 'Or: second set of conditions' : 'Or: third set of conditions'}</summary>
              <Alternative {...alternative} />
            </details>
          );
        })}
      </div>
    </section>
  );
}

function Alternative({ index, values, errors, placement }: Props & { index: number }) {
  const nameOf = (name: string) => alternativeField(index, name);
  const text = (name: string, label: string, more: { hint?: string; inputMode?: 'numeric' } = {}) => (
    <Field
      name={nameOf(name)}
      label={label}
      defaultValue={values[nameOf(name)]}
      error={errors[nameOf(name)]}
      {...more}
    />
  );
  const ticks = (legend: string, group: string, options: readonly (readonly [string, string])[]) => (
    <fieldset className="fieldset slot-checks">
      <legend>{legend}</legend>
      {options.map(([option, label]) => {
        const name = nameOf(`${group}-${option}`);
        return <Checkbox key={name} name={name} label={label} defaultChecked={values[name] === 'on'} />;
      })}
    </fieldset>
  );
  const { pages } = placementFacts[placement];
  return (
    <>
      <Select name={nameOf('reader')} label="Readers" defaultValue={values[nameOf('reader')] || 'everyone'}>
        <option value="everyone">Everyone</option>
        <option value="signed-in">Signed in</option>
        <option value="signed-out">Not signed in</option>
      </Select>
      <fieldset className="fieldset slot-pair">
        <legend>Width of the window, in pixels</legend>
        {text('minimumWidth', 'At least', { inputMode: 'numeric' })}
        {text('maximumWidth', 'At most', { inputMode: 'numeric' })}
      </fieldset>
      {pages.length > 1 &&
        ticks(
          'Only on these pages',
          'page',
          pages.map((page) => [page, pageTypeNames[page]]),
        )}
      <details className="slot-more" open={isFilled(values, errors, index)}>
        <summary>By time, language, referring site, tag and author</summary>
        {ticks(
          'Only on these days',
          'weekday',
          [...weekdayNames.entries()].map(([day, name]) => [String(day), name]),
        )}
        <fieldset className="fieldset slot-pair">
          <legend>Hours of the day, in the site’s time zone</legend>
          {text('fromHour', 'From, 0 to 23', { inputMode: 'numeric' })}
          {text('untilHour', 'Until, 0 to 24', { inputMode: 'numeric' })}
        </fieldset>
        {text('languages', 'Languages of the browser', { hint: 'Codes such as en, de; separated by commas.' })}
        {text('onlyReferrers', 'Only from these sites', { hint: 'Domains such as news.example; separated by commas.' })}
        {text('notReferrers', 'Not from these sites')}
        {pages.includes('post') && (
          <>
            {text('onlyTags', 'Only with these tags', { hint: 'Names, separated by commas.' })}
            {text('notTags', 'Not with these tags')}
            {text('onlyAuthors', 'Only by these authors')}
            {text('notAuthors', 'Not by these authors')}
          </>
        )}
      </details>
    </>
  );
}

const rarely =
  /-(?:weekday-\d|fromHour|untilHour|languages|onlyReferrers|notReferrers|onlyTags|notTags|onlyAuthors|notAuthors)$/;

function isFilled(values: Record<string, string>, errors: Record<string, string>, index: number) {
  return [values, errors].some((of) =>
    Object.entries(of).some(
      ([name, text]) => text && name.startsWith(alternativeField(index, '')) && rarely.test(name),
    ),
  );
}
