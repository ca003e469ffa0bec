import type { Metadata } from 'next';
import { PageHeader } from '@/components/admin/page-header';
import { SettingsForm, type SettingsSection } from '@/components/settings/settings-form';
import { paths } from '@/lib/web/paths';
import { settingChoices } from '@/lib/settings/choices';
import { getSettings } from '@/lib/settings/queries';
import { consentAdvice } from '@/lib/slots/consent';
import { amountInWords, budgetChoices, HEALTH_DAYS, MIN_READERS, type BudgetMeasure } from '@/lib/slots/health';
import { listLiveCode } from '@/lib/slots/queries';
import type { Settings } from '@/lib/settings/settings';
import { guardPage } from '../../guard';
import { changeSettingsAction } from './actions';
import { closingFields } from './closing-fields';
import { conversationFields } from './conversation-fields';
import { reportFields } from './report-fields';
import './settings.css';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  await guardPage('settings.edit', paths.admin.settings());
  const [settings, code] = await Promise.all([getSettings(), listLiveCode()]);
  return (
    <>
      <PageHeader title="Settings" lead="Changes apply to every page immediately." />
      <SettingsForm
        action={changeSettingsAction}
        sections={sectionsOf(settings, consentAdvice(code))}
        accentHue={settings.accentHue}
      />
    </>
  );
}

function sectionsOf(settings: Settings, advice: string): SettingsSection[] {
  return [
    siteSection(settings),
    looksSection(settings),
    membersSection(settings),
    slotsSection(settings, advice),
    searchEnginesSection(settings),
  ];
}

function siteSection(settings: Settings): SettingsSection {
  return {
    id: 'site',
    title: 'General',
    hint: 'Shown at the top of every page, in feeds and in search results.',
    fields: [
      { name: 'siteName', label: 'Site title', maxLength: 120, value: settings.siteName },
      { name: 'tagline', label: 'Tagline', maxLength: 240, value: settings.tagline },
      {
        name: 'language',
        label: 'Site language',
        kind: 'select',
        value: settings.language,
        hint: 'In which readers are addressed, and in which dates are written. The admin is in English.',
        options: settingChoices.languages(settings.language),
      },
      {
        name: 'timeZone',
        label: 'Time zone',
        kind: 'select',
        value: settings.timeZone,
        hint: 'Used for dates and scheduled posts.',
        options: settingChoices.timeZones(settings.timeZone),
      },
    ],
  };
}

function looksSection(settings: Settings): SettingsSection {
  return {
    id: 'looks',
    title: 'Appearance',
    hint: 'One accent colour; each reader chooses a light or dark theme.',
    fields: [
      {
        name: 'postsPerPage',
        label: 'Posts per page',
        kind: 'number',
        min: 1,
        max: 50,
        value: String(settings.postsPerPage),
      },
    ],
  };
}

function membersSection(settings: Settings): SettingsSection {
  return {
    id: 'readers',
    title: 'Readers and comments',
    hint: 'Who can comment, and which comments need approval.',
    fields: [
      { name: 'signUpOpen', label: 'Anyone can sign up', kind: 'check', checked: settings.signUpOpen },
      {
        name: 'staffPasskeys',
        label: 'Staff must use a passkey',
        kind: 'check',
        checked: settings.staffPasskeys,
        hint: 'Whoever has none is asked to add one before they can work here. Add your own first, on your account page.',
      },
      {
        name: 'writeFirst',
        label: 'Readers without an account may write first and prove their e-mail address',
        kind: 'check',
        checked: settings.writeFirst,
        hint: 'Needs a mail server and open sign-up. The comment is published when they press the button of an e-mail.',
      },
      {
        name: 'commentModeration',
        label: 'Comments that need approval',
        kind: 'select',
        value: settings.commentModeration,
        options: [
          { value: 'first', label: 'The first comment of each user' },
          { value: 'links', label: 'Comments with more than two links' },
          { value: 'all', label: 'Every comment' },
          { value: 'none', label: 'None: all comments are published immediately' },
        ],
      },
      {
        name: 'commentForm',
        label: 'Comment form position',
        kind: 'select',
        value: settings.commentForm,
        options: [
          { value: 'last', label: 'After the comments' },
          { value: 'first', label: 'Before the comments' },
        ],
      },
      ...closingFields(settings),
      {
        name: 'corrections',
        label: 'Readers may suggest corrections of articles',
        kind: 'check',
        checked: settings.corrections,
        hint: 'Signed-in readers suggest better words; an editor accepts or declines them under Comments.',
      },
      ...reportFields(settings),
      ...conversationFields(settings),
      {
        name: 'gravatar',
        label: 'Readers can copy their picture from Gravatar',
        kind: 'check',
        checked: settings.gravatar,
        hint: 'This server asks gravatar.com once, when a reader presses the button, with a hash of their address. Readers’ browsers never ask it.',
      },
      {
        name: 'countsReaders',
        label: 'Count page views and readers, without cookies',
        kind: 'check',
        checked: settings.countsReaders,
        hint: 'Views, days, referring sites. No address is stored, and staff are not counted.',
      },
    ],
  };
}

