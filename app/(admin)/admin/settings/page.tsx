import type { Metadata } from 'next';
import { PageHead } from '@/components/admin/page-head';
import { SettingsForm, type SettingsSection } from '@/components/settings/settings-form';
import { paths } from '@/lib/paths';
import { settingChoices } from '@/lib/settings/choices';
import { getSettings } from '@/lib/settings/queries';
import type { Settings } from '@/lib/settings/settings';
import { guardPage } from '../../guard';
import { changeSettingsAction } from './actions';
import './settings.css';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  await guardPage('settings.edit', paths.admin.settings());
  const settings = await getSettings();
  return (
    <>
      <PageHead title="Settings" lead="What is saved here shows on every page at once." />
      <SettingsForm action={changeSettingsAction} sections={sectionsOf(settings)} accentHue={settings.accentHue} />
    </>
  );
}

function sectionsOf(settings: Settings): SettingsSection[] {
  return [
    {
      id: 'site',
      title: 'The site',
      hint: 'What stands in the masthead, in feeds and in search results.',
      fields: [
        { name: 'siteName', label: 'Name', maxLength: 120, value: settings.siteName },
        { name: 'tagline', label: 'Line under the name', maxLength: 240, value: settings.tagline },
        {
          name: 'language',
          label: 'Language',
          value: settings.language,
          hint: 'A language tag such as en, de or pt-BR: for hyphenation, dates and screen readers.',
          list: { id: 'languages', options: settingChoices.languages },
        },
        {
          name: 'timeZone',
          label: 'Time zone',
          kind: 'select',
          value: settings.timeZone,
          hint: 'In which dates are shown and posts are scheduled.',
          options: settingChoices.timeZones(settings.timeZone),
        },
      ],
    },
    {
      id: 'looks',
      title: 'Looks',
      hint: 'One accent, on paper that is light or dark as each reader likes.',
      fields: [
        {
          name: 'postsPerPage',
          label: 'Posts on a page',
          kind: 'number',
          min: 1,
          max: 50,
          value: String(settings.postsPerPage),
        },
      ],
    },
    readersSection(settings),
    {
      id: 'slots',
      title: 'Slots',
      hint: 'Empty slots are invisible to readers unless you want to show that they can be had.',
      fields: [
        {
          name: 'showPlaceholders',
          label: 'Show “Put your ad code here” in empty slots to everybody',
          kind: 'check',
          checked: settings.showPlaceholders,
        },
        {
          name: 'adsTxt',
          label: '/ads.txt',
          kind: 'area',
          rows: 4,
          value: settings.adsTxt,
          hint: 'Paste here what your ad network asks for, one line per seller.',
        },
      ],
    },
    {
      id: 'machines',
      title: 'Machines',
      hint: 'For search engines and people who find a hole.',
      fields: [
        {
          name: 'robots',
          label: 'Further lines for /robots.txt',
          kind: 'area',
          rows: 4,
          value: settings.robots,
          hint: 'Such as User-agent and Disallow. The address of the sitemap is there already.',
        },
        {
          name: 'securityContact',
          label: 'Contact for security reports',
          maxLength: 240,
          value: settings.securityContact,
          hint: 'A mailto: or https: address for /.well-known/security.txt; empty: no such page.',
        },
      ],
    },
  ];
}

function readersSection(settings: Settings): SettingsSection {
  return {
    id: 'readers',
    title: 'Readers and comments',
    hint: 'Who may join in, and what waits for a moderator.',
    fields: [
      { name: 'signUpOpen', label: 'Everybody may sign up', kind: 'check', checked: settings.signUpOpen },
      {
        name: 'commentModeration',
        label: 'Which comments wait for approval',
        kind: 'select',
        value: settings.commentModeration,
        options: [
          { value: 'first', label: 'The first comment of each person' },
          { value: 'links', label: 'Comments with more than two links' },
          { value: 'all', label: 'Every comment' },
          { value: 'none', label: 'None: all appear at once' },
        ],
      },
      {
        name: 'commentForm',
        label: 'Where the comment form stands',
        kind: 'select',
        value: settings.commentForm,
        options: [
          { value: 'last', label: 'After the comments' },
          { value: 'first', label: 'Before the comments' },
        ],
      },
    ],
  };
}
