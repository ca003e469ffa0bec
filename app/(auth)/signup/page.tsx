import type { Metadata } from 'next';
import { ProviderButtons } from '@/components/auth/provider-buttons';
import { FieldsForm } from '@/components/ui/fields-form';
import { passwordHint } from '@/lib/auth/password-policy';
import { configuredProviders } from '@/lib/auth/providers';
import { safeReturnTo } from '@/lib/auth/return-to';
import { paths } from '@/lib/paths';
import { getSettings } from '@/lib/settings/queries';
import { only } from '@/lib/search-params';
import { passThroughIfSignedIn } from '../going';
import { KeptComment } from '../kept-comment';
import { signUpAction } from './actions';

export const metadata: Metadata = { title: 'Sign up' };

export default async function SignUpPage({ searchParams }: PageProps<'/signup'>) {
  const to = safeReturnTo(only((await searchParams).to));
  await passThroughIfSignedIn(to);
  const { signUpOpen, siteName } = await getSettings();
  return (
    <>
      <h1>Sign up</h1>
      {signUpOpen ? (
        <>
          <p className="door__lead">{`With an account you join the conversation at ${siteName}.`}</p>
          <KeptComment when="when you open the link in our e-mail, in this browser" />
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
                hint: 'This is what others see beside what you write.',
              },
              {
                name: 'email',
                label: 'E-mail',
                kind: 'email',
                autoComplete: 'email',
                hint: 'Never shown to anybody. We send one letter to confirm it.',
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
        <p className="door__lead">{`${siteName} takes no new accounts at the moment.`}</p>
      )}
      <ul className="door__links">
        <li>
          <a href={paths.signIn(to)}>I have an account already</a>
        </li>
      </ul>
    </>
  );
}
