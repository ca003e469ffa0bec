import type { Metadata } from 'next';
import { FieldsForm, type FieldSpec } from '@/components/ui/fields-form';
import { findDevice } from '@/lib/auth/device';
import { passwordHint } from '@/lib/auth/password-policy';
import { findActor } from '@/lib/auth/session';
import { paths } from '@/lib/web/paths';
import { findConfirmation } from '@/lib/users/sign-up';
import { only } from '@/lib/web/search-params';
import { PendingCommentNotice } from '../../pending-comment-notice';
import { confirmEmailAction } from '../actions';

export const metadata: Metadata = { title: 'Confirm your address' };

export default async function ConfirmPage({ searchParams }: PageProps<'/signup/confirm'>) {
  const token = only((await searchParams).token);
  const [device, actor] = await Promise.all([findDevice(), findActor()]);
  const confirmation = token ? await findConfirmation(token, { device, actor }) : null;
  return (
    <>
      <h1>Confirm your address</h1>
      {confirmation ? (
        <>
          {confirmation.isOwnBrowser ? (
            <p className="auth__lead">Confirm only if it was you who signed up.</p>
          ) : (
            <p className="auth__lead">
              This account was created in another browser. If that was you, enter its password again. If it was somebody
              else, choose a new one: theirs stops working, and they are signed out.
            </p>
          )}
          <PendingCommentNotice />
          <FieldsForm
            action={confirmEmailAction}
            hidden={{ token }}
            fields={confirmation.isOwnBrowser ? [] : [password]}
            submit="Confirm and sign in"
          />
        </>
      ) : (
        <>
          <p className="auth__lead">
            This link has been used or has expired. If you have used it before, your address is confirmed. Otherwise
            sign in and request a new one on your account page.
          </p>
          <a className="button button--primary" href={paths.signIn(paths.account())}>
            Sign in
          </a>
        </>
      )}
    </>
  );
}

const password = {
  name: 'password',
  label: 'Password',
  kind: 'password',
  autoComplete: 'new-password',
  hint: `${passwordHint} Leave it empty to sign in with links by e-mail.`,
} satisfies FieldSpec;