function slotsSection(settings: Settings, advice: string): SettingsSection {
  return {
    id: 'slots',
    title: 'Slots',
    hint: 'Readers do not see empty slots, unless you want to advertise the space.',
    fields: [
      {
        name: 'showPlaceholders',
        label: 'Show “Put your ad code here” in empty slots to everyone',
        kind: 'check',
        checked: settings.showPlaceholders,
      },
      {
        name: 'noCodeForSignedIn',
        label: 'No third-party code for signed-in readers',
        kind: 'check',
        checked: settings.noCodeForSignedIn,
        hint: 'Code that runs in the page itself could act as the reader on this site. It never runs for staff; with this, it does not run for anyone who is signed in.',
      },
      {
        name: 'refusesDenseSlots',
        label: 'Refuse slots that take too much of an article',
        kind: 'check',
        checked: settings.refusesDenseSlots,
        hint: 'The Better Ads Standards allow 30 % of the height of an article on phones, and 30 % of the window for a slot at its edge. Without this, a slot over the limit is saved with a warning.',
      },
      {
        name: 'consent',
        label: 'Consent before ads that use cookies',
        kind: 'select',
        value: settings.consent,
        hint: `Code that needs consent does not load before a reader allows it. ${advice}`,
        options: [
          { value: 'off', label: 'Do not ask: such code loads for everybody' },
          { value: 'own', label: 'Ask with a small notice of this site' },
          { value: 'platform', label: 'Listen to a consent platform on the page (IAB TCF or GPP)' },
        ],
      },
      {
        name: 'slotReports',
        label: 'Readers can hide and report ads of other companies',
        kind: 'check',
        checked: settings.slotReports,
        hint: 'A link above each slot with pasted code. You find their reports under Ad slots, Reader reports.',
      },
      {
        name: 'pauseAtReports',
        label: 'Disable a slot after so many reports',
        kind: 'number',
        min: 0,
        max: 1_000,
        value: String(settings.pauseAtReports),
        hint: '0: never by itself. A reader counts once a day.',
      },
      {
        name: 'shiftBudget',
        label: 'Disable code that moves the page by more than',
        kind: 'select',
        value: String(settings.shiftBudget),
        hint: 'Layout shift, as in Core Web Vitals, where 0.1 is the limit of a good page.',
        options: budgetOptions('shift'),
      },
      {
        name: 'taskBudget',
        label: 'Disable code that keeps the browser busy for more than',
        kind: 'select',
        value: String(settings.taskBudget),
        hint: `Without a break, so that nothing answers meanwhile. Code is disabled once more than a quarter of at least ${MIN_READERS} readers in ${HEALTH_DAYS} days were over the limit; the evidence stands beside the slot.`,
        options: budgetOptions('task'),
      },
    ],
  };
}

function budgetOptions(measure: BudgetMeasure) {
  return budgetChoices[measure].map((budget) => ({
    value: String(budget),
    label: budget === 0 ? 'Never disable code for this' : amountInWords(measure, budget),
  }));
}

function searchEnginesSection(settings: Settings): SettingsSection {
  return {
    id: 'machines',
    title: 'Search engines and security',
    hint: 'What search engines and security researchers find.',
    fields: [
      {
        name: 'robots',
        label: 'Additional lines for /robots.txt',
        kind: 'area',
        rows: 4,
        value: settings.robots,
        hint: 'Such as User-agent and Disallow. The sitemap is already included.',
      },
      {
        name: 'securityContact',
        label: 'Contact for security reports',
        maxLength: 240,
        value: settings.securityContact,
        hint: 'A mailto: or https: address for /.well-known/security.txt. Leave empty to disable this page.',
      },
    ],
  };
}
