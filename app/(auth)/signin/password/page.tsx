import type { Metadata } from 'next';
import { FieldsForm } from '@/components/ui/fields-form';
import { findToken } from '@/lib/auth/tokens';
import { paths } from '@/lib/web/paths';
import { only } from '@/lib/web/search-params';
import { readTranslator } from '@/app/(site)/reads';
import { PendingCommentNotice } from '../../pending-comment-notice';
import { resetPasswordAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())('auth.newPasswordTitle') };
}

export default async function NewPasswordPage({ searchParams }: PageProps<'/signin/password'>) {
  const token = only((await searchParams).token);
  const isGood = token && (await findToken('reset-password', token));
  const t = await readTranslator();
  return (
    <>
      <h1>{t('auth.newPasswordTitle')}</h1>
      {isGood && <PendingCommentNotice />}
      {isGood ? (
        <FieldsForm
          action={resetPasswordAction}
          hidden={{ token }}
          fields={[
            {
              name: 'password',
              label: t('auth.newPassword'),
              kind: 'password',
              autoComplete: 'new-password',
              hint: t('auth.passwordHint'),
            },
          ]}
          submit={t('auth.saveAndSignIn')}
        >
          <p className="auth__quiet">{t('auth.signsOut')}</p>
        </FieldsForm>
      ) : (
        <>
          <p className="auth__lead">{t('auth.expired')}</p>
          <a className="button button--primary" href={paths.forgotPassword()}>
            {t('auth.requestNew')}
          </a>
        </>
      )}
    </>
  );
}
