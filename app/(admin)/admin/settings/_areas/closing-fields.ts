import type { FieldSpec } from '@/components/ui/fields-form';
import type { Text } from '@/components/text/text';
import { closingAges, type Settings } from '@/lib/settings/settings';

/** What becomes of the comments of old posts. */
export function closingFields(settings: Settings, t: Text): FieldSpec[] {
  return [
    {
      name: 'commentsCloseAfter',
      label: t('Old posts'),
      kind: 'select',
      value: String(settings.commentsCloseAfter),
      hint: t('Comments that exist remain. The settings of a post can say otherwise.'),
      options: closingAges.map((days) => ({
        value: String(days),
        label: days === 0 ? t('Comments never close because of age') : t('A post is old after {days} days', { days }),
      })),
    },
    {
      name: 'commentsCloseFrom',
      label: t('Days are counted from'),
      kind: 'select',
      value: settings.commentsCloseFrom,
      options: [
        { value: 'publication', label: t('Publication') },
        { value: 'comment', label: t('The last comment') },
      ],
    },
    {
      name: 'commentsThen',
      label: t('Comments on old posts'),
      kind: 'select',
      value: settings.commentsThen,
      options: [
        { value: 'close', label: t('Are closed') },
        { value: 'hold', label: t('Need approval, every one') },
      ],
    },
  ];
}
