import type { Metadata } from 'next';
import { FieldsForm } from '@/components/ui/fields-form';
import { passwordHint } from '@/lib/auth/password-policy';
import { findToken } from '@/lib/auth/tokens';
import { paths } from '@/lib/web/paths';
import { only } from '@/lib/web/search-params';
import { PendingCommentNotice } from '../../pending-comment-notice';
import { resetPasswordAction } from '../actions';

export const metadata: Metadata = { title: 'Choose a new password' };

export default async function NewPasswordPage({ searchParams }: PageProps<'/signin/password'>) {
  const token = only((await searchParams).token);
  const isGood = token && (await findToken('reset-password', token));
  return (
    <>
      <h1>Choose a new password</h1>
      {isGood && <PendingCommentNotice />}
      {isGood ? (
        <FieldsForm
          action={resetPasswordAction}
          hidden={{ token }}
          fields={[
            {
              name: 'password',
              label: 'New password',
              kind: 'password',
              autoComplete: 'new-password',
              hint: passwordHint,
            },
          ]}
          submit="Save and sign in"
        >
          <p className="auth__quiet">Saving it signs you out in every other browser.</p>
        </FieldsForm>
      ) : (
        <>
          <p className="auth__lead">This link has been used or has expired.</p>
          <a className="button button--primary" href={paths.forgotPassword()}>
            Request a new link
          </a>
        </>
      )}
    </>
  );
}
