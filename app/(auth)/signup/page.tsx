import type { Metadata } from 'next';
import { ProviderButtons } from '@/components/auth/provider-buttons';
import { FieldsForm } from '@/components/ui/fields-form';
import { configuredProviders } from '@/lib/auth/providers';
import { safeReturnTo } from '@/lib/auth/return-to';
import { hasMailServer } from '@/lib/mail/delivery';
import { paths } from '@/lib/web/paths';
import { getSettings } from '@/lib/settings/queries';
import { takesSignUps } from '@/lib/settings/settings';
import { only } from '@/lib/web/search-params';
import { readTranslator } from '@/app/(site)/reads';
import { redirectIfSignedIn } from '../navigation';
import { PendingCommentNotice } from '../pending-comment-notice';
import { signUpAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())('auth.signUp') };
}

export default async function SignUpPage({ searchParams }: PageProps<'/signup'>) {
  const to = safeReturnTo(only((await searchParams).to));
  await redirectIfSignedIn(to);
  const [settings, t] = await Promise.all([getSettings(), readTranslator()]);
  return (
    <>
      <h1>{t('auth.signUp')}</h1>
      {takesSignUps(settings) ? (
        <>
          <p className="auth__lead">{t('auth.signUpLead', { site: settings.siteName })}</p>
          <PendingCommentNotice isByEmail />
          <ProviderButtons providers={configuredProviders()} to={to} t={t} />
          <FieldsForm
            action={signUpAction}
            hidden={{ to }}
            fields={[
              {
                name: 'name',
                label: t('auth.name'),
                autoComplete: 'name',
                maxLength: 80,
                hint: t('auth.nameHint'),
              },
              {
                name: 'email',
                label: t('auth.email'),
                kind: 'email',
                autoComplete: 'email',
                hint: hasMailServer() ? t('auth.emailHintConfirm') : t('auth.emailHint'),
              },
              {
                name: 'password',
                label: t('auth.password'),
                kind: 'password',
                autoComplete: 'new-password',
                hint: t('auth.passwordHint'),
              },
            ]}
            submit={t('auth.signUp')}
            isOnce
          />
        </>
      ) : (
        <p className="auth__lead">{t('auth.noSignUp', { site: settings.siteName })}</p>
      )}
      <ul className="auth__links">
        <li>
          <a href={paths.signIn(to)}>{t('auth.haveAccount')}</a>
        </li>
      </ul>
    </>
  );
}
