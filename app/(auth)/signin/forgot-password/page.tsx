import type { Metadata } from 'next';
import { FieldsForm } from '@/components/ui/fields-form';
import { safeReturnTo } from '@/lib/auth/return-to';
import { paths } from '@/lib/web/paths';
import { only } from '@/lib/web/search-params';
import { readTranslator } from '@/app/(site)/reads';
import { PendingCommentNotice } from '../../pending-comment-notice';
import { requestPasswordResetAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())('auth.resetTitle') };
}

export default async function ForgotPasswordPage({ searchParams }: PageProps<'/signin/forgot-password'>) {
  const to = safeReturnTo(only((await searchParams).to));
  const t = await readTranslator();
  return (
    <>
      <h1>{t('auth.resetTitle')}</h1>
      <p className="auth__lead">{t('auth.resetLead')}</p>
      <PendingCommentNotice />
      <FieldsForm
        action={requestPasswordResetAction}
        hidden={{ to }}
        fields={[{ name: 'email', label: t('auth.email'), kind: 'email', autoComplete: 'email' }]}
        submit={t('auth.sendTheLink')}
        isOnce
      />
      <ul className="auth__links">
        <li>
          <a href={paths.signIn(to)}>{t('auth.backToSignIn')}</a>
        </li>
      </ul>
    </>
  );
}
