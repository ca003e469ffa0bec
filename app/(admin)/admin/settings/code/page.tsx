import { PageHeader } from '@/components/admin/page-header';
import { SettingsCard } from '@/components/settings/settings-card';
import { SiteCodeForm } from '@/components/settings/site-code-form';
import { SiteCodeList } from '@/components/settings/site-code-list';
import { VerificationFiles } from '@/components/settings/verification-files';
import { adminText } from '@/components/text/server';
import { SectionHeader } from '@/components/ui/section-header';
import { can } from '@/lib/auth/actor';
import { explainSiteCode } from '@/lib/site-code/explaining';
import type { Text } from '@/components/text/text';
import { msg } from '@/lib/i18n/admin/msg';
import { getSettings } from '@/lib/settings/queries';
import { shownIn } from '@/lib/settings/sections';
import type { Settings } from '@/lib/settings/settings';
import { verificationServices } from '@/lib/settings/verification';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { pageTitle } from '../../../page-title';
import { changeSettingsAction } from '../actions';
import './site-code.css';
import {
  addSiteCodeAction,
  addVerificationFileAction,
  removeSiteCodeAction,
  removeVerificationFileAction,
  resumeSiteCodeAction,
  suspendSiteCodeAction,
} from './actions';

const consentWords = {
  off: msg('Readers are not asked now: code that needs consent runs for everybody. Change that under Ads.'),
  own: msg('Readers are asked with a notice of this site before code that needs consent runs.'),
  platform: msg('Code that needs consent runs once the consent platform on the page allows it.'),
};

export const generateMetadata = pageTitle('Site code');

export default async function SiteCodePage() {
  const actor = await guardPage('settings.edit', paths.admin.siteCode());
  const mayTrust = can(actor, 'slots.trusted-code');
  const [t, settings] = await Promise.all([adminText(), getSettings()]);
  return (
    <>
      <PageHeader title={t('Site code')} lead={t('What other services ask you to put into your pages.')} />
      <SettingsCard
        action={changeSettingsAction}
        section="verification"
        shown={shownIn('verification', settings)}
        title={t('Verification')}
        hint={t('Tags with which search engines and platforms check whose site this is. Every page has them.')}
        fields={verificationFields(settings, t)}
      />
      <VerificationFiles
        add={addVerificationFileAction}
        remove={removeVerificationFileAction}
        files={settings.verificationFiles.map(({ name }) => name)}
      />
      <section className="settings-card" aria-labelledby="site-code">
        <SectionHeader
          id="site-code"
          title={t('Analytics and other code')}
          hint={t(
            'Runs in every page that readers see, never in the browsers of staff, and never on the pages for signing in, accounts, search and the admin. Such pages are made for each reader with a nonce of their own, so no shared cache keeps them.',
          )}
        />
        <p className="quiet">{t(consentWords[settings.consent])}</p>
        <SiteCodeList
          suspend={suspendSiteCodeAction}
          resume={resumeSiteCodeAction}
          remove={removeSiteCodeAction}
          mayTrust={mayTrust}
          codes={settings.siteCode.map(({ id, name, need, isOn, code }) => ({
            id,
            name,
            need,
            isOn,
            about: explainSiteCode(code)
              .slice(0, -1)
              .map((sentence) => t.said(sentence))
              .join(' '),
          }))}
        />
        {mayTrust ? <SiteCodeForm action={addSiteCodeAction} /> : <p>{t('Only an owner can add code.')}</p>}
      </section>
    </>
  );
}

function verificationFields(settings: Settings, t: Text) {
  return [
    ...verificationServices.map(([name, label], index) => ({
      name,
      label,
      value: settings[name],
      maxLength: 1_000,
      ...(index === 0 ? { hint: t('The code, or the whole meta tag. Only the code is kept.') } : {}),
    })),
    {
      name: 'verification',
      label: t('Other tags'),
      kind: 'area' as const,
      rows: 3,
      value: settings.verification,
      hint: t('Whole meta tags of other services. Only their name and content are kept.'),
    },
  ];
}
