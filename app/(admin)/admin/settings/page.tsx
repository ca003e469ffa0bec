import { PageHeader } from '@/components/admin/page-header';
import { consentAdvice } from '@/components/settings/consent-advice';
import { SettingsForm, type SettingsSection } from '@/components/settings/settings-form';
import { SettingsTabs } from '@/components/settings/settings-tabs';
import { adminText } from '@/components/text/server';
import type { Text } from '@/components/text/text';
import { paths } from '@/lib/web/paths';
import { settingChoices } from '@/lib/settings/choices';
import { getSettings } from '@/lib/settings/queries';
import { amountInWords, budgetChoices, HEALTH_DAYS, MIN_READERS, type BudgetMeasure } from '@/lib/slots/health';
import { listLiveCode } from '@/lib/slots/queries';
import type { Settings } from '@/lib/settings/settings';
import { guardPage } from '../../guard';
import { pageTitle } from '../../page-title';
import { changeSettingsAction } from './actions';
import { closingFields } from './closing-fields';
import { conversationFields } from './conversation-fields';
import { reportFields } from './report-fields';
import { searchEnginesSection } from './search-engines-section';

export const generateMetadata = pageTitle('Settings');

export default async function SettingsPage() {
  await guardPage('settings.edit', paths.admin.settings());
  const [settings, code] = await Promise.all([getSettings(), listLiveCode()]);
  const t = await adminText();
  return (
    <>
      <SettingsTabs current="general" />
      <PageHeader title={t('Settings')} lead={t('Changes apply to every page immediately.')} />
      <SettingsForm action={changeSettingsAction} sections={sectionsOf(settings, consentAdvice(code, t), t)} />
    </>
  );
}

function sectionsOf(settings: Settings, advice: string, t: Text): SettingsSection[] {
  return [
    siteSection(settings, t),
    membersSection(settings, t),
    slotsSection(settings, advice, t),
    searchEnginesSection(settings, t),
  ];
}

function siteSection(settings: Settings, t: Text): SettingsSection {
  return {
    id: 'site',
    title: t('General'),
    hint: t('Shown at the top of every page, in feeds and in search results.'),
    fields: [
      { name: 'siteName', label: t('Site title'), maxLength: 120, value: settings.siteName },
      { name: 'tagline', label: t('Tagline'), maxLength: 240, value: settings.tagline },
      {
        name: 'language',
        label: t('Site language'),
        kind: 'select',
        value: settings.language,
        hint: t(
          'In which readers are addressed, and in which dates are written. The admin is in German where this is German, otherwise in English; staff choose the other on their account page.',
        ),
        options: settingChoices.languages(settings.language, t.language),
      },
      {
        name: 'timeZone',
        label: t('Time zone'),
        kind: 'select',
        value: settings.timeZone,
        hint: t('Used for dates and scheduled posts.'),
        options: settingChoices.timeZones(settings.timeZone),
      },
      {
        name: 'postsPerPage',
        label: t('Posts per page'),
        kind: 'number',
        min: 1,
        max: 50,
        value: String(settings.postsPerPage),
      },
    ],
  };
}

function membersSection(settings: Settings, t: Text): SettingsSection {
  return {
    id: 'readers',
    title: t('Readers and comments'),
    hint: t('Who can comment, and which comments need approval.'),
    fields: [
      { name: 'signUpOpen', label: t('Anyone can sign up'), kind: 'check', checked: settings.signUpOpen },
      {
        name: 'staffPasskeys',
        label: t('Staff must use a passkey'),
        kind: 'check',
        checked: settings.staffPasskeys,
        hint: t(
          'Staff without one are asked to add one before they can work here. Add your own first, on your account page.',
        ),
      },
      {
        name: 'writeFirst',
        label: t('Readers without an account may write first and prove their e-mail address'),
        kind: 'check',
        checked: settings.writeFirst,
        hint: t(
          'Needs a mail server and open sign-up. The comment is published when they press the button of an e-mail.',
        ),
      },
      {
        name: 'commentModeration',
        label: t('Comments that need approval'),
        kind: 'select',
        value: settings.commentModeration,
        options: [
          { value: 'first', label: t('The first comment of each user') },
          { value: 'links', label: t('Comments with more than two links') },
          { value: 'all', label: t('Every comment') },
          { value: 'none', label: t('None: all comments are published immediately') },
        ],
      },
      {
        name: 'commentForm',
        label: t('Comment form position'),
        kind: 'select',
        value: settings.commentForm,
        options: [
          { value: 'last', label: t('After the comments') },
          { value: 'first', label: t('Before the comments') },
        ],
      },
      ...closingFields(settings, t),
      {
        name: 'corrections',
        label: t('Readers may suggest corrections of articles'),
        kind: 'check',
        checked: settings.corrections,
        hint: t('Signed-in readers suggest better words; an editor accepts or declines them under Comments.'),
      },
      ...reportFields(settings, t),
      ...conversationFields(settings, t),
      {
        name: 'gravatar',
        label: t('Readers can copy their picture from Gravatar'),
        kind: 'check',
        checked: settings.gravatar,
        hint: t(
          'This server asks gravatar.com once, when a reader presses the button, with a hash of their address. Readers’ browsers never ask it.',
        ),
      },
      {
        name: 'countsReaders',
        label: t('Count page views and readers, without cookies'),
        kind: 'check',
        checked: settings.countsReaders,
        hint: t('Views, days, referring sites. No address is stored, and staff are not counted.'),
      },
    ],
  };
}

