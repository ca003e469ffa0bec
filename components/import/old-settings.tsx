import { useText } from '#text';
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
  const t = useText();
  return (
    <section className="import-report">
      <h2>{t('Settings of the old site')}</h2>
      <ActionForm action={action} fields={{ id }}>
        {changes.length > 0 ? <Changes changes={changes} /> : <p>{t('There are no settings to apply.')}</p>}
      </ActionForm>
    </section>
  );
}

function Changes({ changes }: { changes: SettingChange[] }) {
  const t = useText();
  return (
    <>
      <ScrollingTable label={t('What would change')}>
        <caption className="hidden-visually">{t('What would change')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('Setting')}</th>
            <th scope="col">{t('Here')}</th>
            <th scope="col">{t('On the old site')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ name, label, was, is }) => (
            <tr key={name}>
              <th scope="row">{t(label)}</th>
              <td dir="auto">{was || t('none')}</td>
              <td dir="auto">{is}</td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
      <p>{t('Undoing the import does not change them back.')}</p>
      <button className="button">{t('Apply these settings')}</button>
    </>
  );
}
