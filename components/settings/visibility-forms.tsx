'use client';

import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import { FieldsForm } from '@/components/ui/fields-form';

type VisibilityProps = { action: Action; shown: string; visibility: string; hasPassword: boolean };

/** Who can see the site, and the password of those who have no account. */
export function VisibilityForm({ action, shown, visibility, hasPassword }: VisibilityProps) {
  const t = useText();
  return (
    <FieldsForm
      action={action}
      submit={t('Save changes')}
      isOneOfSeveral
      shown={shown}
      fields={[
        {
          name: 'visibility',
          label: t('Visible to'),
          kind: 'select',
          value: visibility,
          options: [
            { value: 'everyone', label: t('Everyone') },
            { value: 'accounts', label: t('Everyone with an account, readers included') },
            { value: 'password', label: t('People with a password, without an account') },
          ],
          hint: t('While the site is for accounts, nobody can sign up: invite people under Users.'),
        },
        {
          name: 'sitePassword',
          label: t('Password for readers'),
          kind: 'password',
          autoComplete: 'new-password',
          maxLength: 200,
          hint: hasPassword
            ? t('A password is set. Leave this empty to keep it; after a new one, everyone is asked again.')
            : t('At least 8 characters. A browser that knows it is not asked again for 30 days.'),
        },
      ]}
    />
  );
}

type MaintenanceProps = { action: Action; shown: string; maintenance: boolean; text: string };

export function MaintenanceForm({ action, shown, maintenance, text }: MaintenanceProps) {
  const t = useText();
  return (
    <FieldsForm
      action={action}
      submit={t('Save changes')}
      isOneOfSeveral
      shown={shown}
      fields={[
        { name: 'maintenance', label: t('Show the maintenance page to readers'), kind: 'check', checked: maintenance },
        {
          name: 'maintenanceText',
          label: t('Maintenance text'),
          kind: 'area',
          rows: 3,
          maxLength: 500,
          value: text,
          hint: t('Leave empty for the default text.'),
        },
      ]}
    />
  );
}