function slotsSection(settings: Settings, advice: string, t: Text): SettingsSection {
  return {
    id: 'slots',
    title: t('Slots'),
    hint: t('Readers do not see empty slots, unless you want to advertise the space.'),
    fields: [
      {
        name: 'showPlaceholders',
        label: t('Show “Put your ad code here” in empty slots to everyone'),
        kind: 'check',
        checked: settings.showPlaceholders,
      },
      {
        name: 'noCodeForSignedIn',
        label: t('No third-party code for signed-in readers'),
        kind: 'check',
        checked: settings.noCodeForSignedIn,
        hint: t(
          'Code that runs in the page itself could act as the reader on this site. It never runs for staff; with this, it does not run for anyone who is signed in.',
        ),
      },
      {
        name: 'refusesDenseSlots',
        label: t('Refuse slots that take too much of an article'),
        kind: 'check',
        checked: settings.refusesDenseSlots,
        hint: t(
          'The Better Ads Standards allow 30 % of the height of an article on phones, and 30 % of the window for a slot at its edge. Without this, a slot over the limit is saved with a warning.',
        ),
      },
      {
        name: 'consent',
        label: t('Consent before ads that use cookies'),
        kind: 'select',
        value: settings.consent,
        hint: `${t('Code that needs consent does not load before a reader allows it.')} ${advice}`,
        options: [
          { value: 'off', label: t('Do not ask: such code loads for everybody') },
          { value: 'own', label: t('Ask with a small notice of this site') },
          { value: 'platform', label: t('Listen to a consent platform on the page (IAB TCF or GPP)') },
        ],
      },
      {
        name: 'slotReports',
        label: t('Readers can hide and report ads of other companies'),
        kind: 'check',
        checked: settings.slotReports,
        hint: t('A link above each slot with pasted code. You find their reports under Ad slots, Reader reports.'),
      },
      {
        name: 'pauseAtReports',
        label: t('Disable a slot after so many reports'),
        kind: 'number',
        min: 0,
        max: 1_000,
        value: String(settings.pauseAtReports),
        hint: t('0: never by itself. A reader counts once a day.'),
      },
      {
        name: 'shiftBudget',
        label: t('Disable code that moves the page by more than'),
        kind: 'select',
        value: String(settings.shiftBudget),
        hint: t('Layout shift, as in Core Web Vitals, where 0.1 is the limit of a good page.'),
        options: budgetOptions('shift', t),
      },
      {
        name: 'taskBudget',
        label: t('Disable code that keeps the browser busy for more than'),
        kind: 'select',
        value: String(settings.taskBudget),
        hint: t(
          'Without a break, so that nothing answers meanwhile. Code is disabled once more than a quarter of at least {readers} readers in {days} days were over the limit; the evidence stands beside the slot.',
          { readers: MIN_READERS, days: HEALTH_DAYS },
        ),
        options: budgetOptions('task', t),
      },
    ],
  };
}

function budgetOptions(measure: BudgetMeasure, t: Text) {
  return budgetChoices[measure].map((budget) => ({
    value: String(budget),
    label: budget === 0 ? t('Never disable code for this') : amountInWords(measure, budget, t.language),
  }));
}
