import type { Metadata } from 'next';
import { FieldsForm } from '@/components/ui/fields-form';
import { safeReturnTo } from '@/lib/auth/return-to';
import { paths } from '@/lib/web/paths';
import { only } from '@/lib/web/search-params';
import { PendingCommentNotice } from '../../pending-comment-notice';
import { requestPasswordResetAction } from '../actions';

export const metadata: Metadata = { title: 'Reset your password' };

export default async function ForgotPasswordPage({ searchParams }: PageProps<'/signin/forgot-password'>) {
  const to = safeReturnTo(only((await searchParams).to));
  return (
    <>
      <h1>Reset your password</h1>
      <p className="auth__lead">Enter your e-mail address, and we will send you a link to choose a new password.</p>
      <PendingCommentNotice />
      <FieldsForm
        action={requestPasswordResetAction}
        hidden={{ to }}
        fields={[{ name: 'email', label: 'E-mail', kind: 'email', autoComplete: 'email' }]}
        submit="Send me the link"
        isOnce
      />
      <ul className="auth__links">
        <li>
          <a href={paths.signIn(to)}>Back to sign in</a>
        </li>
      </ul>
    </>
  );
}
