import { FieldsForm, type FieldSpec } from '@/components/ui/fields-form';
import type { Translator } from '@/lib/i18n/translator';
import { requestEmailChangeAction } from './actions';

/** Asks for a new e-mail address, which a link to it proves. */
export function EmailSection({ hasPassword, t }: { hasPassword: boolean; t: Translator }) {
  const password: FieldSpec = {
    name: 'emailPassword',
    label: t('account.deleteConfirm'),
    kind: 'password',
    autoComplete: 'current-password',
  };
  return (
    <section className="auth__part" aria-labelledby="email-head">
      <h2 id="email-head">{t('account.emailTitle')}</h2>
      <p className="auth__quiet">{t('account.emailHint')}</p>
      <FieldsForm
        action={requestEmailChangeAction}
        isOneOfSeveral
        fields={[
          { name: 'email', label: t('account.newEmail'), kind: 'email', autoComplete: 'email' },
          ...(hasPassword ? [password] : []),
        ]}
        submit={t('account.newEmailSend')}
        tone="plain"
      />
    </section>
  );
}
