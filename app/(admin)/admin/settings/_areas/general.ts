import type { SettingsCardSpec } from '@/components/settings/settings-card';
import type { Text } from '@/components/text/text';
import { settingChoices } from '@/lib/settings/choices';
import { permalinkForms, type PermalinkForm } from '@/lib/settings/permalinks';
import type { Settings } from '@/lib/settings/settings';

const examples: Record<PermalinkForm, string> = {
  slug: '/night-ferry',
  month: '/2026/03/night-ferry',
  blog: '/blog/night-ferry',
};

export function generalCards(settings: Settings, t: Text): SettingsCardSpec[] {
  return [
    {
      section: 'site',
      title: t('Site'),
      hint: t('Shown at the top of every page, in feeds and in search results.'),
      fields: [
        { name: 'siteName', label: t('Site title'), maxLength: 120, value: settings.siteName },
        { name: 'tagline', label: t('Tagline'), maxLength: 240, value: settings.tagline },
      ],
    },
    {
      section: 'locale',
      title: t('Language and time'),
      fields: [
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
      ],
    },
    permalinksCard(settings, t),
    {
      section: 'staff',
      title: t('Staff sign-in'),
      fields: [
        {
          name: 'staffPasskeys',
          label: t('Staff must use a passkey'),
          kind: 'check',
          checked: settings.staffPasskeys,
          hint: t(
            'Staff without one are asked to add one before they can work here. Add your own first, on your account page.',
          ),
        },
      ],
    },
  ];
}

function permalinksCard(settings: Settings, t: Text): SettingsCardSpec {
  return {
    section: 'permalinks',
    title: t('Addresses of posts'),
    fields: [
      {
        name: 'permalinks',
        label: t('Permalinks'),
        kind: 'select',
        value: settings.permalinks,
        hint: t(
          'Posts that are published move to the new addresses in the background. Every former address leads to the current one, even after you change this back.',
        ),
        options: permalinkForms.map((form) => ({ value: form, label: examples[form] })),
      },
    ],
  };
}
