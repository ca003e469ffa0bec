import type { SettingsSection } from '@/components/settings/settings-form';
import type { Text } from '@/components/text/text';
import type { Settings } from '@/lib/settings/settings';

/** What machines are told of the site. */
export function searchEnginesSection(settings: Settings, t: Text): SettingsSection {
  return {
    id: 'machines',
    title: t('Search engines, feeds and security'),
    hint: t('What search engines, feed readers and security researchers find.'),
    fields: [
      {
        name: 'hidesFromSearch',
        label: t('Ask search engines not to list this site'),
        kind: 'check',
        checked: settings.hidesFromSearch,
        hint: t('Every page says noindex, and there is no sitemap. Anyone who has an address can still open it.'),
      },
      {
        name: 'feedContent',
        label: t('Feeds show'),
        kind: 'select',
        value: settings.feedContent,
        options: [
          { value: 'full', label: t('Whole posts') },
          { value: 'excerpt', label: t('The excerpt, with a link to the post') },
        ],
      },
      {
        name: 'notFoundText',
        label: t('Text of the page for missing addresses'),
        kind: 'area',
        rows: 2,
        maxLength: 500,
        value: settings.notFoundText,
        hint: t('Leave empty for the default text. The search field and the newest posts follow it.'),
      },
      {
        name: 'verification',
        label: t('Verification tags'),
        kind: 'area',
        rows: 3,
        value: settings.verification,
        hint: t('The meta tags with which search engines and platforms check whose site this is. Every page has them.'),
      },
      {
        name: 'robots',
        label: t('Additional lines for /robots.txt'),
        kind: 'area',
        rows: 4,
        value: settings.robots,
        hint: t('Such as User-agent and Disallow. The sitemap is already included.'),
      },
      {
        name: 'securityContact',
        label: t('Contact for security reports'),
        maxLength: 240,
        value: settings.securityContact,
        hint: t('A mailto: or https: address for /.well-known/security.txt. Leave empty to disable this page.'),
      },
    ],
  };
}
