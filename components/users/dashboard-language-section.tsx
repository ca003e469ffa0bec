import { FieldsForm } from '@/components/ui/fields-form';
import type { Action } from '@/components/ui/action-errors';
import {
  dashboardLanguageNames,
  dashboardLanguages,
  type DashboardLanguage,
} from '@/lib/i18n/admin/dashboard-language';
import type { Translator } from '@/lib/i18n/translator';

type Props = { chosen: DashboardLanguage | undefined; action: Action; t: Translator };

/** In which language the admin addresses somebody of the staff. */
export function DashboardLanguageSection({ chosen, action, t }: Props) {
  const options = dashboardLanguages.map((value) => ({ value, label: dashboardLanguageNames[value] }));
  return (
    <section className="auth__part" aria-labelledby="dashboard-head">
      <h2 id="dashboard-head">{t('account.dashboardTitle')}</h2>
      <FieldsForm
        action={action}
        isOneOfSeveral
        fields={[
          {
            kind: 'select',
            name: 'dashboardLanguage',
            label: t('account.dashboardLanguage'),
            value: chosen ?? '',
            options: [{ value: '', label: t('account.asSite') }, ...options],
          },
        ]}
        submit={t('account.saveLanguage')}
        tone="plain"
      />
    </section>
  );
}
