import type { Metadata } from 'next';
import { ProviderButtons } from '@/components/auth/provider-buttons';
import { PasskeyAutofill } from '@/components/users/passkey-autofill';
import { PasskeyButton } from '@/components/users/passkey-button';
import { FieldsForm } from '@/components/ui/fields-form';
import { identityProblem } from '@/lib/auth/identity';
import { configuredProviders } from '@/lib/auth/providers';
import { sentenceIn } from '@/lib/i18n/sentences';
import { safeReturnTo } from '@/lib/auth/return-to';
import { paths } from '@/lib/web/paths';
import { getSettings } from '@/lib/settings/queries';
import { takesSignUps } from '@/lib/settings/settings';
import { only } from '@/lib/web/search-params';
import { readTranslator } from '@/app/(site)/reads';
import { redirectIfSignedIn } from '../navigation';
import { PendingCommentNotice } from '../pending-comment-notice';
import { signInAction } from './actions';
import { beginPasskeySignInAction, passkeySignInAction } from './passkey-actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())('auth.signIn') };
}

const reasons: Record<string, 'auth.toLike' | 'auth.toReact' | 'auth.toFollow'> = {
  like: 'auth.toLike',
  react: 'auth.toReact',
  follow: 'auth.toFollow',
};

export default async function SignInPage({ searchParams }: PageProps<'/signin'>) {
  const query = await searchParams;
  const to = safeReturnTo(only(query.to));
  await redirectIfSignedIn(to);
  const [settings, t] = await Promise.all([getSettings(), readTranslator()]);
  const why = reasons[only(query.why) ?? ''];
  const problem = query.error === undefined ? null : (identityProblem(query.error) ?? identityProblem('failed'));
  return (
    <>
      <h1>{t('auth.signIn')}</h1>
      <PendingCommentNotice />
      {why && <p className="notice">{t(why)}</p>}
      {problem && (
        <p className="notice notice--refused" role="alert">
          {sentenceIn(settings.language, problem)}
        </p>
      )}
      <ProviderButtons providers={configuredProviders()} to={to} t={t} />
      <PasskeyButton
        begin={beginPasskeySignInAction}
        send={passkeySignInAction}
        label={t('auth.usePasskey')}
        hidden={{ to }}
      />
      <PasskeyAutofill begin={beginPasskeySignInAction} send={passkeySignInAction} to={to} />
      <FieldsForm
        action={signInAction}
        hidden={{ to }}
        fields={[
          { name: 'email', label: t('auth.email'), kind: 'email', autoComplete: 'username webauthn' },
          { name: 'password', label: t('auth.password'), kind: 'password', autoComplete: 'current-password' },
        ]}
        submit={t('auth.signIn')}
      />
      <ul className="auth__links">
        <li>
          <a href={paths.signInByLink(to)}>{t('auth.byLink')}</a>
        </li>
        <li>
          <a href={paths.forgotPassword(to)}>{t('auth.forgot')}</a>
        </li>
        {takesSignUps(settings) && (
          <li>
            <a href={paths.signUp(to)}>{t('auth.create')}</a>
          </li>
        )}
      </ul>
    </>
  );
}
