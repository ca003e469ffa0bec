import { useText } from '#text';
import { ScrollingTable } from '@/components/ui/scrolling-table';
import { Field, Select } from '@/components/ui/field';
import type { Explanation } from '@/lib/slots/explaining';
import { zoneHint } from '@/lib/time/site-time';

type FormProps = {
  values: { path: string; width: number; reader: string; language: string; from: string; at: string; seed: string };
  zone: string;
};

const examples = { language: 'en', referrer: 'news.example' };

/** The reader who is asked about; it is sent in the address, so that it can be passed on. */
export function ChoiceForm({ values, zone }: FormProps) {
  const t = useText();
  return (
    <form method="get" className="slot-form">
      <Field
        name="path"
        label={t('Page')}
        defaultValue={values.path}
        hint={t('The path of a post, such as /about, or /.')}
      />
      <fieldset className="fieldset slot-pair">
        <legend>{t('The reader')}</legend>
        <Select name="reader" label={t('Readers')} defaultValue={values.reader}>
          <option value="signed-out">{t('Not signed in')}</option>
          <option value="signed-in">{t('Signed in')}</option>
        </Select>
        <Field name="width" label={t('Width of the window')} inputMode="numeric" defaultValue={values.width} />
        <Field
          name="language"
          label={t('Language of the browser')}
          defaultValue={values.language}
          placeholder={examples.language}
        />
        <Field name="from" label={t('Referrer')} defaultValue={values.from} placeholder={examples.referrer} />
      </fieldset>
      <Field
        name="at"
        label={t('At##moment')}
        type="datetime-local"
        defaultValue={values.at}
        hint={t.said(zoneHint(zone))}
      />
      <Field
        name="seed"
        label={t('Seed')}
        defaultValue={values.seed}
        hint={t('Any word or number: the same always gives the same answer.')}
      />
      <div className="form-actions">
        <button className="button button--primary">{t('Show')}</button>
      </div>
    </form>
  );
}

/** What the reader gets, and why not the others. */
export function ChoiceTable({ explanation: { refusal, lineItems } }: { explanation: Explanation }) {
  const t = useText();
  if (refusal) return <p className="notice">{`${t('Nobody gets this slot on this page.')} ${t.said(refusal)}`}</p>;
  return (
    <section className="slot-answer">
      <h2>{t('Answer')}</h2>
      <ScrollingTable label={t('The line items and why')}>
        <thead>
          <tr>
            <th scope="col">{t('Line item')}</th>
            <th scope="col">{t('Why, or why not')}</th>
            <th scope="col" className="slot-answer__number">
              {t('Of 1,000 such readers')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lineItems.map(({ id, name, sentence, outOf1000 }) => (
            <tr key={id}>
              <th scope="row" dir="auto">
                {name}
              </th>
              <td>{t.said(sentence)}</td>
              <td className="slot-answer__number">{outOf1000.toLocaleString(t.language)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </section>
  );
}
