import { FieldsForm } from '@/components/ui/fields-form';
import type { Action } from '@/components/ui/action-errors';
import {
  dashboardLanguageNames,
  dashboardLanguages,
  type DashboardLanguage,
} from '@/lib/i18n/admin/dashboard-language';

type Props = { chosen: DashboardLanguage | undefined; action: Action };

/** In which language the admin addresses somebody of the staff. */
export function DashboardLanguageSection({ chosen, action }: Props) {
  const options = dashboardLanguages.map((value) => ({ value, label: dashboardLanguageNames[value] }));
  return (
    <section className="auth__part" aria-labelledby="dashboard-head">
      <h2 id="dashboard-head">Dashboard</h2>
      <FieldsForm
        action={action}
        isOneOfSeveral
        fields={[
          {
            kind: 'select',
            name: 'dashboardLanguage',
            label: 'Language of the dashboard',
            value: chosen ?? '',
            options: [{ value: '', label: 'As the site' }, ...options],
          },
        ]}
        submit="Save language"
        tone="plain"
      />
    </section>
  );
}
