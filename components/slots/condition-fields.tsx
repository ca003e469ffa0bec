import { useText } from '#text';
import { Checkbox, Field, Select } from '@/components/ui/field';
import { pageTypeNames, placementFacts, type Placement } from '@/lib/slots/placements';
import type { FieldProps } from './creative-fields';
import { alternativeField, alternatives, weekdayNames } from '@/lib/slots/line-item-names';

type Props = FieldProps & { placement: Placement };

/** Whom a line item is shown to: alternatives, of which one has to hold. */
export function ConditionFields({ values, errors, placement }: Props) {
  const t = useText();
  return (
    <section className="section" aria-labelledby="shown-to">
      <header>
        <h2 id="shown-to">{t('Shown to')}</h2>
        <p>{t('Leave everything empty to show it to everybody. All that is filled in has to hold.')}</p>
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
              <summary>{index === 1 ? t('Or: second set of conditions') : t('Or: third set of conditions')}</summary>
              <Alternative {...alternative} />
            </details>
          );
        })}
      </div>
    </section>
  );
}

function Alternative({ index, values, errors, placement }: Props & { index: number }) {
  const t = useText();
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
        return <Checkbox key={name} name={name} label={t(label)} defaultChecked={values[name] === 'on'} />;
      })}
    </fieldset>
  );
  const { pages } = placementFacts[placement];
  return (
    <>
      <Select name={nameOf('reader')} label={t('Readers')} defaultValue={values[nameOf('reader')] || 'everyone'}>
        <option value="everyone">{t('Everyone')}</option>
        <option value="signed-in">{t('Signed in')}</option>
        <option value="signed-out">{t('Not signed in')}</option>
      </Select>
      <fieldset className="fieldset slot-pair">
        <legend>{t('Width of the window, in pixels')}</legend>
        {text('minimumWidth', t('At least'), { inputMode: 'numeric' })}
        {text('maximumWidth', t('At most'), { inputMode: 'numeric' })}
      </fieldset>
      {pages.length > 1 &&
        ticks(
          t('Only on these pages'),
          'page',
          pages.map((page) => [page, pageTypeNames[page]]),
        )}
      <details className="slot-more" open={isFilled(values, errors, index)}>
        <summary>{t('By time, language, referring site, tag and author')}</summary>
        {ticks(
          t('Only on these days'),
          'weekday',
          [...weekdayNames.entries()].map(([day, name]) => [String(day), name]),
        )}
        <fieldset className="fieldset slot-pair">
          <legend>{t('Hours of the day, in the site’s time zone')}</legend>
          {text('fromHour', t('From, 0 to 23'), { inputMode: 'numeric' })}
          {text('untilHour', t('Until, 0 to 24'), { inputMode: 'numeric' })}
        </fieldset>
        {text('languages', t('Languages of the browser'), { hint: t('Codes such as en, de; separated by commas.') })}
        {text('onlyReferrers', t('Only from these sites'), {
          hint: t('Domains such as news.example; separated by commas.'),
        })}
        {text('notReferrers', t('Not from these sites'))}
        {pages.includes('post') && (
          <>
            {text('onlyTags', t('Only with these tags'), { hint: t('Names, separated by commas.') })}
            {text('notTags', t('Not with these tags'))}
            {text('onlyAuthors', t('Only by these authors'))}
            {text('notAuthors', t('Not by these authors'))}
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
