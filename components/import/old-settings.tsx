import { ActionForm } from '@/components/comments/action-form';
import { ScrollingTable } from '@/components/ui/scrolling-table';
import type { FormState } from '@/lib/forms/form-state';
import type { SettingChange } from '@/lib/import/site-settings/source-settings';

type Props = {
  id: string;
  changes: SettingChange[];
  action: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** The old site's title and time zone, with a button to apply them. */
export function OldSettings({ id, changes, action }: Props) {
  return (
    <section className="import-report">
      <h2>Settings of the old site</h2>
      <ActionForm action={action} fields={{ id }}>
        {changes.length > 0 ? <Changes changes={changes} /> : <p>There are no settings to apply.</p>}
      </ActionForm>
    </section>
  );
}

function Changes({ changes }: { changes: SettingChange[] }) {
  return (
    <>
      <ScrollingTable label="What would change">
        <caption className="hidden-visually">What would change</caption>
        <thead>
          <tr>
            <th scope="col">Setting</th>
            <th scope="col">Here</th>
            <th scope="col">On the old site</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ name, label, was, is }) => (
            <tr key={name}>
              <th scope="row">{label}</th>
              <td dir="auto">{was || 'none'}</td>
              <td dir="auto">{is}</td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
      <p>Undoing the import does not change them back.</p>
      <button className="button">Apply these settings</button>
    </>
  );
}
