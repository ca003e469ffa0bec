import { ScrollingTable } from '@/components/ui/scrolling-table';
import { Field, Select } from '@/components/ui/field';
import type { Explanation } from '@/lib/slots/explaining';
import { zoneHint } from '@/lib/time/site-time';

type FormProps = {
  values: { path: string; width: number; reader: string; language: string; from: string; at: string; seed: string };
  zone: string;
};

/** The reader who is asked about; it is sent in the address, so that it can be passed on. */
export function ChoiceForm({ values, zone }: FormProps) {
  return (
    <form method="get" className="slot-form">
      <Field name="path" label="Page" defaultValue={values.path} hint="The path of a post, such as /about, or /." />
      <fieldset className="fieldset slot-pair">
        <legend>The reader</legend>
        <Select name="reader" label="Readers" defaultValue={values.reader}>
          <option value="signed-out">Not signed in</option>
          <option value="signed-in">Signed in</option>
        </Select>
        <Field name="width" label="Width of the window" inputMode="numeric" defaultValue={values.width} />
        <Field name="language" label="Language of the browser" defaultValue={values.language} placeholder="en" />
        <Field name="from" label="Referrer" defaultValue={values.from} placeholder="news.example" />
      </fieldset>
      <Field name="at" label="At" type="datetime-local" defaultValue={values.at} hint={zoneHint(zone)} />
      <Field
        name="seed"
        label="Seed"
        defaultValue={values.seed}
        hint="Any word or number: the same always gives the same answer."
      />
      <div className="form-actions">
        <button className="button button--primary">Show</button>
      </div>
    </form>
  );
}

/** What the reader gets, and why not the others. */
export function ChoiceTable({ explanation: { refusal, lineItems } }: { explanation: Explanation }) {
  if (refusal) return <p className="notice">{`Nobody gets this slot on this page. ${refusal}`}</p>;
  return (
    <section className="slot-answer">
      <h2>Answer</h2>
      <ScrollingTable label="The line items and why">
        <thead>
          <tr>
            <th scope="col">Line item</th>
            <th scope="col">Why, or why not</th>
            <th scope="col" className="slot-answer__number">
              Of 1,000 such readers
            </th>
          </tr>
        </thead>
        <tbody>
          {lineItems.map(({ id, name, sentence, outOf1000 }) => (
            <tr key={id}>
              <th scope="row" dir="auto">
                {name}
              </th>
              <td>{sentence}</td>
              <td className="slot-answer__number">{outOf1000.toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </section>
  );
}
