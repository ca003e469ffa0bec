import type { Metadata } from 'next';
import { ProviderButtons } from '@/components/auth/provider-buttons';
import { FieldsForm } from '@/components/ui/fields-form';
import { passwordHint } from '@/lib/auth/password-policy';
import { configuredProviders } from '@/lib/auth/providers';
import { safeReturnTo } from '@/lib/auth/return-to';
import { hasMailServer } from '@/lib/mail/delivery';
import { paths } from '@/lib/web/paths';
import { getSettings } from '@/lib/settings/queries';
import { only } from '@/lib/web/search-params';
import { redirectIfSignedIn } from '../navigation';
import { PendingCommentNotice } from '../pending-comment-notice';
import { signUpAction } from './actions';

export const metadata: Metadata = { title: 'Sign up' };

export default async function SignUpPage({ searchParams }: PageProps<'/signup'>) {
  const to = safeReturnTo(only((await searchParams).to));
  await redirectIfSignedIn(to);
  const { signUpOpen, siteName } = await getSettings();
  return (
    <>
      <h1>Sign up</h1>
      {signUpOpen ? (
        <>
          <p className="auth__lead">{`Create an account to comment on ${siteName}.`}</p>
          <PendingCommentNotice when="when you open the link in our e-mail, in this browser" />
          <ProviderButtons providers={configuredProviders()} to={to} />
          <FieldsForm
            action={signUpAction}
            hidden={{ to }}
            fields={[
              {
                name: 'name',
                label: 'Name',
                autoComplete: 'name',
                maxLength: 80,
                hint: 'Shown with your comments.',
              },
              {
                name: 'email',
                label: 'E-mail',
                kind: 'email',
                autoComplete: 'email',
                hint: hasMailServer()
                  ? 'Never shown to anyone. We will send an e-mail to confirm it.'
                  : 'Never shown to anyone.',
              },
              {
                name: 'password',
                label: 'Password',
                kind: 'password',
                autoComplete: 'new-password',
                hint: passwordHint,
              },
            ]}
            submit="Sign up"
            isOnce
          />
        </>
      ) : (
        <p className="auth__lead">{`${siteName} is not accepting new accounts at the moment.`}</p>
      )}
      <ul className="auth__links">
        <li>
          <a href={paths.signIn(to)}>Already have an account? Sign in</a>
        </li>
      </ul>
    </>
  );
}
