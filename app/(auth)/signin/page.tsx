import type { Metadata } from 'next';
import { ProviderButtons } from '@/components/auth/provider-buttons';
import { PasskeyAutofill } from '@/components/users/passkey-autofill';
import { PasskeyButton } from '@/components/users/passkey-button';
import { FieldsForm } from '@/components/ui/fields-form';
import { identityProblem } from '@/lib/auth/identity';
import { configuredProviders } from '@/lib/auth/providers';
import { safeReturnTo } from '@/lib/auth/return-to';
import { paths } from '@/lib/web/paths';
import { getSettings } from '@/lib/settings/queries';
import { only } from '@/lib/web/search-params';
import { redirectIfSignedIn } from '../navigation';
import { PendingCommentNotice } from '../pending-comment-notice';
import { signInAction } from './actions';
import { beginPasskeySignInAction, passkeySignInAction } from './passkey-actions';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: PageProps<'/signin'>) {
  const query = await searchParams;
  const to = safeReturnTo(only(query.to));
  await redirectIfSignedIn(to);
  const { signUpOpen } = await getSettings();
  const problem = query.error === undefined ? null : (identityProblem(query.error) ?? identityProblem('failed'));
  return (
    <>
      <h1>Sign in</h1>
      <PendingCommentNotice />
      {problem && (
        <p className="notice notice--refused" role="alert">
          {problem}
        </p>
      )}
      <ProviderButtons providers={configuredProviders()} to={to} />
      <PasskeyButton
        begin={beginPasskeySignInAction}
        send={passkeySignInAction}
        label="Use a passkey"
        hidden={{ to }}
      />
      <PasskeyAutofill begin={beginPasskeySignInAction} send={passkeySignInAction} to={to} />
      <FieldsForm
        action={signInAction}
        hidden={{ to }}
        fields={[
          { name: 'email', label: 'E-mail', kind: 'email', autoComplete: 'username webauthn' },
          { name: 'password', label: 'Password', kind: 'password', autoComplete: 'current-password' },
        ]}
        submit="Sign in"
      />
      <ul className="auth__links">
        <li>
          <a href={paths.signInByLink(to)}>Sign in with a link by e-mail</a>
        </li>
        <li>
          <a href={paths.forgotPassword(to)}>Forgot password?</a>
        </li>
        {signUpOpen && (
          <li>
            <a href={paths.signUp(to)}>Create an account</a>
          </li>
        )}
      </ul>
    </>
  );
}
