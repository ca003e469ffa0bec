import type { SettingsCardSpec } from '@/components/settings/settings-card';
import type { Text } from '@/components/text/text';
import type { Settings } from '@/lib/settings/settings';

/** What machines are told of the site. */
export function searchEngineCards(settings: Settings, t: Text): SettingsCardSpec[] {
  return [
    {
      section: 'search',
      title: t('Search engines'),
      fields: [
        {
          name: 'hidesFromSearch',
          label: t('Ask search engines not to list this site'),
          kind: 'check',
          checked: settings.hidesFromSearch,
          hint: t('Every page says noindex, and there is no sitemap. Anyone who has an address can still open it.'),
        },
        {
          name: 'robots',
          label: t('Additional lines for /robots.txt'),
          kind: 'area',
          rows: 4,
          value: settings.robots,
          hint: t('Such as User-agent and Disallow. The sitemap is already included.'),
        },
      ],
    },
    {
      section: 'security',
      title: t('Security reports'),
      fields: [
        {
          name: 'securityContact',
          label: t('Contact for security reports'),
          maxLength: 240,
          value: settings.securityContact,
          hint: t('A mailto: or https: address for /.well-known/security.txt. Leave empty to disable this page.'),
        },
      ],
    },
  ];
}
