import type { SettingsCardSpec } from '@/components/settings/settings-card';
import type { Text } from '@/components/text/text';
import type { Settings } from '@/lib/settings/settings';

export function readingCards(settings: Settings, t: Text): SettingsCardSpec[] {
  return [
    {
      section: 'lists',
      title: t('Lists and feeds'),
      fields: [
        {
          name: 'postsPerPage',
          label: t('Posts per page'),
          kind: 'number',
          min: 1,
          max: 50,
          value: String(settings.postsPerPage),
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
      ],
    },
    {
      section: 'missing',
      title: t('404 page'),
      fields: [
        {
          name: 'notFoundText',
          label: t('Text of the 404 page'),
          kind: 'area',
          rows: 2,
          maxLength: 500,
          value: settings.notFoundText,
          hint: t('Leave empty for the default text. The search field and the newest posts follow it.'),
        },
      ],
    },
    {
      section: 'counting',
      title: t('Statistics'),
      fields: [
        {
          name: 'countsReaders',
          label: t('Count page views and readers, without cookies'),
          kind: 'check',
          checked: settings.countsReaders,
          hint: t('Views, days, referring sites. No address is stored, and staff are not counted.'),
        },
      ],
    },
  ];
}
