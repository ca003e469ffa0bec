import type { Metadata } from 'next';
import { OwnTimeZone } from '@/components/settings/own-time-zone';
import { FieldsForm } from '@/components/ui/fields-form';
import { passwordHint } from '@/lib/auth/password-policy';
import { paths } from '@/lib/web/paths';
import { getSettings } from '@/lib/settings/queries';
import { defaultSettings } from '@/lib/settings/settings';
import { settingChoices } from '@/lib/settings/choices';
import { sampleTagline } from '@/lib/sample-content/content';
import { setUpState } from '@/lib/setup/first-start';
import { only } from '@/lib/web/search-params';
import { setUpAction } from './actions';

export const metadata: Metadata = { title: 'Set up this site' };

export default async function SetUpPage({ searchParams }: PageProps<'/setup'>) {
  const token = only((await searchParams).token);
  const state = await setUpState(token);
  if (state === 'open') return <SetUp token={token} />;
  return (
    <>
      <h1>Set up this site</h1>
      {state === 'closed' ? (
        <p className="auth__lead">
          This site has been set up, so this page is closed. <a href={paths.signIn()}>Sign in</a>
        </p>
      ) : (
        <p className="auth__lead">
          This set-up link is no longer valid. Use the latest link that the server printed when it started; restarting
          it prints a new one.
        </p>
      )}
    </>
  );
}

async function SetUp({ token }: { token: string }) {
  const { siteName, tagline, language, timeZone } = await getSettings();
  return (
    <>
      <h1>Set up this site</h1>
      <p className="auth__lead">Name the site and create the owner’s account. You can change everything later.</p>
      <FieldsForm
        action={setUpAction}
        hidden={{ token }}
        fields={[
          {
            name: 'siteName',
            label: 'Site title',
            maxLength: 120,
            value: siteName === defaultSettings.siteName ? '' : siteName,
          },
          {
            name: 'tagline',
            label: 'Tagline',
            maxLength: 240,
            value: tagline === sampleTagline ? '' : tagline,
            hint: 'Shown below the site title. May be left empty.',
          },
          {
            name: 'language',
            label: 'Site language',
            kind: 'select',
            value: language,
            hint: 'In which readers are addressed.',
            options: settingChoices.languages(language),
          },
          {
            name: 'timeZone',
            label: 'Time zone',
            kind: 'select',
            value: timeZone,
            options: settingChoices.timeZones(timeZone),
          },
          { name: 'name', label: 'Your name', autoComplete: 'name', maxLength: 80 },
          { name: 'email', label: 'Your e-mail address', kind: 'email', autoComplete: 'email' },
          { name: 'password', label: 'Password', kind: 'password', autoComplete: 'new-password', hint: passwordHint },
        ]}
        submit="Create site"
      />
      <OwnTimeZone name="timeZone" untouched={timeZone} />
    </>
  );
}
