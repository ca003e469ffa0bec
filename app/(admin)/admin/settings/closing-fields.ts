import type { SettingsSection } from '@/components/settings/settings-form';
import { closingAges, type Settings } from '@/lib/settings/settings';

/** What becomes of the comments of old posts. */
export function closingFields(settings: Settings): SettingsSection['fields'] {
  return [
    {
      name: 'commentsCloseAfter',
      label: 'Old posts',
      kind: 'select',
      value: String(settings.commentsCloseAfter),
      hint: 'Comments that exist remain. The settings of a post can say otherwise.',
      options: closingAges.map((days) => ({
        value: String(days),
        label: days === 0 ? 'Comments never close because of age' : `A post is old after ${days} days`,
      })),
    },
    {
      name: 'commentsCloseFrom',
      label: 'Days are counted from',
      kind: 'select',
      value: settings.commentsCloseFrom,
      options: [
        { value: 'publication', label: 'Publication' },
        { value: 'comment', label: 'The last comment' },
      ],
    },
    {
      name: 'commentsThen',
      label: 'Comments on old posts',
      kind: 'select',
      value: settings.commentsThen,
      options: [
        { value: 'close', label: 'Are closed' },
        { value: 'hold', label: 'Need approval, every one' },
      ],
    },
  ];
}
